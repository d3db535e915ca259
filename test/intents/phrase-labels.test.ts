import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Classifier, LabelledPhrase } from '../../src/domain/classifier.js';
import { type Filed, phraseLabels } from '../../src/intents/phrase-labels.js';
import { byPhrases } from '../../src/intents/settings.js';

/** Names the label under which most of a text's words were said. */
function train(taught: LabelledPhrase[]): Classifier {
  const labels = [...new Set(taught.flatMap(({ intent }) => intent ?? []))].sort();
  const said = (label: string, word: string) =>
    taught.some(({ text, intent }) => intent === label && text.split(' ').includes(word));
  return {
    engine: 'test',
    intents: labels,
    classify(text) {
      const hits = labels.map(
        (label) => text.split(' ').filter((word) => said(label, word)).length + 0.01,
      );
      const all = hits.reduce((sum, n) => sum + n, 0);
      const ranking = labels.map((intent, i) => ({ intent, probability: (hits[i] ?? 0) / all }));
      return { intent: labels[0] ?? null, probability: 0, ranking, none: 0 };
    },
  };
}

const phrases = [
  { text: 'when is pay day', intent: 'payday' },
  { text: 'when do wages come', intent: 'payday' },
  { text: 'next holiday please', intent: 'holiday' },
];
const intents = ['payday', 'holiday'];
const filed = (label: string, text: string, count: number): Filed[] =>
  Array.from({ length: count }, (_, i) => ({ key: `${label}-${i}`, label, texts: [text, text] }));
const othersOf = (count: number) =>
  ['C1', 'C2', 'C3', 'C4', 'C5'].flatMap((label) => filed(label, `about ${label}`, count));
const others = othersOf(8);
const wages = filed('P', 'wages pay day', 8);

describe('labels of training phrases', () => {
  it('are those under which their words are said', () => {
    const found = phraseLabels([...wages, ...others], phrases, intents, train);
    const [payday = 0, holiday] = found.get('P') ?? [];
    expect(payday).toBeGreaterThan(0.9);
    expect(holiday).toBe(0);
    expect(found.get('C1')).toEqual([0, 0]);
  });

  it('are not asked for where a label has very few contacts, or enough to tell its meaning by themselves', () => {
    const ofWages = (count: number) => {
      const list = [...filed('P', 'wages pay day', count), ...othersOf(count)];
      return phraseLabels(list, phrases, intents, train).get('P');
    };
    expect(ofWages(byPhrases.fewestOfLabel - 1)).toBeUndefined();
    expect(ofWages(byPhrases.fewestOfLabel)?.[0]).toBeGreaterThan(0.9);
    expect(ofWages(byPhrases.mostOfLabel)?.[0]).toBeGreaterThan(0.9);
    expect(ofWages(byPhrases.mostOfLabel + 1)).toBeUndefined();
  });

  it('train nothing where no label has few contacts', () => {
    const many = ['A', 'B'].flatMap((label) => filed(label, label, byPhrases.mostOfLabel + 1));
    const refuse = () => {
      throw new Error('trained');
    };
    expect(phraseLabels(many, phrases, intents, refuse).size).toBe(0);
    expect(phraseLabels([], phrases, intents, refuse).size).toBe(0);
  });

  it('do not depend on the order of the journeys', () => {
    const all = [...wages, ...others];
    const expected = phraseLabels(all, phrases, intents, train);
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(phraseLabels(shuffled, phrases, intents, train)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });
});
