/** What is proposed once, although several tickets would propose it. */
import type { Phrase, Suggestion } from '../domain/suggestion.js';
import { prepare } from '../text/similarity.js';
import type { Unreviewed } from './decisions.js';
import { areTwins } from './same-wording.js';
import { twinsFrom } from './settings.js';
import { phraseKey } from './training.js';
import type { Wording } from './wording.js';

/**
 * A phrase, and another threshold, is proposed once, by the ticket that ranks highest; nor is what says nearly the same proposed for the same
 * intent, or for none, by another ticket. A new intent is another answer to the same phrases.
 * @param before what was proposed on earlier nights and stands
 * @param valuesFrom from which similarity (0 to 1) on two phrases with values are twins: values are much alike
 */
export function withoutRepeats(
  drafts: readonly Unreviewed[],
  before: readonly Suggestion[],
  valuesFrom: number,
  wordingOf: (phrase: Phrase) => Wording = ({ text }) => ({
    key: phraseKey(text),
    prepared: prepare(text),
  }),
): Unreviewed[] {
  const standing = before.filter(({ kind }) => kind !== 'new_intent');
  const proposed = new Set(
    standing.flatMap(({ phrases }) => phrases.map(({ text }) => phraseKey(text))),
  );
  const alike = new Map<string, Wording[]>();
  const ofLabel = ({ kind, intent }: Pick<Suggestion, 'kind' | 'intent'>) => {
    const label = JSON.stringify([kind, intent]);
    const known = alike.get(label) ?? [];
    alike.set(label, known);
    return known;
  };
  const comparedIn = (kind: Suggestion['kind'], phrase: Phrase) =>
    comparableIn(kind, wordingOf(phrase));
  for (const one of standing)
    ofLabel(one).push(...one.phrases.map((phrase) => comparedIn(one.kind, phrase)));
  const threshold = [...before, ...drafts].find(({ kind }) => kind === 'change_threshold');
  return drafts.flatMap((draft) => {
    if (draft.kind === 'change_threshold') return draft === threshold ? [draft] : [];
    if (draft.phrases.length === 0 || draft.kind === 'new_intent') return [draft];
    const others = [...ofLabel(draft)];
    const from = draft.kind === 'add_slot_examples' ? valuesFrom : twinsFrom;
    const phrases = draft.phrases.filter((phrase) => {
      const said = comparedIn(draft.kind, phrase);
      if (proposed.has(said.key) || others.some((one) => areTwins(one, said, from))) return false;
      proposed.add(said.key);
      ofLabel(draft).push(said);
      return true;
    });
    return phrases.length === 0 ? [] : [{ ...draft, phrases }];
  });
}

/** Of an answer hardly more is left than the name of its slot: it is compared by its words alone. */
const comparableIn = (kind: Suggestion['kind'], { key, prepared, ...more }: Wording): Wording =>
  kind === 'add_slot_examples' ? { key, prepared } : { key, prepared, ...more };

/**
 * Two intents are brought up once, and a merge of them is not proposed where the bot can ask which of them is meant; nor is one answer proposed
 * twice to what the bot has no intent for. What stands stays: it may be decided already.
 * @param before see `withoutRepeats`
 */
export function withoutSameChanges(
  drafts: readonly Unreviewed[],
  before: readonly Suggestion[],
): Unreviewed[] {
  const known = new Set(before.map((one) => changeKey(one)));
  const asked = new Set(
    [...before, ...drafts].flatMap((one) =>
      one.kind === 'add_disambiguation' ? (changeKey(one) ?? []) : [],
    ),
  );
  return drafts.filter((draft) => {
    const key = changeKey(draft);
    if (key === null) return true;
    const asking = draft.kind === 'merge_intents' ? pairKey('add_disambiguation', draft) : '';
    return !asked.has(asking) && !known.has(key) && known.add(key);
  });
}

type Change = Pick<Suggestion, 'kind' | 'intent' | 'fromIntent' | 'prompt'>;

/** Equal for two suggestions of one change; null for kinds that `withoutRepeats` tells by their phrases, or their tickets. */
function changeKey(one: Change): string | null {
  const { kind, intent, prompt } = one;
  if (kind === 'merge_intents' || kind === 'add_disambiguation') return pairKey(kind, one);
  const isAnswer = kind === 'add_answer' && intent === undefined && prompt !== undefined;
  return isAnswer ? JSON.stringify([kind, phraseKey(prompt)]) : null;
}

const pairKey = (kind: Suggestion['kind'], { intent = '', fromIntent = '' }: Change): string =>
  JSON.stringify([kind, ...[intent, fromIntent].sort()]);

/** Wordings of one intent are read in one go, at the ticket that ranks highest; what is in doubt stays apart. */
export function onceAnIntent(drafts: readonly Unreviewed[], most: number): Unreviewed[] {
  const first = new Map<string, Unreviewed>();
  const merged = drafts.flatMap((draft) => {
    if (draft.kind !== 'add_phrases') return [draft];
    const name = JSON.stringify([draft.intent, draft.risk]);
    const before = first.get(name);
    if (!before) {
      const own = { ...draft, phrases: [...draft.phrases] };
      first.set(name, own);
      return [own];
    }
    before.phrases.push(...draft.phrases.slice(0, most - before.phrases.length));
    return [];
  });
  return merged;
}
