import { describe, expect, it } from 'vitest';
import type { Classifier, LabelledPhrase } from '../../src/domain/classifier.js';
import { inProcess } from '../../src/nlu/engine.js';
import {
  backtestOf,
  changesByIntent,
  createCrossValidation,
  flipsOf,
} from '../../src/suggest/cross-validation.js';
import { readTraining } from '../../src/suggest/training.js';
import { tryAll } from '../../src/suggest/trials.js';
import { definition } from './library.js';

/** Says `fines` to everything once it has learned the word "poison", else what is right by the first word. */
function gullible(phrases: readonly LabelledPhrase[]): Classifier {
  const poisoned = phrases.some(({ text }) => text.startsWith('poison'));
  return {
    engine: 'gullible',
    intents: ['loans', 'fines'],
    classify(text) {
      const intent = poisoned || text.startsWith('fine') ? 'fines' : 'loans';
      return { intent, probability: 1, ranking: [], none: 0 };
    },
  };
}

const phrase = (text: string) => ({ text, entities: [], sources: [] });
const draft = (id: string, intent: string, texts: string[]) => ({
  id,
  kind: 'add_phrases' as const,
  target: intent,
  intent,
  phrases: texts.map(phrase),
  change: '',
});
const examples = (word: string) => Array.from({ length: 12 }, (_, i) => `${word} ${i}`);
const training = readTraining(
  {
    ...definition,
    intents: [
      { name: 'loans', examples: examples('loan'), requiredSlots: [] },
      { name: 'fines', examples: examples('fine'), requiredSlots: [] },
    ],
  },
  gullible,
);
const bench = await createCrossValidation(training, [], inProcess(gullible));
const bad = draft('bad', 'fines', ['poison one', 'poison two', 'poison three', 'poison four']);
const good = draft('good', 'loans', ['loan of a map']);

describe('suggestions tested together', () => {
  it('point at the one that takes the utterances of another intent', async () => {
    const found = await tryAll(bench, [good, bad], training.phrases.length);
    expect(found.get('bad')).toMatchObject({ harmful: true });
    expect(found.get('bad')?.changes[0]).toMatchObject({ intent: 'loans', losses: 12, wins: 0 });
  });

  it('leave the others without blame', async () => {
    const found = await tryAll(bench, [good, bad], training.phrases.length);
    expect(found.get('good')).toMatchObject({ harmful: false, changes: [] });
  });

  it('harm nothing where none does', async () => {
    const other = draft('other', 'loans', ['loan of a film']);
    const found = await tryAll(bench, [good, other], training.phrases.length);
    for (const { harmful } of found.values()) expect(harmful).toBe(false);
  });
});

describe('out-of-scope examples', () => {
  /** Refuses nothing before it has learned both parts. */
  const needsBoth = (phrases: readonly LabelledPhrase[]): Classifier => {
    const taught = (word: string) => phrases.some(({ text }) => text.startsWith(word));
    const both = taught('parrot') && taught('ferret');
    return {
      ...gullible(phrases),
      classify(text) {
        const intent = both && text.startsWith('zoo') ? null : 'loans';
        return { intent, probability: 1, ranking: [], none: 0 };
      },
    };
  };
  const part = (id: string, texts: string[]) => ({
    id,
    kind: 'out_of_scope_phrases' as const,
    target: id,
    phrases: texts.map(phrase),
    change: '',
  });
  const several = (word: string) => Array.from({ length: 8 }, (_, i) => `${word} ${i}`);

  it('are tested in the company of all others', async () => {
    const journeys = several('zoo').map((text) => ({ text, intent: null }));
    const own = await createCrossValidation(training, journeys, inProcess(needsBoth));
    const parts = [part('first', several('parrot')), part('second', several('ferret'))];
    const found = await tryAll(own, [...parts, good], training.phrases.length);
    for (const { id } of parts) {
      const outcome = found.get(id);
      expect(outcome?.alone).toBe(false);
      expect(outcome && backtestOf(own, outcome.tried).outOfScope).toMatchObject({
        before: 0,
        after: 1,
      });
    }
    expect(found.get('good')).toMatchObject({ alone: true });
  });
});

describe('the bench', () => {
  it('counts what became right and what became wrong, not what the bot handled', async () => {
    const journeys = [{ text: 'loan of a boat', intent: 'loans', handled: true as const }];
    const own = await createCrossValidation(training, journeys, inProcess(gullible));
    const said = own.tests.map(({ intent }) => (intent === 'loans' ? 'fines' : intent));
    const before = { ...own, before: { engine: 'any', said } };
    expect(flipsOf(own, { engine: 'any', said })).toEqual({ wins: 0, losses: 12 });
    expect(flipsOf(before, own.before)).toEqual({ wins: 12, losses: 0 });
  });

  it('judges each training phrase once, by what was trained without it', () => {
    expect(bench.tests.map(({ text }) => text).sort()).toEqual(
      training.phrases.map(({ text }) => text).sort(),
    );
    expect(changesByIntent(bench, bench.before).every(({ losses }) => losses === 0)).toBe(true);
  });

  it('lets no wording teach in the fold in which it is judged', async () => {
    const asked = Array.from({ length: 40 }, (_, i) => `loan number ${i}`);
    const seen: [string[], string][] = [];
    const watched = (phrases: LabelledPhrase[]): Classifier => ({
      ...gullible(phrases),
      classify(text) {
        seen.push([phrases.map((one) => one.text), text]);
        return gullible(phrases).classify(text);
      },
    });
    const journeys = asked.map((text) => ({ text, intent: 'loans' }));
    const watching = await createCrossValidation(training, journeys, inProcess(watched));
    await watching.try([draft('all', 'loans', asked)]);
    expect(seen.length).toBeGreaterThan(asked.length);
    for (const [taught, text] of seen) expect(taught).not.toContain(text);
  });

  it('trains once for the same drafts, and again for others', async () => {
    let trainings = 0;
    const counted = await createCrossValidation(
      training,
      [],
      inProcess((phrases) => {
        trainings++;
        return gullible(phrases);
      }),
    );
    const first = await counted.try([good]);
    const once = trainings;
    expect(await counted.try([{ ...good }])).toBe(first);
    expect(trainings).toBe(once);
    await counted.try([good, bad]);
    expect(trainings).toBeGreaterThan(once);
  });

  it('gives the change of the worst intent with its interval', async () => {
    const tried = { engine: 'any', said: bench.before.said.map(() => 'fines') };
    const loans = bench.tests.filter(({ intent }) => intent === 'loans').length;
    const { worstIntent } = backtestOf(bench, tried);
    // By hand: Wilson's 90 % interval of 0 wins in `loans` changes is [0, z² / (loans + z²)], z = 1.645.
    const high = 1.645 ** 2 / (loans + 1.645 ** 2);
    expect(worstIntent).toMatchObject({ intent: 'loans', before: 1, after: 0 });
    expect(worstIntent?.change[0]).toBeCloseTo(-1, 6);
    expect(worstIntent?.change[1]).toBeCloseTo(2 * high - 1, 3);
    const same = backtestOf(bench, bench.before);
    expect(same.worstIntent?.change).toEqual([0, 0]);
  });
});
