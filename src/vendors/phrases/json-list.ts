/** Puts items at the end of a list within a JSON text: every other byte stays as it is. */
import { isMap, isSeq, type Node, parseDocument, type YAMLSeq } from 'yaml';

/** A list of the text, and what it takes to add to it. */
export interface JsonList {
  items: number;
  /** Where the last item begins and ends, or the inside of an empty list. */
  from: number;
  to: number;
}

/** JSON is YAML, whose parser keeps places. null where the text is no JSON or has no list there. */
export function listAt(text: string, path: readonly (string | number)[]): JsonList | null {
  const document = parseDocument(text.replace(/^\uFEFF/, ' '), {
    logLevel: 'silent',
    uniqueKeys: false,
  });
  if (document.errors.length > 0) return null;
  const root = document.contents;
  const node =
    path.length === 0 ? root : isMap(root) || isSeq(root) ? root.getIn(path, true) : null;
  if (!isSeq(node) || !node.flow || !node.range) return null;
  return placeOf(node);
}

function placeOf(list: YAMLSeq): JsonList | null {
  const last = list.items.at(-1) as Node | undefined;
  if (last?.range) return { items: list.items.length, from: last.range[0], to: last.range[1] };
  const at = (list.range?.[0] ?? 0) + 1;
  return { items: 0, from: at, to: at };
}

/** Written as the last item is: on a line of its own with the same indentation, or behind it. */
export function appended(text: string, list: JsonList, items: readonly unknown[]): string {
  const lineStart = text.lastIndexOf('\n', list.from - 1) + 1;
  const before = text.slice(lineStart, list.from);
  const isOwnLine = list.items > 0 && /^\s*$/.test(before) && lineStart > 0;
  const isSpread = isOwnLine && text.slice(list.from, list.to).includes('\n');
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const step = /\n([ \t]+)/.exec(text)?.[1] ?? '  ';
  const written = items.map((item) => {
    const body = isSpread ? JSON.stringify(item, null, step) : JSON.stringify(item);
    return isOwnLine ? lineEnd + before + body.replaceAll('\n', lineEnd + before) : ` ${body}`;
  });
  const first = list.items > 0 ? ',' : '';
  const added = `${first}${written.join(',')}`;
  return (
    text.slice(0, list.to) + (list.items > 0 ? added : added.trimStart()) + text.slice(list.to)
  );
}
