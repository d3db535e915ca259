import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type SuggestInput, suggest } from '../../src/suggest/suggest.js';
import { phraseKey } from '../../src/suggest/training.js';
import { config, definition, input, journeys, misread, misunderstood, ticket } from './library.js';

const run = (more: Partial<SuggestInput> = {}) => suggest(input(more), config);
const ofKind = (kind: string, more: Partial<SuggestInput> = {}) =>
  run(more).suggestions.filter((one) => one.kind === kind);
const textsOf = (kind: string, more: Partial<SuggestInput> = {}) =>
  ofKind(kind, more).flatMap(({ phrases }) => phrases.map(({ text }) => text));

describe('suggestions', () => {
  it('add what the bot misread to the intent that the agent side shows', () => {
    const [add] = ofKind('add_phrases');
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

  it('teach what belongs to no intent', () => {
    const texts = textsOf('out_of_scope_phrases');
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).toContain('room');
  });

  it('name themselves in their ticket, and keep their ids', () => {
    const first = run();
    expect(first.tickets.flatMap(({ suggestions }) => suggestions).sort()).toEqual(
      first.suggestions.map(({ id }) => id).sort(),
    );
    expect(run()).toEqual(first);
  });

  it.each([
    ['one signal alone', { standing: 'review' as const }],
    ['a label that is not sure', { probability: 0.7 }],
  ])('claim nothing from %s', (_, weaker) => {
    const results = journeys.map((one) => ({
      ...one,
      trueIntent: { ...one.trueIntent, ...weaker },
    }));
    expect(textsOf('add_phrases', { results })).toEqual([]);
  });

  it('take nothing from a link that is only possible', () => {
    const results = journeys.map((one) => ({
      ...one,
      link: { ...one.link, status: 'possible' as const },
    }));
    expect(run({ results }).suggestions.flatMap(({ phrases }) => phrases)).toEqual([]);
  });

  it('leave alone what the bot understood', () => {
    const results = journeys.map((one) => ({ ...one, botIntent: one.trueIntent.name ?? 'none' }));
    expect(textsOf('add_phrases', { results })).toEqual([]);
  });

  it('never repeat the training data, nor a payload, nor nearly the same twice', () => {
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
    const texts = textsOf('add_phrases', { results, tickets });
    expect(texts).toHaveLength(1);
    expect(texts[0]).toMatch(/delay the return/i);
  });

  it('leave no token, number or value of the customer', () => {
    const text =
      'push back reader 4471902 of ⟨name:aa11bb⟩ at Northgate, ⟨phone:9f2c41⟩ ⟨email:00ab17⟩';
    const at = text.indexOf('Northgate');
    const entities = [{ slot: 'branch', start: at, end: at + 9 }];
    const results = Array.from({ length: 8 }, (_, i) =>
      misread(`p-${i}`, text, 'renew_loan', undefined, {
        utterance: { turn: 2, text, entities },
      }),
    );
    const tickets = [
      ticket(
        'misunderstood_intent',
        results.map(({ sessionId }) => sessionId),
      ),
    ];
    const [add] = ofKind('add_phrases', { results, tickets });
    const [phrase] = add?.phrases ?? [];
    expect(phrase?.text).not.toMatch(/⟨|⟩|4471902|9f2c41|Northgate/);
    expect(phrase?.text).toMatch(/\+44 7700 900\d{3} \w+@example\.com/);
    const [entity] = phrase?.entities ?? [];
    expect(phrase?.text.slice(entity?.start, entity?.end)).toBe('Harbour');
    expect(add?.gate.verdict).not.toBe('refused');
  });

  it('do not depend on the order of the journeys', () => {
    const expected = run();
    fc.assert(
      fc.property(fc.shuffledSubarray(journeys, { minLength: journeys.length }), (results) => {
        expect(run({ results })).toEqual(expected);
      }),
      { numRuns: 3 },
    );
  });

  it('propose at most as many phrases as a person wants to read', () => {
    const few = suggest(input(), { ...config, maximumPhrases: 2 });
    for (const { phrases } of few.suggestions) expect(phrases.length).toBeLessThanOrEqual(2);
  });

  it('send what few journeys say to a person, and keep none of it back', () => {
    const few = suggest(input(), { ...config, minimumEvidence: 50 }).suggestions;
    const phrases = few.filter(({ kind }) => kind === 'add_phrases');
    expect(phrases.length).toBeGreaterThan(0);
    for (const { gate } of phrases) expect(gate.verdict).not.toBe('pass');
  });
});

describe('decisions', () => {
  const [first] = ofKind('add_phrases');
  const id = first?.id ?? '';
  const refusedText = first?.phrases[0]?.text ?? '';

  it('keep a refused phrase away, and ask anew about the others', () => {
    const decisions = [
      {
        suggestion: id,
        kind: 'add_phrases' as const,
        review: { decision: 'rejected' as const },
        rejectedPhrases: [refusedText.toUpperCase()],
      },
    ];
    const texts = textsOf('add_phrases', { decisions });
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.map(phraseKey)).not.toContain(phraseKey(refusedText));
    expect(ofKind('add_phrases', { decisions })[0]?.review.decision).toBe('pending');
  });

  it('keep a suggestion away that was refused as a whole', () => {
    const decisions = [
      {
        suggestion: id,
        kind: 'add_phrases' as const,
        review: { decision: 'rejected' as const },
        rejectedPhrases: [],
      },
    ];
    expect(ofKind('add_phrases', { decisions })).toEqual([]);
  });

  it.each(['accepted', 'edited'] as const)('show what was %s', (decision) => {
    const review = { decision, by: 'ada', at: '2026-03-03T10:00:00Z' };
    const decisions = [
      { suggestion: id, kind: 'add_phrases' as const, review, rejectedPhrases: [] },
    ];
    expect(ofKind('add_phrases', { decisions })[0]?.review).toEqual(review);
  });
});

describe('without training data', () => {
  it.each([
    ['no definition', null],
    [
      'no examples',
      { ...definition, intents: definition.intents.map((one) => ({ ...one, examples: [] })) },
    ],
  ])('(%s) phrases are proposed untested, for review, with the reason', (_, given) => {
    const [add] = ofKind('add_phrases', { definition: given });
    expect(add?.phrases.length).toBeGreaterThan(0);
    expect(add?.backtest).toBeNull();
    expect(add?.gate).toMatchObject({ verdict: 'review' });
    expect(add?.gate.reason).toContain('not tested');
  });

  it('nothing at all comes of nothing', () => {
    expect(run({ tickets: [], results: [], definition: null })).toEqual({
      suggestions: [],
      tickets: [],
    });
  });
});

describe('a conflict', () => {
  it('with another intent is named and goes to review', () => {
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
    const [add] = ofKind('add_phrases', { results, tickets });
    expect(add?.conflicts).toEqual([`"${text}" is already a phrase of pay_fine`]);
    expect(add?.gate.verdict).not.toBe('pass');
  });
});
