import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trainShadow } from '../../src/nlu/shadow.js';
import { libraryPhrases } from './phrases.js';

const shadow = trainShadow(libraryPhrases);

describe('the shadow NLU', () => {
  it.each([
    ['could I renew the book I borrowed', 'renew_loan'],
    ['are you open on Saturday', 'opening_hours'],
    ['my library card got lost', 'lost_card'],
    ['I would like to pay my fine', 'pay_fine'],
    ['RENEW MY LAON', 'renew_loan'],
  ])('understands %j', (text, intent) => {
    expect(shadow.classify(text).ranking[0]?.intent).toBe(intent);
  });

  it('is surer of no intent for a foreign text than for its own', () => {
    const own = shadow.classify('can I renew my book loan').none;
    for (const foreign of ['book me a flight to Rome', 'tell me a joke', 'xyzzy plugh'])
      expect(shadow.classify(foreign).none).toBeGreaterThan(own);
  });

  it('says none where nothing of a text is known, or nothing is said', () => {
    for (const text of ['', '   ', '!!!', '👍'])
      expect(shadow.classify(text)).toMatchObject({ intent: null, probability: 1, none: 1 });
  });

  it('learns from out-of-scope examples', () => {
    const foreign = ['sing a song for me', 'sing something', 'can you sing', 'please sing to me'];
    const taught = trainShadow([
      ...libraryPhrases,
      ...foreign.map((text) => ({ text, intent: null })),
    ]);
    const asked = 'can you please sing a song';
    expect(taught.classify(asked).intent).toBeNull();
    expect(taught.classify(asked).none).toBeGreaterThan(shadow.classify(asked).none);
    expect(taught.classify('renew my loan').intent).toBe('renew_loan');
  });

  it('reads every redacted phone number as the same word', () => {
    const [one, other] = ['9f2c41', '00ab17'].map((hash) =>
      shadow.classify(`renew my loan, call ⟨phone:${hash}⟩`),
    );
    expect(one).toEqual(other);
  });

  it('copes with no phrase, one intent, one phrase an intent', () => {
    expect(trainShadow([]).classify('hello').intent).toBeNull();
    const single = trainShadow([{ text: 'pay my fine', intent: 'pay_fine' }]);
    expect(single.classify('pay my fine').ranking[0]?.intent).toBe('pay_fine');
    const sparse = trainShadow(libraryPhrases.filter((_, i) => i % 8 === 0));
    expect(sparse.classify('how much is my fine').ranking[0]?.intent).toBe('pay_fine');
  });

  it('gives equal answers for equal training, in whatever order the phrases come', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(libraryPhrases, { minLength: libraryPhrases.length }),
        (shuffled) => {
          const again = trainShadow(shuffled);
          for (const { text } of libraryPhrases)
            expect(again.classify(text)).toEqual(shadow.classify(text));
        },
      ),
      { numRuns: 10 },
    );
  });

  it('knows its own phrases, each as what it was taught', () => {
    const wrong = libraryPhrases.filter(
      ({ text, intent }) => shadow.classify(text).ranking[0]?.intent !== intent,
    );
    expect(wrong).toEqual([]);
  });

  it('names an intent only where it is likelier than none', () => {
    for (const text of ['renew my loan', 'what is the capital of France', 'late fee', 'hello']) {
      const { intent, probability, ranking, none } = shadow.classify(text);
      const best = ranking[0];
      expect(intent).toBe(best && best.probability >= none ? best.intent : null);
      expect(probability).toBe(intent === null ? none : best?.probability);
    }
  });

  it('gives probabilities that add up to 1, best first, for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const { ranking, none } = shadow.classify(text);
        const sum = ranking.reduce((total, { probability }) => total + probability, none);
        expect(sum).toBeCloseTo(1, 6);
        expect(ranking.map(({ intent }) => intent).sort()).toEqual([...shadow.intents]);
        const falling = ranking.map(({ probability }) => -probability);
        expect(falling).toEqual([...falling].sort((a, b) => a - b));
      }),
    );
  });
});
