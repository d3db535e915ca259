/** How agents begin and end a contact: "where are we headed" and "was there something else" ask for no slot, whatever words they share with one. */
import { addAll } from './merge-topics.js';
import type { Seen } from './seen-wordings.js';
import { closesFrom, fewestIntents, fewestSeen, mostValues, spreadFrom } from './settings.js';
import { intentOf } from './subjects.js';
import { type NameReader, topicKey } from './topics.js';
import { valueShape } from './wordings.js';
import { yesNo } from './yes-or-no.js';

type Sightings = Pick<Seen, 'times' | 'first' | 'late' | 'about' | 'answers'>;

/**
 * Told by where a wording stands and not by what it says: first, or behind the last value of its contacts, and in contacts
 * about anything. A question for a slot is answered by a value, is followed by one, or belongs to a few intents.
 */
export function createEdgeReader(wordings: readonly Sightings[]): (wording: Sightings) => boolean {
  const isSpread = createSpreadReader(wordings);
  return ({ times, first, late, about, answers }) => {
    const opens = first >= closesFrom * times && valuesIn(answers) < mostValues * times;
    if (times < fewestSeen || !(opens || late >= closesFrom * times)) return false;
    return isSpread(about);
  };
}

/** Whether sightings are about nearly as many intents as chance would bring. */
function createSpreadReader(
  wordings: readonly Pick<Seen, 'about'>[],
): (about: Seen['about']) => boolean {
  const everywhere = new Map<string, number>();
  for (const { about } of wordings)
    for (const [intent, n] of intentsOf(about))
      everywhere.set(intent, (everywhere.get(intent) ?? 0) + n);
  let all = 0;
  for (const n of everywhere.values()) all += n;

  /** Intents that so many sightings would be about if they belonged to none. */
  const expected = (sightings: number): number => {
    let sum = 0;
    for (const n of everywhere.values()) sum += 1 - (1 - n / all) ** sightings;
    return sum;
  };

  return (about) => {
    const own = intentsOf(about);
    const sightings = own.reduce((sum, [, n]) => sum + n, 0);
    return own.length >= Math.max(fewestIntents, spreadFrom * expected(sightings));
  };
}

/** Keys of names that are said whatever the customer wants: "a few things" is how agents begin to ask. */
export function framesIn(wordings: readonly Seen[], nameOf: NameReader): Set<string> {
  const isSpread = createSpreadReader(wordings);
  const about = new Map<string, Map<string, number>>();
  for (const wording of wordings) {
    const name = wording.asked ? nameOf(wording.sentence.clause) : null;
    if (!name) continue;
    const its = about.get(topicKey(name)) ?? new Map<string, number>();
    about.set(topicKey(name), its);
    addAll(its, wording.about);
  }
  return new Set([...about].flatMap(([key, its]) => (isSpread(its) ? key : [])));
}

/** Who asks for a name first begins with a question for a slot. */
function valuesIn(answers: Seen['answers']): number {
  let values = 0;
  for (const [form, n] of answers) if (valueShape(form) !== null && form !== yesNo) values += n;
  return values;
}

const intentsOf = (about: Seen['about']): [intent: string, n: number][] =>
  [...about].flatMap(([subject, n]) => {
    const intent = intentOf(subject);
    return intent === undefined ? [] : [[intent, n]];
  });
