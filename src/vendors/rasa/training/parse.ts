/** The files of a project that are Rasa's, parsed with the place of every node. */
import { isMap, parseDocument, type YAMLMap } from 'yaml';
import { type JsonObject, objectOf } from '../../../lib/json.js';
import { isText, type TrainingFile } from '../../vendor.js';

export interface RasaFile {
  path: string;
  text: string;
  root: YAMLMap;
  data: JsonObject;
}

export interface ParsedFiles {
  read: RasaFile[];
  /** Files that seem to be Rasa's and could not be read, each with the reason. */
  unreadable: { path: string; reason: string }[];
}

const sections =
  'nlu|rules|stories|intents|entities|slots|forms|responses|actions|pipeline|policies|flows|templates';
/** A top-level key of Rasa's: what a file without one contains is not about the bot. */
const rasaKey = new RegExp(`^["']?(?:${sections})["']?[ \\t]*:`, 'm');

/** Files without any of Rasa's keys are left out without a word: projects hold charts, pipelines and the like. */
export function parseFiles(files: readonly TrainingFile[]): ParsedFiles {
  const parsed: ParsedFiles = { read: [], unreadable: [] };
  for (const file of files) {
    const { path } = file;
    if (!/\.ya?ml$/i.test(path)) continue;
    if (!isText(file)) parsed.unreadable.push({ path, reason: 'no UTF-8 text' });
    else if (rasaKey.test(file.text)) {
      const root = parsedRoot(file.text);
      if (typeof root === 'string') parsed.unreadable.push({ path, reason: root });
      else if (root) parsed.read.push({ path, text: file.text, ...root });
    }
  }
  return parsed;
}

export const isReadable = (text: string): boolean => typeof parsedRoot(text) === 'object';

/** The reason where the text is no YAML; null where it is no map. */
function parsedRoot(text: string): { root: YAMLMap; data: JsonObject } | string | null {
  const document = parse(text);
  const [error] = document.errors;
  if (error) return error.message.split('\n')[0] ?? 'no YAML';
  if (!isMap(document.contents)) return null;
  try {
    return { root: document.contents, data: objectOf(document.toJS()) };
  } catch (broken) {
    return broken instanceof Error ? broken.message : 'no YAML';
  }
}

/**
 * Quoted texts may run over lines that are indented less than the YAML specification asks for; PyYAML, which Rasa uses,
 * accepts them. Such line ends are read as spaces: a copy of the same length, so that all places still hold in the original.
 */
function parse(text: string) {
  let copy = text;
  let document = parseDocument(copy, { uniqueKeys: false, logLevel: 'silent' });
  for (let tries = 0; document.errors.length > 0 && tries < mostQuotedTexts; tries++) {
    const joined = withQuoteOnOneLine(copy, document.errors[0]?.pos[0] ?? 0);
    if (joined === null) break;
    copy = joined;
    document = parseDocument(copy, { uniqueKeys: false, logLevel: 'silent' });
  }
  return document;
}

/** Each one costs another parse of the file. */
const mostQuotedTexts = 100;

/** `at`: where a line ended inside a quoted text. null where it did not. */
function withQuoteOnOneLine(text: string, at: number): string | null {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  const opened = /(?:^|[\s:[{,-])("(?:[^"\\]|\\.)*|'(?:[^']|'')*)$/.exec(line);
  const quote = opened?.[1]?.[0];
  if (quote === undefined) return null;
  const rest = text.slice(at);
  const closed = (quote === '"' ? /^(?:[^"\\]|\\[\s\S])*"/ : /^(?:[^']|'')*'/).exec(rest)?.[0];
  if (closed === undefined || !closed.includes('\n')) return null;
  return text.slice(0, at) + closed.replace(/[\r\n]/g, ' ') + rest.slice(closed.length);
}
