/** Puts items into YAML lists and maps as their neighbours are written: same indentation, same line ending. */
import { isMap, isSeq, type Node, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Edit, endOfContent, endOfLine, lineEndOf, startOfLine } from './edits.js';
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
  const place = endOfContent(text, end);
  const eol = lineEndOf(text);
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
  const last = map.items.at(-1);
  if (map.flow || !last) return null;
  const [start] = rangeOf(last.key as Node);
  const indent = text.slice(startOfLine(text, start), start).replace(/[^ ]/g, ' ');
  const end = last.value ? rangeOf(last.value as Node)[1] : start;
  const place = endOfContent(text, Math.max(start, end));
  const eol = lineEndOf(text);
  return { path, from: place, to: place, text: lines.map((line) => eol + indent + line).join('') };
}

/** Under a top-level key that holds a list or a map; the key is made where the file lacks it. */
export function appendUnder(
  file: ReadFile,
  key: string,
  kind: 'list' | 'map',
  lines: Lines,
): Edit | null {
  const { path, text, root } = file;
  const node = at(root, key);
  if (isSeq(node) && kind === 'list' && (node.items.length > 0 || lines.length === 1))
    return appendItem(file, node, lines);
  if (isMap(node) && kind === 'map' && node.items.length > 0) return appendPair(file, node, lines);

  const eol = lineEndOf(text);
  const [head, indent] = kind === 'list' ? ['- ', '  '] : ['  ', '  '];
  const body = lines.map((line, i) => eol + (i === 0 ? head : indent) + line).join('');
  const pair = root.items.find((one) => String(one.key) === key);
  if (!pair) {
    const place = endOfContent(text, rangeOf(root)[1]);
    return { path, from: place, to: place, head: `${eol}${key}:`, text: body };
  }
  // `key:` with nothing, `key: {}` or `key: []`: what stands there makes way.
  const start = rangeOf(pair.key as Node)[1];
  const value = text.slice(start, endOfLine(text, start)).match(/^\s*:\s*(\{\s*\}|\[\s*\])?/);
  const written = value?.[1];
  if (!value || (node && !isEmpty(node))) return null;
  const to = start + value[0].length;
  if (written) {
    const from = to - written.length;
    return { path, from: text[from - 1] === ' ' ? from - 1 : from, to, text: body };
  }
  const place = endOfLine(text, start);
  return { path, from: place, to: place, text: body };
}

function isEmpty(node: Node): boolean {
  const value: unknown = node.toJSON();
  return value === null || Object.keys(Object(value)).length === 0;
}
