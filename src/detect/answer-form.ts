/** What an answer looks like, whatever its value: "⟨phone:9f2c41⟩" is a phone, "£12.50" is £d2.d2, "the white one" its words. */
import { stem } from '../text/words.js';
import type { ReadTurn } from './turns.js';

const token = /⟨([a-z_]+):[0-9a-f]+⟩/g;
const mostWords = 6;

/** Distinct forms, in the order of the text; empty for no text. */
export function answerForms(turns: readonly ReadTurn[]): string[] {
  const forms = new Set<string>();
  for (const turn of turns) {
    if (turn.text.includes('?')) forms.add('~question');
    if (turn.marks.has('evasion')) forms.add('~evasion');
    else if (turn.courtesyOnly) forms.add('~courtesy');
    else addForms(turn, forms);
  }
  return [...forms];
}

function addForms({ text, content }: ReadTurn, forms: Set<string>): void {
  for (const [, kind = ''] of text.matchAll(token)) forms.add(`⟨${kind}`);
  for (const part of text.replace(token, ' ').split(/\s+/))
    if (/\d/.test(part)) forms.add(digitsForm(part));
  for (const word of content.slice(0, mostWords)) if (!/\d/.test(word)) forms.add(stem(word));
  if (content.length > mostWords) forms.add('~long');
}

/** "05/03/1985" is d2/d2/d4. */
function digitsForm(part: string): string {
  return part
    .toLowerCase()
    .replace(/[.,;:!?]+$/, '')
    .replace(/\d+/g, (digits) => `d${digits.length}`);
}
