/** The items of `nlu` with the place of each example: read once, for the bot definition and for the patch. */
import { isMap, isScalar, isSeq, type Node, Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { keyOf, type ReadPhrase, readPhrase } from './annotation.js';
import { endOfContent, endOfLine, startOfLine } from './lines.js';
import { at, rangeOf } from './nodes.js';
import type { RasaFile } from './parse.js';

export interface Example extends ReadPhrase {
  /** What tells two phrases apart: see `keyOf`. */
  key: string;
  /** As written, annotations included. */
  raw: string;
  /** From the end of the line before to the end of its own: a cut leaves whole lines. null where it is not patched. */
  place: Place | null;
}

export interface Place {
  path: string;
  from: number;
  to: number;
}

export interface NluItem {
  file: RasaFile;
  intent: string;
  item: YAMLMap;
  /** `other` is written in a way that is not patched. */
  form: 'block' | 'list' | 'absent' | 'other';
  node: Node | null;
  examples: Example[];
}

export function nluItems(files: readonly RasaFile[]): NluItem[] {
  return files.flatMap((file) => {
    const list = at(file.root, 'nlu');
    if (!isSeq(list)) return [];
    return list.items.flatMap((item) => (isMap(item) ? nluItem(file, item) : []));
  });
}

function nluItem(file: RasaFile, item: YAMLMap): NluItem[] {
  const intent = item.get('intent');
  if (typeof intent !== 'string' || intent === '') return [];
  const node = at(item, 'examples');
  const base = { file, intent, item, node };
  if (node === null || (isScalar(node) && node.value === null))
    return [{ ...base, form: 'absent', examples: [] }];
  if (isScalar(node) && node.type === Scalar.BLOCK_LITERAL)
    return [{ ...base, form: 'block', examples: blockExamples(file, node) }];
  if (isSeq(node))
    return [{ ...base, form: node.flow ? 'other' : 'list', examples: listExamples(file, node) }];
  return [{ ...base, form: 'other', examples: dashedExamples(node) }];
}

/** Rasa drops lines that do not begin with a dash. */
const dashed = /^\s*-(.*)$/;

function blockExamples({ path, text }: RasaFile, node: Node): Example[] {
  const [start, end] = rangeOf(node);
  const examples: Example[] = [];
  for (let from = endOfLine(text, start); from < end; ) {
    const lineStart = text.indexOf('\n', from) + 1;
    if (lineStart === 0 || lineStart >= end) break;
    const to = endOfLine(text, lineStart);
    const phrase = dashed.exec(text.slice(lineStart, to))?.[1];
    if (phrase !== undefined) examples.push(...exampleOf(phrase, { path, from, to }));
    from = to;
  }
  return examples;
}

function listExamples({ path, text }: RasaFile, list: YAMLSeq): Example[] {
  return list.items.flatMap((item) => {
    const value = isMap(item) ? item.get('text') : isScalar(item) ? item.value : null;
    if (typeof value !== 'string') return [];
    if (list.flow) return exampleOf(value, null);
    const [start, end] = rangeOf(item as Node);
    const before = startOfLine(text, start);
    const from = before === 0 ? 0 : endOfLine(text, before - (text[before - 2] === '\r' ? 2 : 1));
    return exampleOf(value, { path, from, to: endOfContent(text, end) });
  });
}

/** A quoted or folded text with a dash at the start of each example's line. */
function dashedExamples(node: Node): Example[] {
  const value = isScalar(node) && typeof node.value === 'string' ? node.value : '';
  return value.split('\n').flatMap((line) => exampleOf(dashed.exec(line)?.[1] ?? '', null));
}

function exampleOf(phrase: string, place: Place | null): Example[] {
  const raw = phrase.trim();
  if (raw === '') return [];
  const read = readPhrase(raw);
  return [{ ...read, key: keyOf(read.text), raw, place }];
}
