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

/** Edits must not overlap. Of those that begin at the same place, insertions come first, the innermost of them foremost. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const ordered = underHeads(edits).sort(
    (a, b) =>
      a.from - b.from ||
      Number(a.to > a.from) - Number(b.to > b.from) ||
      Number(a.head !== undefined) - Number(b.head !== undefined) ||
      indentOf(b) - indentOf(a),
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

/**
 * Several blocks may end at the same place: what belongs to the inner one has to stand before what belongs to the outer one.
 * An item counts as deeper than a key in the same column, since a list may stand in the column of its own key.
 */
function indentOf({ text }: Edit): number {
  const [, indent = '', dash = ''] = /^\s*?\n([ ]*)(- )?/.exec(text) ?? [];
  return indent.length + (dash === '' ? 0 : 0.5);
}
