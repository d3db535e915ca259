/** Places in a text by line. Offsets are UTF-16 units; a line's content ends before its line end. */

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

/**
 * How the line at `at` ends, or, where it is the last and has no end, the line before it. Files with both kinds of line end
 * exist: what is put in ends as its neighbours do.
 */
export function lineEndAt(text: string, at: number): string {
  const next = text.indexOf('\n', at);
  const feed = next < 0 ? text.lastIndexOf('\n', at) : next;
  return feed > 0 && text[feed - 1] === '\r' ? '\r\n' : '\n';
}
