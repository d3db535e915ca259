/** Rasa's training files with the place of everything that a patch may touch. */
import { isMap, isScalar, isSeq, type Node, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { textOf } from '../../../lib/json.js';
import type { TrainingFile } from '../../vendor.js';
import { dashed } from '../training/examples.js';
import { firstLine, isOfRasa, readYaml } from '../training/yaml.js';
import { endOfContent, endOfLine, startOfLine } from './edits.js';
import { exampleKey, withoutAnnotations } from './phrase.js';

export interface ReadFile extends TrainingFile {
  root: YAMLMap;
}

export interface Example {
  /** What tells two phrases apart: see `exampleKey`. */
  key: string;
  /** As written, annotations included. */
  raw: string;
  path: string;
  /** From the end of the line before to the end of its own: a cut leaves whole lines. */
  from: number;
  to: number;
}

export interface NluItem {
  file: ReadFile;
  intent: string;
  item: YAMLMap;
  /** `other` is written in a way that is not patched. */
  form: 'block' | 'list' | 'absent' | 'other';
  node: Node | null;
  examples: Example[];
}

/** Files that are YAML maps; those that are no YAML are `unreadable`, with the first thing that is wrong. */
export function readFiles(files: readonly TrainingFile[]) {
  const read: ReadFile[] = [];
  const unreadable: { file: TrainingFile; reason: string }[] = [];
  for (const file of files) {
    if (!/\.ya?ml$/i.test(file.path)) continue;
    const document = readYaml(file.text);
    const [error] = document.errors;
    // Other people's files in the folder are none of the bot's.
    if (error && isOfRasa(file.text)) unreadable.push({ file, reason: firstLine(error) });
    else if (!error && isMap(document.contents)) read.push({ ...file, root: document.contents });
  }
  return { read, unreadable };
}

/** The node under a key; null where there is none. */
export function at(map: YAMLMap, key: string): Node | null {
  const node = map.get(key, true);
  return (node as Node | undefined) ?? null;
}

export function nluItems(files: readonly ReadFile[]): NluItem[] {
  return files.flatMap((file) => {
    const list = at(file.root, 'nlu');
    if (!isSeq(list)) return [];
    return list.items.flatMap((item) => (isMap(item) ? nluItem(file, item) : []));
  });
}

function nluItem(file: ReadFile, item: YAMLMap): NluItem[] {
  const intent = textOf(item.get('intent'));
  if (intent === undefined) return [];
  const node = at(item, 'examples');
  const base = { file, intent, item, node };
  if (node === null || (isScalar(node) && node.value === null))
    return [{ ...base, form: 'absent', examples: [] }];
  if (isScalar(node) && node.type === Scalar.BLOCK_LITERAL)
    return [{ ...base, form: 'block', examples: blockExamples(file, node) }];
  if (isSeq(node) && !node.flow)
    return [{ ...base, form: 'list', examples: listExamples(file, node) }];
  return [{ ...base, form: 'other', examples: [] }];
}

/** The lines of a literal block are those of its value, of which Rasa takes only the ones that begin with a dash. */
function blockExamples({ path, text }: ReadFile, node: Scalar): Example[] {
  let from = endOfLine(text, rangeOf(node)[0]);
  return String(node.value)
    .split('\n')
    .flatMap((line) => {
      const before = from;
      from = endOfLine(text, text.indexOf('\n', before) + 1 || text.length);
      return dashed(line).map((phrase) => example(path, phrase, before, from));
    });
}

function listExamples({ path, text }: ReadFile, list: YAMLSeq): Example[] {
  return list.items.flatMap((item) => {
    const value = isMap(item) ? item.get('text') : isScalar(item) ? item.value : null;
    if (typeof value !== 'string') return [];
    const [start, end] = rangeOf(item as Node);
    const before = startOfLine(text, start);
    const from = before === 0 ? 0 : endOfLine(text, before - (text[before - 2] === '\r' ? 2 : 1));
    return [example(path, value, from, endOfContent(text, end))];
  });
}

function example(path: string, phrase: string, from: number, to: number): Example {
  const raw = phrase.trim();
  return { key: exampleKey(withoutAnnotations(raw)), raw, path, from, to };
}

/** @throws Error for a node that was made and not read, which is our own bug. */
export function rangeOf(node: Node): [start: number, end: number] {
  if (!node.range) throw new Error('[publish] [rasa] a node without a place');
  return [node.range[0], node.range[1]];
}

/** Names in a list of names and of one-key maps (`- greet`, `- order: {use_entities: []}`). */
export function namesIn(node: Node | null): string[] {
  if (!isSeq(node)) return [];
  return node.items.flatMap((item) => {
    if (isScalar(item)) return [String(item.value)];
    if (isMap(item)) return item.items.slice(0, 1).map((pair) => keyName(pair.key));
    return [];
  });
}

export function keysOf(node: Node | null): string[] {
  return isMap(node) ? node.items.map((pair) => keyName(pair.key)) : [];
}

function keyName(key: unknown): string {
  return isScalar(key) ? String(key.value) : String(key);
}
