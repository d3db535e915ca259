/** Puts items into YAML lists and maps as their neighbours are written: same indentation, same line ending. */
import {
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { type Edit, endOfContent, endOfLine, lineEndFor, startOfLine } from './edits.js';
import { at, type ReadFile, rangeOf } from './read.js';

/** An item's lines, without the dash; lines after the first are relative to it. */
type Lines = readonly string[];

/** After the last item. null where the list is written in a way that is not patched. */
export function appendItem({ path, text }: ReadFile, list: YAMLSeq, lines: Lines): Edit | null {
  const last = list.items.at(-1) as Node | undefined;
  if (list.flow) {
    if (lines.length > 1) return null;
    const place = last ? rangeOf(last)[1] : rangeOf(list)[0] + 1;
    return { path, from: place, to: place, text: last ? `, ${lines[0]}` : `${lines[0]}, ` };
  }
  if (!last) return null;
  const [start, end] = rangeOf(last);
  const dash = /^( *)-( +)/.exec(text.slice(startOfLine(text, start)));
  if (!dash) return null;
  const [, indent = '', gap = ' '] = dash;
  const place = endOfNode(text, last, end);
  const eol = lineEndFor(text, place);
  const rest = `${eol}${indent} ${gap}`;
  const blank = isSpaced(text, list) ? eol : '';
  return {
    path,
    from: place,
    to: place,
    text: `${blank}${eol}${indent}-${gap}${lines.join(rest)}`,
  };
}

/** Whether a blank line parts the last two items. */
function isSpaced(text: string, list: YAMLSeq): boolean {
  const [before, last] = list.items.slice(-2) as Node[];
  if (!before || !last) return false;
  const between = text.slice(endOfContent(text, rangeOf(before)[1]), rangeOf(last)[0]);
  return /\n[ \t]*\r?\n/.test(between);
}

/** After the last pair of a block map. null where the map is written in a way that is not patched. */
export function appendPair({ path, text }: ReadFile, map: YAMLMap, lines: Lines): Edit | null {
  if (map.flow || map.items.length === 0) return null;
  const place = endOfPairs(text, map);
  const start = lineEndFor(text, place) + indentOf(text, map);
  return { path, from: place, to: place, text: lines.map((line) => start + line).join('') };
}

function indentOf(text: string, map: YAMLMap): string {
  const [start] = rangeOf(map.items[0]?.key as Node);
  return text.slice(startOfLine(text, start), start).replace(/[^ ]/g, ' ');
}

function endOfPairs(text: string, map: YAMLMap): number {
  const last = map.items.at(-1);
  const [start] = rangeOf(last?.key as Node);
  const end = last?.value ? rangeOf(last.value as Node)[1] : start;
  return last?.value && end > start
    ? endOfNode(text, last.value as Node, end)
    : endOfContent(text, start);
}

/** Blank lines at the end of a text that keeps them (`|+`) are a part of it; else what follows stands before them. */
function endOfNode(text: string, node: Node, end: number): number {
  if (!keepsBlankLines(text, node)) return endOfContent(text, end);
  const whole = text.slice(0, end);
  return whole.length - (/\r?\n$/.exec(whole)?.[0].length ?? 0);
}

function keepsBlankLines(text: string, node: Node): boolean {
  if (isSeq(node) || isMap(node)) {
    const last = node.items.at(-1);
    const inner = isPair(last) ? last.value : last;
    return !node.flow && isNode(inner) && keepsBlankLines(text, inner);
  }
  return isScalar(node) && /^[|>]\d?\+/.test(text.slice(rangeOf(node)[0], rangeOf(node)[0] + 3));
}

/**
 * Under a key that holds a list or a map; the key is made where the map lacks it.
 * @param map the whole file's, unless given.
 */
export function appendUnder(
  file: ReadFile,
  key: string,
  kind: 'list' | 'map',
  lines: Lines,
  map: YAMLMap = file.root,
): Edit | null {
  const { path, text } = file;
  const node = at(map, key);
  if (isSeq(node) && kind === 'list' && node.items.length > 0) return appendItem(file, node, lines);
  if (isMap(node) && kind === 'map' && node.items.length > 0) return appendPair(file, node, lines);
  if (map.flow || map.items.length === 0 || (node && !isEmpty(node))) return null;

  const indent = indentOf(text, map);
  const pair = map.items.find((one) => String(one.key) === key);
  if (!pair) {
    // Comments at the file's end are the last section's.
    const place = map === file.root ? endOfFile(text, map) : endOfPairs(text, map);
    const eol = lineEndFor(text, place);
    const head = `${eol}${indent}${key}:`;
    return { path, from: place, to: place, head, text: body(kind, lines, eol + indent) };
  }
  // `key:` with nothing, `key: {}` or `key: []`: what stands there makes way, a comment after it stays.
  const start = rangeOf(pair.key as Node)[1];
  const to = endOfLine(text, start);
  const line = /^\s*:(?:\s*(\{\s*\}|\[\s*\]|null|~)(?=\s|$))?(\s*#.*|\s*)$/i.exec(
    text.slice(start, to),
  );
  if (!line) return null;
  const [all, written, rest = ''] = line;
  const added = body(kind, lines, lineEndFor(text, to) + indent);
  if (written === undefined) return { path, from: to, to, text: added };
  const from = start + all.indexOf(':') + 1;
  return { path, from, to, head: rest, text: added };
}

/** `...` ends a document, and what follows is not read. */
function endOfFile(text: string, root: YAMLMap): number {
  const isEnded = /^\.\.\.[ \t]*\r?$/m.test(text);
  const [, end] = rangeOf(root);
  const last = isEnded ? end : text.length;
  return Math.max(endOfContent(text, last), endOfNode(text, root, end));
}

/** @param start a line ending and the key's indentation */
function body(kind: 'list' | 'map', lines: Lines, start: string): string {
  const head = kind === 'list' ? '- ' : '  ';
  return lines.map((line, i) => start + (i === 0 ? head : '  ') + line).join('');
}

function isEmpty(node: Node): boolean {
  const value: unknown = node.toJSON();
  return value === null || Object.keys(Object(value)).length === 0;
}
