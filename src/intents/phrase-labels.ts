/**
 * Under which labels (wrap-up codes) the bot's own training phrases would be filed. A label's meaning is learned from what a classifier of few phrases
 * makes of live wording, so where it takes one intent for its neighbour, the label comes to mean the neighbour and then confirms it.
 * Read the other way round nothing is guessed of the wish: customers' words under each label are known, and so are the phrases' intents.
 */
import type { Classifier, LabelledPhrase } from '../domain/classifier.js';
import { seedOf } from '../lib/seed.js';
import { byPhrases } from './settings.js';

/** A journey's words with what its contact is filed under. */
export interface Filed {
  /** Puts it in its place in the sample, whatever other journeys there are. */
  key: string;
  label: string;
  texts: readonly string[];
}

/**
 * By label of few contacts, for each intent: the mean probability that its phrases are filed so, 0 where that is not much likelier than for any words.
 * What a label of many contacts means, they tell by themselves: there phrases would make the label's new wishes look like its known ones.
 */
export type PhraseLabels = ReadonlyMap<string, readonly number[]>;

/** Cost: one training on a bounded sample, and one classification a phrase; none where no label has few contacts. */
export function phraseLabels(
  filed: readonly Filed[],
  phrases: readonly LabelledPhrase[],
  intents: readonly string[],
  train: (phrases: LabelledPhrase[]) => Classifier,
): PhraseLabels {
  const byLabel = labelsIn(filed);
  const seldom = [...byLabel].filter(([, own]) => own.length <= byPhrases.mostOfLabel);
  if (seldom.length === 0 || byLabel.size < 2) return new Map();
  const taught = [...byLabel].flatMap(([label, own]) => sampleOf(label, own));
  const classifier = train(taught);
  const found = new Map(seldom.map(([label]) => [label, intents.map(() => 0)]));
  intents.forEach((intent, k) => {
    const own = phrases.filter((phrase) => phrase.intent === intent);
    for (const { text } of own)
      for (const { intent: label, probability } of classifier.classify(text).ranking) {
        const shares = found.get(label);
        if (shares) shares[k] = (shares[k] ?? 0) + probability / own.length;
      }
  });
  for (const [label, shares] of found) {
    const ofAny = taught.filter(({ intent }) => intent === label).length / taught.length;
    shares.forEach((share, k) => {
      if (share < byPhrases.leastLift * ofAny) shares[k] = 0;
    });
  }
  return found;
}

/** Labels that enough journeys have, with these. */
function labelsIn(filed: readonly Filed[]): Map<string, Filed[]> {
  const byLabel = new Map<string, Filed[]>();
  for (const one of filed) byLabel.set(one.label, [...(byLabel.get(one.label) ?? []), one]);
  const enough = [...byLabel].filter(([, own]) => own.length >= byPhrases.fewestOfLabel);
  return new Map(enough.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Of many journeys the same few, whichever others there are. */
const sampleOf = (label: string, own: readonly Filed[]): LabelledPhrase[] =>
  own
    .map((one) => ({ one, seed: seedOf(one.key) }))
    .sort((a, b) => a.seed - b.seed || (a.one.key < b.one.key ? -1 : 1))
    .slice(0, byPhrases.mostOfLabel)
    .flatMap(({ one }) => [...new Set(one.texts)].map((text) => ({ text, intent: label })));
