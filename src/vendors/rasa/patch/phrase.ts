/** A customer's words as a line of Rasa training data. The format has no escapes, so what would be obeyed is replaced. */
import type { Phrase } from '../../../domain/suggestion.js';
import { withoutUnseen } from '../../../lib/visible.js';
import { annotation } from '../training/examples.js';

/** A personal value that was never replaced by a made-up one. */
const redacted = /⟨\w+:[0-9a-f]+⟩/;

export interface Line {
  key: string;
  text: string;
}

/** The words without their entity annotations. */
export function withoutAnnotations(raw: string): string {
  return raw.replace(annotation, '$1');
}

/** Phrases with the same key are the same to a classifier: letter case, spaces and the kind of brackets do not count. */
export function exampleKey(plain: string): string {
  return withoutSquare(plain.normalize('NFC')).replace(/\s+/g, ' ').trim().toLowerCase();
}

const withoutSquare = (text: string): string => text.replaceAll('[', '(').replaceAll(']', ')');

/**
 * One line, annotated as `[value](entity)`; null where nothing usable is left.
 * @param labelOf what marks a slot's value, as `(entity)`; null leaves the value unmarked.
 */
export function lineOf(
  { text, entities }: Pick<Phrase, 'text' | 'entities'>,
  labelOf: (slot: string) => string | null,
): Line | null {
  if (redacted.test(text)) return null;
  let line = '';
  let at = 0;
  for (const { slot, start, end } of [...entities].sort((a, b) => a.start - b.start)) {
    const [from, to] = [whole(text, start, -1), whole(text, end, 1)];
    // Overlaps cannot be written; the first one stays.
    if (from < at || to <= from || to > text.length) continue;
    line += harmless(text.slice(at, from)) + annotated(text.slice(from, to), labelOf(slot));
    at = to;
  }
  // A text that begins with a slash is read as a command, not as words.
  line = (line + harmless(text.slice(at))).replace(/\s+/g, ' ').replace(/^[\s/]+|\s+$/g, '');
  const key = exampleKey(withoutAnnotations(line));
  return /[\p{L}\p{N}]/u.test(key) ? { key, text: line } : null;
}

/** An offset that would part a surrogate pair moves out of it. */
function whole(text: string, offset: number, step: 1 | -1): number {
  return /^[\udc00-\udfff]/.test(text.slice(offset)) &&
    /[\ud800-\udbff]$/.test(text.slice(0, offset))
    ? offset + step
    : offset;
}

function annotated(value: string, label: string | null): string {
  const words = harmless(value);
  const inner = words.trim().replace(/^\/+/, '');
  if (label === null || inner === '') return words;
  const [before, after] = [/^\s/.test(words) ? ' ' : '', /\s$/.test(words) ? ' ' : ''];
  return `${before}[${inner}]${label}${after}`;
}

/** Brackets would start an annotation; a line end would start another line. */
function harmless(text: string): string {
  return withoutSquare(withoutUnseen(text)).replace(/\s+/g, ' ');
}
