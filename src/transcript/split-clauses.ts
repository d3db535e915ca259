/**
 * Sentences where nothing marks them: "ok thanks for that what is your postcode and which day suits you". A part begins where
 * the wording of a question does.
 */

import type { Hit } from '../text/phrasebook.js';
import { type Clause, sliceClause } from './clauses.js';
import type { Cue } from './cues.js';
import { oneQuestion, shortestOfTwo } from './settings.js';

/** The clause itself where it is marked as a question, or has no second part. */
export function splitClause(clause: Clause, cues: readonly Hit<Cue>[]): Clause[] {
  if (clause.question || clause.words.length < shortestOfTwo || cues.length === 0) return [clause];
  const starts: number[] = [];
  let last: Hit<Cue> | null = null;
  for (const hit of cues) {
    if (hit.to - hit.from === 1) continue;
    const isBreak = clause.breaks.includes(hit.from - 1);
    const start = isBreak ? hit.from - 1 : hit.from;
    if (start > 0 && begins(hit, isBreak, last)) starts.push(start);
    last = hit;
  }
  if (starts.length === 0) return [clause];
  return [0, ...starts].map((from, i) =>
    sliceClause(clause, from, starts[i] ?? clause.words.length),
  );
}

/** After another opening a question begins where it says what it asks for, or where "and" stands before it. */
function begins({ label, from }: Hit<Cue>, isBreak: boolean, last: Hit<Cue> | null): boolean {
  if (label === 'verify' || label === 'confirm') return false;
  if (!last) return label === 'request';
  return from - last.to > oneQuestion && (isBreak || label === 'request');
}
