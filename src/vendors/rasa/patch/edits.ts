/** Changes to a text by position: every byte that no edit names stays as it is. */

export interface Edit {
  path: string;
  /** UTF-16 offsets into the file as it is now; equal where something is only put in. */
  from: number;
  to: number;
  text: string;
  /** Stands once before all edits at this place with the same head: a section that the file lacked. */
  head?: string;
}

/**
 * Edits must not overlap. At one place insertions come first: the deeper before the shallower, as YAML nests them,
 * new sections after what goes into the section before them, and else in the order given.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = underHeads(edits).sort(
    (a, b) =>
      a.from - b.from ||
      Number(a.to > a.from) - Number(b.to > b.from) ||
      indentOf(b) - indentOf(a) ||
      Number(a.head !== undefined) - Number(b.head !== undefined),
  );
  let result = '';
  let at = 0;
  for (const edit of ordered) {
    result += text.slice(at, edit.from) + edit.text;
    at = edit.to;
  }
  return result + text.slice(at);
}

function underHeads(edits: readonly Edit[]): Edit[] {
  const joined = new Map<string, Edit>();
  edits.forEach((edit, i) => {
    const key = edit.head === undefined ? String(i) : `${edit.from}${edit.head}`;
    const before = joined.get(key);
    const start = before?.text ?? edit.head ?? '';
    joined.set(key, { ...edit, text: start + edit.text });
  });
  return [...joined.values()];
}

/** Of the first line that has content. */
function indentOf({ text }: Edit): number {
  return /^(?:\r?\n)*( *)/.exec(text)?.[1]?.length ?? 0;
}

/** The line ending that stands at a place; empty inside a line and at the end of the text. */
export function lineEndAt(text: string, at: number): string {
  return /^\r?\n/.exec(text.slice(at, at + 2))?.[0] ?? '';
}

/** How a line put in after the one at `at` ends: as that one does, or as the one before where it has no ending. */
export function lineEndFor(text: string, at: number): string {
  const before = text.slice(0, startOfLine(text, at)).endsWith('\r\n') ? '\r\n' : '\n';
  return lineEndAt(text, endOfLine(text, at)) || before;
}

/** Where the line's content ends, before its line ending. */
export function endOfLine(text: string, at: number): number {
  const feed = text.indexOf('\n', at);
  if (feed < 0) return text.length;
  return feed > at && text[feed - 1] === '\r' ? feed - 1 : feed;
}

export function startOfLine(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** End of the last line that has content before `at`; a comment on that line is within. */
export function endOfContent(text: string, at: number): number {
  return endOfLine(text, text.slice(0, at).trimEnd().length);
}
