import { describe, expect, it } from 'vitest';
import type { Classifier, LabelledPhrase } from '../../src/domain/classifier.js';
import { inProcess } from '../../src/nlu/engine.js';
import { backtestOf, createCrossValidation } from '../../src/suggest/cross-validation.js';
import type { Drafted } from '../../src/suggest/decisions.js';
import { readTraining } from '../../src/suggest/training.js';
import { trimOutOfScope } from '../../src/suggest/trim.js';
import { definition } from './library.js';

/** Refuses every text that begins like an out-of-scope example. */
function wary(phrases: readonly LabelledPhrase[]): Classifier {
  const refused = new Set(
    phrases.filter(({ intent }) => intent === null).map(({ text }) => text.split(' ')[0]),
  );
  return {
    engine: 'wary',
    intents: ['loans', 'fines'],
    classify(text) {
      const word = text.split(' ')[0];
      const intent = refused.has(word) ? null : word === 'loan' ? 'loans' : 'fines';
      return { intent, probability: 1, ranking: [], none: 0 };
    },
  };
}

const examples = (word: string) => Array.from({ length: 12 }, (_, i) => `${word} of book ${i}`);
const training = readTraining(
  {
    ...definition,
    intents: [
      { name: 'loans', examples: examples('loan'), requiredSlots: [] },
      { name: 'fines', examples: examples('fine'), requiredSlots: [] },
    ],
  },
  wary,
);
const bench = await createCrossValidation(training, [], inProcess(wary));
const draftOf = (texts: string[], decision: 'pending' | 'accepted' = 'pending'): Drafted => ({
  id: 'S-1',
  ticket: 'T-1',
  kind: 'out_of_scope_phrases',
  target: 'out_of_scope',
  phrases: texts.map((text) => ({ text, entities: [], sources: [] })),
  change: '',
  review: { decision },
});
const kept = async (draft: Drafted) =>
  (await trimOutOfScope(bench, [draft], 24)).flatMap(({ phrases, risk }) =>
    risk === 'cost' ? [] : phrases.map(({ text }) => text),
  );

describe('out-of-scope examples', () => {
  it('go where they make the bot refuse what it can do', async () => {
    expect(await kept(draftOf(['loan of a parrot', 'weather at the harbour']))).toEqual([
      'weather at the harbour',
    ]);
  });

  it('go where they make the bot refuse what it does by itself, which no other figure counts', async () => {
    const handled = examples('lease').map((text) => ({
      text,
      intent: 'fines',
      handled: true as const,
    }));
    const guarded = await createCrossValidation(training, handled, inProcess(wary));
    const draft = draftOf(['lease of a parrot', 'weather at the harbour']);
    const [left] = await trimOutOfScope(guarded, [draft], 24);
    expect(left?.phrases.map(({ text }) => text)).toEqual(['weather at the harbour']);
    expect(await trimOutOfScope(bench, [draft], 24)).toEqual([draft]);
    expect(backtestOf(guarded, guarded.before).n).toBe(backtestOf(bench, bench.before).n);
  });

  it('go where live requests are lost, however many training phrases are not, and stay for one alone', async () => {
    const many = readTraining(
      {
        ...definition,
        intents: ['loan', 'fine'].map((word) => ({
          name: `${word}s`,
          examples: Array.from({ length: 200 }, (_, i) => `${word} of book ${i}`),
          requiredSlots: [],
        })),
      },
      wary,
    );
    const left = async (lost: number) => {
      const live = Array.from({ length: 60 }, (_, i) => ({
        text: `${i < lost ? 'lease' : 'fine'} ${i}`,
        intent: 'fines',
      }));
      const guarded = await createCrossValidation(many, live, inProcess(wary));
      const [first] = await trimOutOfScope(
        guarded,
        [draftOf(['lease of a parrot', 'weather'])],
        400,
      );
      return first?.phrases.map(({ text }) => text);
    };
    expect(await left(3)).toEqual(['weather']);
    expect(await left(1)).toEqual(['lease of a parrot', 'weather']);
  });

  it('go where one intent loses significantly, however little that is of all', async () => {
    const handled = Array.from({ length: 2000 }, (_, i) => ({
      text: `fine ${i}`,
      intent: 'fines',
      handled: true as const,
    }));
    const busy = await createCrossValidation(training, handled, inProcess(wary));
    const left = async (texts: string[]) =>
      (await trimOutOfScope(busy, [draftOf(texts)], 24))[0]?.phrases.map(({ text }) => text);
    expect(await left(['loan of a parrot', 'weather at the harbour'])).toEqual([
      'weather at the harbour',
    ]);
  });

  it('are kept for a person to read once they have gone', async () => {
    const found = await trimOutOfScope(
      bench,
      [draftOf(['loan of a parrot', 'weather at the harbour'])],
      24,
    );
    expect(found).toHaveLength(2);
    expect(found[1]).toMatchObject({ risk: 'cost', phrases: [{ text: 'loan of a parrot' }] });
    expect(found[1]?.id).not.toBe(found[0]?.id);
  });

  it('stay where they cost nothing in scope', async () => {
    const texts = ['parrots of the isles', 'weather at the harbour'];
    expect(await kept(draftOf(texts))).toEqual(texts);
  });

  it('stay where they gain more than they cost', async () => {
    const journeys = Array.from({ length: 60 }, (_, i) => ({
      text: `loan shark ${i}`,
      intent: null,
    }));
    const draft = draftOf(['loan of a parrot']);
    expect(
      await trimOutOfScope(
        await createCrossValidation(training, journeys, inProcess(wary)),
        [draft],
        24,
      ),
    ).toEqual([draft]);
  });

  it('stay where a person has accepted them', async () => {
    expect(await kept(draftOf(['loan of a parrot'], 'accepted'))).toEqual(['loan of a parrot']);
  });
});
