/**
 * Words with their slot values marked, as people write and read them: `pay [567](amount)`; also `[NYC](city:New York)` and
 * `[Berlin]{"entity": "city"}`, as training files have it.
 */
import { objectOf } from '../lib/json.js';

export interface Mark {
  name: string;
  /** UTF-16 offsets into the text, end exclusive. */
  start: number;
  end: number;
  /** What tells two values of one entity apart: `{"entity": "city", "role": "to"}`. */
  role?: string;
  group?: string;
}

export interface Marked {
  text: string;
  marks: Mark[];
}

const mark = /\[([^[\]]+)\](?:\(([^()]*)\)|(\{[^{}]*\}))/g;

/** @returns null where a bracket is left that marks nothing: an annotation that was not closed, or has no name */
export function readMarked(written: string): Marked | null {
  const marks: Mark[] = [];
  let text = '';
  let at = 0;
  for (const { 0: whole, 1: words = '', 2: short, 3: long, index } of written.matchAll(mark)) {
    const { name, ...part } =
      short === undefined ? entityIn(long ?? '') : { name: short.split(':')[0]?.trim() };
    if (!name) return null;
    text += written.slice(at, index);
    marks.push({ name, start: text.length, end: text.length + words.length, ...part });
    text += words;
    at = index + whole.length;
  }
  text += written.slice(at);
  return /[[\]]/.test(text) ? null : { text, marks };
}

/** A file's text with the values of its phrases unmarked, whatever else is in it. */
export const unmarked = (text: string): string => text.replace(mark, '$1');

/** The reverse; of marks that overlap the first stays. */
export function writeMarked({ text, marks }: Marked): string {
  let written = '';
  let at = 0;
  for (const { name, start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start || end > text.length) continue;
    written += `${text.slice(at, start)}[${text.slice(start, end)}](${name})`;
    at = end;
  }
  return written + text.slice(at);
}

function entityIn(json: string): { name?: string; role?: string; group?: string } {
  try {
    const { entity, role, group } = objectOf(JSON.parse(json));
    return {
      ...(typeof entity === 'string' && { name: entity }),
      ...(typeof role === 'string' && { role }),
      ...(typeof group === 'string' && { group }),
    };
  } catch {
    return {};
  }
}
