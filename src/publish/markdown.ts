/** Strangers' words in Markdown: shown, never obeyed. */
import { clip, visible } from '../lib/visible.js';

/** One line in which nothing is markup. */
export function plainLine(text: string, longest = 300): string {
  return clip(text, longest).replace(/[\\`*_[\]<>|~#&!]/g, '\\$&');
}

/**
 * Words in a block of code: there no tracker turns an @name into a mail to somebody or a link into one that can be clicked.
 * The fence is longer than any run of backticks within.
 */
export function fenced(lines: readonly string[], longest = 300): string {
  const text = lines.map((line) => clip(visible(line), longest)).join('\n');
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(2, ...runs) + 1);
  return `${fence}text\n${text}\n${fence}`;
}
