/** What customers want again and again and the bot has no intent for, as an intent to be. */
import type { LabelledPhrase } from '../../domain/classifier.js';
import type { JourneyResult } from '../../domain/journey.js';
import type { Phrase } from '../../domain/suggestion.js';
import { counted } from '../../lib/wording.js';
import { clusterTexts } from '../../nlu/clusters.js';
import { likenessAcross, likenessWithin } from '../../text/likeness-within.js';
import { nearDuplicate, type Prepared, similarity } from '../../text/similarity.js';
import { contentStems } from '../../text/words.js';
import type { Advice, AdviceInput, SuggestionDraft } from '../advice.js';
import { type Candidate, candidatesFrom } from '../candidates.js';
import { choose } from '../choose.js';
import { nameOf } from '../name-of.js';
import {
  coherenceFrom,
  fewestWordingsLeft,
  fewestWordingsOfGroup,
  leastLikeness,
  leastStems,
  mostGroups,
  mostWordings,
  nearGroup,
  oneMatterOfGroups,
  typical,
  utterancesRead,
} from '../settings-of-advice.js';
import { lessonsOf } from '../training.js';

const nearMissesShown = 3;

export const newIntent: Advice = {
  id: 'new_intent',
  title: 'Add an intent',
  description:
    'Wordings of customers who wanted nothing that the bot has an intent for, grouped by what they mean, without being told how many groups there are. Not: groups of a few wordings, or of wordings that have little in common. Never applied by itself: a person names the intent and writes its answer.',
  answers: ['new_intent'],
  advise(_, input) {
    const uncovered = input.journeys.filter(isUncovered);
    const all = { ...input, isRefused: input.isNoNewIntent };
    const candidates = candidatesFrom(uncovered, all, null).slice(0, mostWordings);
    if (candidates.length < fewestWordingsOfGroup) return [];
    const known = lessonsOf(input.training);
    return groupsOf(candidates, known)
      .slice(0, mostGroups)
      .map((group) => draftFor(group, input))
      .filter(({ phrases }) => phrases.length >= fewestWordingsLeft);
  },
};

const isUncovered = ({ trueIntent: { name, standing }, link }: JourneyResult): boolean =>
  name === null && standing !== 'none' && link.status === 'linked';

/** Groups that hold together, the largest first. */
function groupsOf(candidates: readonly Candidate[], known: readonly LabelledPhrase[]) {
  const texts = candidates.map(({ phrase }) => phrase.text);
  const groups = new Map<number, Candidate[]>();
  clusterTexts(texts, known).forEach((group, i) => {
    const one = candidates[i];
    if (one) groups.set(group, [...(groups.get(group) ?? []), one]);
  });
  const merged = mergeAlike([...groups.values()].filter(({ length }) => length > 1));
  const usual = merged.length === 1 ? 0 : likenessWithin(candidates);
  const least = Math.max(leastLikeness, coherenceFrom * usual);
  return merged
    .filter((group) => group.length >= fewestWordingsOfGroup && likenessWithin(group) >= least)
    .sort((a, b) => b.length - a.length);
}

/** Where wordings are few, one matter falls into a group for each phrasing. */
function mergeAlike(groups: Candidate[][]): Candidate[][] {
  const merged: Candidate[][] = [];
  for (const group of groups) {
    const twin = merged.findIndex(
      (other) =>
        likenessAcross(group, other) >=
        oneMatterOfGroups * Math.min(likenessWithin(group), likenessWithin(other)),
    );
    if (twin < 0) merged.push(group);
    else merged[twin] = [...(merged[twin] ?? []), ...group];
  }
  return merged.length < groups.length ? mergeAlike(merged) : merged;
}

function draftFor(group: readonly Candidate[], input: AdviceInput): SuggestionDraft {
  // A value that was made up names no matter.
  const texts = (list: readonly Candidate[]) => list.map(({ phrase }) => withoutValues(phrase));
  const taken = new Set(input.definition?.intents.map(({ name }) => name) ?? []);
  const intent = nameOf(texts(group), saidAtLarge(input), input.lexicon, taken);
  // What is most like the others of the group teaches most of it.
  const usual = likenessWithin(group);
  const stopWords = new Set(input.lexicon.stopWords);
  const members = group
    .filter((one) => sharesContent(one, group, stopWords))
    .map((one) => ({ ...one, informative: typicalness(one, group), doubt: 0 }))
    .filter(({ informative }) => informative >= typical.likeness * usual);
  const phrases = choose(members, [], input.config).map(({ phrase }) => phrase);
  const journeys = new Set(
    group.flatMap(({ phrase }) => phrase.sources.map((one) => one.sessionId)),
  );
  const misses = nearMisses(
    group.map(({ prepared }) => prepared),
    input,
  );
  return {
    kind: 'new_intent',
    target: intent,
    intent,
    phrases,
    ...(misses.length > 0 && { nearMisses: misses }),
    change: `Consider an intent for this: ${counted(journeys.size, 'customer')} wanted it in ${group.length} wordings, and the bot has none that covers it.`,
  };
}

const withoutValues = ({ text, entities }: Phrase): string =>
  [...entities]
    .sort((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => `${left.slice(0, start)} ${left.slice(end)}`, text);

/** What customers of all wishes say. */
const saidAtLarge = ({ results }: AdviceInput): string[] =>
  results.slice(0, utterancesRead).flatMap(({ utterance }) => utterance?.text ?? []);

/** An even sample of a large group. */
function someOthers<T>(one: T, group: readonly T[]): T[] {
  const every = Math.max(1, Math.floor(group.length / 30));
  return group.filter((other, i) => other !== one && i % every === 0);
}

function typicalness(one: Candidate, group: readonly Candidate[]): number {
  const others = someOthers(one, group);
  return (
    others.reduce((sum, other) => sum + similarity(one.prepared, other.prepared), 0) /
    Math.max(1, others.length)
  );
}

/** "How do I get a badge?" and "how do I get to Ireland?" are alike, and have no matter in common. */
function sharesContent(
  one: Candidate,
  group: readonly Candidate[],
  stopWords: ReadonlySet<string>,
): boolean {
  const stemsOf = ({ phrase }: Candidate) => contentStems(withoutValues(phrase), stopWords);
  const own = new Set(stemsOf(one));
  const others = someOthers(one, group);
  const sharing = others.filter((other) => stemsOf(other).some((stem) => own.has(stem)));
  return sharing.length >= typical.sharing * others.length;
}

/** Training phrases of other intents that are nearest to the group: what the new intent must not take from them. */
function nearMisses(group: readonly Prepared[], { training, config }: AdviceInput) {
  return training.phrases
    .filter(({ label, prepared }) => label !== null && prepared.stems.size >= leastStems)
    .map((phrase) => ({
      phrase,
      alike: Math.max(...group.slice(0, 50).map((one) => similarity(one, phrase.prepared))),
    }))
    .filter(({ alike }) => alike >= nearGroup)
    .sort((a, b) => b.alike - a.alike || (a.phrase.key < b.phrase.key ? -1 : 1))
    .map(({ phrase }) => phrase)
    .filter(
      (phrase, i, list) =>
        !list
          .slice(0, i)
          .some((other) => nearDuplicate(other.prepared, phrase.prepared, config.nearDuplicate)),
    )
    .slice(0, nearMissesShown)
    .map(({ text, intent }) => ({ text, intent }));
}
