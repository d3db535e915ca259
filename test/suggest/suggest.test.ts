import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Suggestion } from '../../src/domain/suggestion.js';
import { type SuggestInput, suggest } from '../../src/suggest/suggest.js';
import { phraseKey } from '../../src/suggest/training.js';
import {
  config,
  definition,
  input,
  journeys,
  misread,
  misunderstood,
  ticket,
  uncovered,
} from './library.js';

const run = async (more: Partial<SuggestInput> = {}) => await suggest(input(more), config);
const ofKind = async (kind: string, more: Partial<SuggestInput> = {}) =>
  (await run(more)).suggestions.filter((one) => one.kind === kind);
const textsOf = async (kind: string, more: Partial<SuggestInput> = {}) =>
  (await ofKind(kind, more)).flatMap(({ phrases }) => phrases.map(({ text }) => text));

describe('suggestions', () => {
  it('add what the bot misread to the intent that the agent side shows', async () => {
    const [add] = await ofKind('add_phrases');
    expect(add).toMatchObject({ intent: 'renew_loan', ticket: misunderstood.id });
    expect(add?.phrases.length).toBeGreaterThanOrEqual(3);
    expect(add?.phrases[0]?.sources[0]).toMatchObject({
      turn: 0,
      signals: ['words_to_agent', 'wrap_up_code'],
      labelProbability: 0.95,
    });
    expect(add?.backtest?.engine).toContain('shadow');
    expect(add?.backtest?.n).toBeGreaterThan(0);
  });

  it('teach what belongs to no intent', async () => {
    const texts = await textsOf('out_of_scope_phrases');
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).toContain('room');
  });

  it('teach no request for a person, whatever it was filed under', async () => {
    const asked = misread(
      'm-person',
      'someone real about the loan pls',
      'renew_loan',
      'opening_hours',
    );
    const results = [...journeys, asked];
    const sessions = [...misunderstood.sessions, asked.session];
    const tickets = [{ ...misunderstood, sessions }];
    const texts = await textsOf('add_phrases', { results, tickets });
    expect(texts.length).toBeGreaterThan(0);
    expect(texts).not.toContain('someone real about the loan pls');
  });

  it('name themselves in their ticket, and keep their ids', async () => {
    const first = await run();
    expect(first.tickets.flatMap(({ suggestions }) => suggestions).sort()).toEqual(
      first.suggestions.map(({ id }) => id).sort(),
    );
    expect(await run()).toEqual(first);
  });

  it.each([
    ['one signal alone', { standing: 'review' as const }],
    ['a label that is not sure', { probability: 0.7 }],
  ])('claim nothing from %s', async (_, weaker) => {
    const results = journeys.map((one) => ({
      ...one,
      trueIntent: { ...one.trueIntent, ...weaker },
    }));
    expect(await textsOf('add_phrases', { results })).toEqual([]);
  });

  it('take nothing from a link that is only possible', async () => {
    const results = journeys.map((one) => ({
      ...one,
      link: { ...one.link, status: 'possible' as const },
    }));
    expect((await run({ results })).suggestions.flatMap(({ phrases }) => phrases)).toEqual([]);
  });

  it('say how many of the labels that they rest on a reviewer would overturn', async () => {
    const { labelNoise } = await run();
    expect(labelNoise?.labels).toBe(12);
    expect(labelNoise?.overturned).toBeLessThanOrEqual(4);
    expect((await run({ tickets: [] })).labelNoise).toBeNull();
  });

  it('leave alone what the bot understood', async () => {
    const results = journeys.map((one) => ({ ...one, botIntent: one.trueIntent.name ?? 'none' }));
    expect(await textsOf('add_phrases', { results })).toEqual([]);
  });

  it('never repeat the training data, nor a payload, nor nearly the same twice', async () => {
    const given = [
      'Can I keep the book for longer?',
      '/renew_loan{"book": "x"}',
      'delay the return for me',
      'Delay the return for me!!',
      'please delay the return for me',
    ];
    const results = Array.from({ length: 10 }, (_, i) =>
      given.map((text, j) => misread(`d-${i}-${j}`, text, 'renew_loan', 'opening_hours')),
    ).flat();
    const sessions = results.map(({ sessionId }) => sessionId);
    const tickets = [ticket('misunderstood_intent', sessions)];
    const texts = await textsOf('add_phrases', { results, tickets });
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/delay the return/i);
  });

  it('take what says the same and something on both sides for no wording of its own', async () => {
    const given = ['delay the return for me', 'nah delay the return for me sorry'];
    const results = Array.from({ length: 6 }, (_, i) =>
      given.map((text, j) => misread(`b-${i}-${j}`, text, 'renew_loan', 'opening_hours')),
    ).flat();
    const sessions = results.map(({ sessionId }) => sessionId);
    const tickets = [ticket('misunderstood_intent', sessions)];
    expect(await textsOf('add_phrases', { results, tickets })).toEqual(['delay the return for me']);
  });

  it('leave no token, number or value of the customer', async () => {
    const texts = [
      'push it back for reader 4471902 at Northgate',
      'push it back for ⟨name:aa11bb⟩ at Northgate, ⟨phone:9f2c41⟩',
      'push my return back at Northgate',
    ];
    const results = texts.flatMap((text, j) =>
      Array.from({ length: 8 }, (_, i) => {
        const at = text.indexOf('Northgate');
        const entities = [{ slot: 'branch', start: at, end: at + 9 }];
        return misread(`p-${i}-${j}`, text, 'renew_loan', undefined, {
          utterance: { turn: 2, text, entities },
        });
      }),
    );
    const tickets = [
      ticket(
        'misunderstood_intent',
        results.map(({ sessionId }) => sessionId),
      ),
    ];
    const [add] = await ofKind('add_phrases', { results, tickets });
    // What the first and the second would look like with values of somebody else's nothing shows.
    expect(add?.phrases.map(({ text }) => text)).toEqual(['push my return back at Harbour']);
    const [phrase] = add?.phrases ?? [];
    const [entity] = phrase?.entities ?? [];
    expect(phrase?.text.slice(entity?.start, entity?.end)).toBe('Harbour');
    expect(add?.gate.verdict).not.toBe('refused');
  });

  it('are sought for new tickets alone, and repeat nothing that stands', async () => {
    const all = await run();
    const of = (id: string) => all.suggestions.filter((one) => one.ticket === id);
    const tickets = [misunderstood.id];
    const fresh = await run({ stillProposed: { tickets, suggestions: of(misunderstood.id) } });
    expect(fresh.suggestions.map(({ id }) => id)).toEqual(of(uncovered.id).map(({ id }) => id));
    const [taken] = of(uncovered.id).filter(({ kind }) => kind === 'out_of_scope_phrases');
    const again = { ...taken, ticket: misunderstood.id } as Suggestion;
    const after = await run({ stillProposed: { tickets, suggestions: [again] } });
    expect(taken?.phrases.length).toBeGreaterThan(0);
    expect(after.suggestions.map(({ kind }) => kind)).not.toContain('out_of_scope_phrases');
  });

  it('do not depend on the order of the journeys', async () => {
    const expected = await run();
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(journeys, { minLength: journeys.length }),
        async (results) => {
          expect(await run({ results })).toEqual(expected);
        },
      ),
      { numRuns: 3 },
    );
  });

  it('propose at most as many phrases as a person wants to read', async () => {
    const few = await suggest(input(), { ...config, maximumPhrases: 2 });
    for (const { phrases } of few.suggestions) expect(phrases.length).toBeLessThanOrEqual(2);
  });

  it('send what few journeys say to a person, and keep none of it back', async () => {
    const few = (await suggest(input(), { ...config, minimumEvidence: 50 })).suggestions;
    const phrases = few.filter(({ kind }) => kind === 'add_phrases');
    expect(phrases.length).toBeGreaterThan(0);
    for (const { gate } of phrases) expect(gate.verdict).not.toBe('pass');
  });
});

