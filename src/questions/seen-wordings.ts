/** Every wording of the agents', with all its sightings. */

import { isValue } from './answer-form.js';
import { shapesGiven } from './answer-shapes.js';
import { wordingOf } from './asked-by-words.js';
import type { Sentence } from './asks.js';
import { isAsked, type Question } from './questions.js';
import { unseenWording, type Wording } from './wordings.js';

export interface Seen extends Wording {
  /** By which all its sightings are known: its words, and whether it asks. */
  key: string;
  sentence: Sentence;
  asked: boolean;
  /** Contacts in which it was said. */
  contacts: Set<number>;
  /** How often it stood in an agent's first turn, and how often a value answered it. */
  first: number;
  answered: number;
  /** How often it stood behind the last value of its contact. */
  late: number;
}

export function addSighting(
  seen: Map<string, Seen>,
  question: Question,
  about: readonly string[],
  contact: number,
): Seen {
  const { sentence, answer, proof, denied, first, late } = question;
  const asked = isAsked(question);
  const key = `${asked} ${sentence.clause.stems.join(' ')}`;
  const wording = seen.get(key) ?? neverSeen(key, sentence, asked);
  if (wording.times === 0) seen.set(key, wording);
  wording.times += 1;
  wording.contacts.add(contact);
  if (first) wording.first += 1;
  if (isValue(answer)) wording.answered += 1;
  if (late) wording.late += 1;
  for (const form of answer) count(wording.answers, form);
  const given = shapesGiven(answer);
  if (given !== null) count(wording.given, given);
  for (const subject of about) count(wording.about, subject);
  for (const slot of proof) count(wording.proofs, slot);
  for (const slot of denied) count(wording.denials, slot);
  return wording;
}

const neverSeen = (key: string, sentence: Sentence, asked: boolean): Seen => ({
  ...unseenWording(),
  words: wordingOf(sentence.clause),
  times: 0,
  key,
  sentence,
  asked,
  contacts: new Set(),
  first: 0,
  answered: 0,
  late: 0,
});

export const count = (counts: Map<string, number>, key: string) =>
  counts.set(key, (counts.get(key) ?? 0) + 1);
