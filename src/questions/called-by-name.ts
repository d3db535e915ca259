/**
 * What agents ask for they call by its name now and then. "Have you signed the back?" is answered by yes or no as "does anybody
 * know the PIN?" is, but in contacts in which nobody says "PIN" nobody asks for it.
 */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import type { SentenceAsk } from './asks.js';
import type { Forms, Uncalled } from './forms.js';
import type { Seen } from './seen-wordings.js';
import { calledFrom, leastCalled, mostUncalled } from './settings.js';
import { createProfiler } from './slot-profile.js';
import { intentOf } from './subjects.js';
import type { Wording } from './wordings.js';

/**
 * By words alone, before any wording has a slot: a slot that nobody names in contacts about an intent would draw questions of
 * its shape to it, and then be taken to be asked for there.
 *
 * @param contacts how many are about each intent
 * @param forms slots are asked for in their own forms, whatever they are called
 */
export function uncalledIn(
  wordings: readonly Pick<Seen, 'asked' | 'words' | 'about'>[],
  contacts: ReadonlyMap<string, number>,
  slots: readonly DefinedSlot[],
  forms: Forms,
  lexicon: Lexicon,
): Uncalled {
  const uncalled = new Map<string, Map<string, number>>();
  for (const [slot, called] of callsOf(wordings, namesOf(slots, lexicon))) {
    const [most] = [...called].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    // Nobody uses the name anywhere: it is the definition's alone.
    if (!most) continue;
    const usual = Math.min(1, most[1] / (contacts.get(most[0]) ?? most[1]));
    const its = new Map<string, number>();
    for (const [intent, n] of contacts) {
      if (forms.get(slot)?.has(intent)) continue;
      const against = logUnlikeliness(leastCalled * usual * n, called.get(intent) ?? 0);
      if (against > 0) its.set(intent, Math.min(mostUncalled, against));
    }
    if (its.size > 0) uncalled.set(slot, its);
  }
  return uncalled;
}

/**
 * Slots of which a sentence says more than half of the name.
 *
 * @param slots those that are known; of others, which are named after what was said, a prior knows by their whole name
 */
export const calledIn = (
  asks: readonly SentenceAsk[],
  prior: Wording['prior'],
  slots: ReadonlySet<string>,
): Set<string> =>
  new Set([
    ...asks.flatMap(({ slot, coverage }) => (coverage > calledFrom ? slot : [])),
    ...[...prior.keys()].filter((name) => !slots.has(name)),
  ]);

/** Slot to how many sightings have a word of its name, by the intent that they are about. */
function callsOf(
  wordings: readonly Pick<Seen, 'asked' | 'words' | 'about'>[],
  names: ReadonlyMap<string, ReadonlySet<string>>,
): Map<string, Map<string, number>> {
  const slotsOf = new Map<string, string[]>();
  for (const [slot, name] of names)
    for (const word of name) slotsOf.set(word, [...(slotsOf.get(word) ?? []), slot]);
  const calls = new Map([...names.keys()].map((slot) => [slot, new Map<string, number>()]));
  for (const { asked, words, about } of wordings) {
    if (!asked) continue;
    // "Pick up" is "pickup": words come in twos, too.
    const said = new Set(words.flatMap((word) => slotsOf.get(word.replace(' ', '')) ?? []));
    for (const slot of said)
      for (const [subject, n] of about) {
        const intent = intentOf(subject);
        const called = calls.get(slot);
        if (intent !== undefined) called?.set(intent, (called.get(intent) ?? 0) + n);
      }
  }
  return calls;
}

/** Of a Poisson distribution with this mean, against one of which what is seen is the mean; 0 where no fewer are seen. */
const logUnlikeliness = (expected: number, seen: number): number =>
  seen >= expected ? 0 : expected - seen - (seen === 0 ? 0 : seen * Math.log(expected / seen));

/** The words of a slot's name that say more than what sort of answer it has; slots without any are left out. */
function namesOf(slots: readonly DefinedSlot[], lexicon: Lexicon): Map<string, Set<string>> {
  const profile = createProfiler(lexicon);
  const isType = (kind: string) => !lexicon.slotTypes[kind]?.roleOf?.length;
  return new Map(
    slots.flatMap((slot) => {
      const own = profile(slot).parts.filter(({ kinds }) => !kinds.some(isType));
      return own.length === 0
        ? []
        : [[slot.name, new Set(own.flatMap(({ stem, also }) => [stem, ...also]))] as const];
    }),
  );
}