const [first] = await ofKind('add_phrases');

describe('decisions', () => {
  const id = first?.id ?? '';
  const refusedText = first?.phrases[0]?.text ?? '';

  it('keep a refused phrase away, and ask anew about the others', async () => {
    const decisions = [
      {
        suggestion: id,
        kind: 'add_phrases' as const,
        review: { decision: 'rejected' as const },
        rejectedPhrases: [refusedText.toUpperCase()],
      },
    ];
    const texts = await textsOf('add_phrases', { decisions });
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.map(phraseKey)).not.toContain(phraseKey(refusedText));
    expect((await ofKind('add_phrases', { decisions }))[0]?.review.decision).toBe('pending');
  });

  it('keep a suggestion away that was refused as a whole', async () => {
    const decisions = [
      {
        suggestion: id,
        kind: 'add_phrases' as const,
        review: { decision: 'rejected' as const },
        rejectedPhrases: [],
      },
    ];
    expect(await ofKind('add_phrases', { decisions })).toEqual([]);
  });

  it.each(['accepted', 'edited'] as const)('show what was %s', async (decision) => {
    const review = { decision, by: 'ada', at: '2026-03-03T10:00:00Z' };
    const decisions = [
      { suggestion: id, kind: 'add_phrases' as const, review, rejectedPhrases: [] },
    ];
    expect((await ofKind('add_phrases', { decisions }))[0]?.review).toEqual(review);
  });
});

describe('where codes hardly have to do with words', () => {
  it('no phrases are proposed', async () => {
    expect(await ofKind('add_phrases', { heldBack: new Set(['phrases']) })).toEqual([]);
    expect((await ofKind('add_phrases', { heldBack: new Set(['slots']) })).length).toBeGreaterThan(
      0,
    );
  });
});

describe('without training data', () => {
  it.each([
    ['no definition', null],
    [
      'no examples',
      { ...definition, intents: definition.intents.map((one) => ({ ...one, examples: [] })) },
    ],
  ])('(%s) phrases are proposed untested, for review, with the reason', async (_, given) => {
    const [add] = await ofKind('add_phrases', { definition: given });
    expect(add?.phrases.length).toBeGreaterThan(0);
    expect(add?.backtest).toBeNull();
    expect(add?.gate).toMatchObject({ verdict: 'review' });
    expect(add?.gate.reason).toContain('not tested');
  });

  it('nothing at all comes of nothing', async () => {
    expect(await run({ tickets: [], results: [], definition: null })).toEqual({
      suggestions: [],
      labelNoise: null,
      tickets: [],
    });
  });
});

describe('a conflict', () => {
  it('with another intent is named and goes to review', async () => {
    const text = 'How much is my fine?';
    const results = Array.from({ length: 8 }, (_, i) =>
      misread(`c-${i}`, text, 'renew_loan', 'pay_fine'),
    );
    const tickets = [
      ticket(
        'misunderstood_intent',
        results.map(({ sessionId }) => sessionId),
      ),
    ];
    const [add] = await ofKind('add_phrases', { results, tickets });
    expect(add?.conflicts).toEqual([`"${text}" is already a phrase of pay_fine`]);
    expect(add?.gate.verdict).not.toBe('pass');
  });
});
