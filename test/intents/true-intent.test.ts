import { describe, expect, it } from 'vitest';
import { usualHearing } from '../../src/intents/hearing.js';
import { learnOutcomes } from '../../src/intents/outcome-model.js';
import { type IntentModel, readIntent, trueIntent } from '../../src/intents/true-intent.js';
import { contact } from '../support/conversations.js';

const intents = ['billing', 'repair'];
const billing = [0.9, 0.05, 0.05];
const repair = [0.05, 0.9, 0.05];
const none = [0.05, 0.05, 0.9];
const nothing = [0.02, 0.02, 0.96];
const vague = [0.34, 0.33, 0.33];
const times = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);

describe('learnOutcomes', () => {
  const observations = [
    ...times(20, { label: 'B1', posterior: billing }),
    ...times(3, { label: 'B1', posterior: repair }),
    ...times(20, { label: 'R7', posterior: repair }),
    ...times(20, { label: 'X', posterior: none }),
    ...[billing, repair, none].flatMap((posterior) => times(10, { label: 'DONE', posterior })),
  ];
  const { model } = learnOutcomes(
    observations,
    intents,
    new Map([
      ['R7', ['billing']],
      ['X', null],
    ]),
  );

  it('learns what a code means in spite of wrong words', () => {
    expect(model.given('B1')?.[0]).toBeGreaterThan(0.8);
  });

  it('says nothing of a code that stands for everything, or that was never seen', () => {
    expect(model.given('DONE')).toBeNull();
    expect(model.given('Z9')).toBeNull();
    expect(model.given(undefined)).toBeNull();
  });

  it('lets a reviewed mapping win, also one that silences a code', () => {
    expect(model.given('R7')?.[0]).toBeGreaterThan(0.9);
    expect(model.given('X')).toBeNull();
  });

  it('adds up to one', () => {
    const sum = (model.given('B1') ?? []).reduce((a, b) => a + b, 0);
    expect(sum).toBeCloseTo(1);
  });

  it('takes a code by its name where there is little else', () => {
    const { model: few } = learnOutcomes(
      [{ label: 'repair', posterior: vague }],
      intents,
      new Map(),
    );
    expect(few.given('repair')?.[1]).toBeGreaterThan(0.5);
  });
});

describe('trueIntent', () => {
  const silent = { given: () => null };
  const model = (code: number[] | null): IntentModel => ({
    intents,
    codes: { given: () => code },
    queues: silent,
    hearing: { ...usualHearing, clear: 0.97, spread: [0.5, 0.5] },
  });
  const judge = (toBot: number[] | null, toAgent: number[] | null, code: number[] | null) =>
    trueIntent(readIntent({ toBot, toAgent }, contact([]), model(code)), model(code), 0.7);

  it.each([
    ['two that agree are a label', vague, repair, repair, 'repair', 'label'],
    ['one alone needs review', null, repair, null, 'repair', 'review'],
    ['two that disagree claim nothing', null, repair, billing, undefined, 'none'],
    ['vague words claim nothing', vague, vague, null, undefined, 'none'],
    ['none of the intents by its code needs review', none, none, nothing, null, 'review'],
    ['words that the shadow does not know claim nothing', none, none, null, undefined, 'none'],
  ] as const)('%s', (_, toBot, toAgent, code, name, standing) => {
    const copy = (d: readonly number[] | null) => d && [...d];
    const truth = judge(copy(toBot), copy(toAgent), copy(code));
    expect(truth.standing).toBe(standing);
    if (name !== undefined) expect(truth.name).toBe(name);
  });

  it('claims nothing without any signal', () => {
    expect(judge(null, null, null)).toMatchObject({ standing: 'none', signals: [] });
  });
});
