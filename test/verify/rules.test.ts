import { describe, expect, it } from 'vitest';
import type { BotDefinition } from '../../src/domain/conversation.js';
import { addDays } from '../../src/lib/calendar.js';
import { trainingChanges } from '../../src/verify/changes.js';
import { hasDoubled } from '../../src/verify/doubled.js';
import { winLoss } from '../../src/verify/win-loss.js';
import { inWords } from '../../src/verify/words.js';
import { daysFrom, monday, scatter } from './days.js';

describe('trainingChanges', () => {
  const intent = (name: string, examples: string[], requiredSlots: string[] = []) => ({
    name,
    examples,
    requiredSlots,
  });
  const slot = (name: string, values: string[]) => ({ name, values, prompts: [], neededBy: [] });
  const state = (readAt: number, more: Partial<BotDefinition>): BotDefinition => ({
    platform: 'flow',
    botId: 'helper',
    readAt,
    intents: [],
    slots: [],
    ...more,
  });
  const pay = intent('pay', ['pay my bill', 'settle it']);
  const move = intent('move', ['I am moving'], ['city']);

  it('names the intents with other phrases, new ones and removed ones, and the day they are from', () => {
    const changes = trainingChanges([
      state(1, { intents: [pay, move] }),
      state(2, { intents: [intent('pay', ['pay my bill', 'pay now']), move] }),
      state(3, { intents: [intent('pay', ['pay my bill', 'pay now']), intent('stop', ['stop'])] }),
    ]);
    expect(changes).toEqual([
      { at: 2, intents: ['pay'] },
      { at: 3, intents: ['move', 'stop'] },
    ]);
  });

  it('names the intent whose slot changed, and none for another order', () => {
    const changes = trainingChanges([
      state(1, { intents: [pay, move], slots: [slot('city', ['Leeds', 'York'])] }),
      state(2, {
        intents: [move, intent('pay', ['settle it', 'pay my bill'])],
        slots: [slot('city', ['York', 'Leeds'])],
      }),
      state(3, { intents: [pay, move], slots: [slot('city', ['York'])] }),
    ]);
    expect(changes).toEqual([{ at: 3, intents: ['move'] }]);
  });

  it('says nothing of the first state', () => {
    expect(trainingChanges([state(1, { intents: [pay] })])).toEqual([]);
  });
});

describe('hasDoubled', () => {
  const since = addDays(monday, 27);
  const series = (factor: number, mean = 10) =>
    daysFrom(monday, 42, (i) => scatter(i < 28 ? mean : mean * factor)(i));
  const night = addDays(monday, 41);

  it('reopens what doubled and more, and leaves what rose by half', () => {
    expect(hasDoubled(series(2.6), since, night)).toBe(true);
    expect(hasDoubled(series(1.5), since, night)).toBe(false);
  });

  it('waits until seven days are over, and takes no handful for a doubling', () => {
    expect(hasDoubled(series(3), since, addDays(since, 6))).toBe(false);
    const rare = daysFrom(monday, 42, (i) => Number(i === 3 || i === 37 || i === 39));
    expect(hasDoubled(rare, since, night)).toBe(false);
  });

  it('is not moved by one bad day', () => {
    const burst = daysFrom(monday, 42, (i) => (i === 38 ? 110 : scatter(10)(i)));
    expect(hasDoubled(burst, since, night)).toBe(false);
  });

  it('counts by session: twice the sessions with twice the findings are no doubling', () => {
    const busy = daysFrom(
      monday,
      42,
      (i) => scatter(i < 28 ? 10 : 26)(i),
      (i) => (i < 28 ? 100 : 260),
    );
    expect(hasDoubled(busy, since, night)).toBe(false);
  });
});

describe('winLoss', () => {
  const of = (...verdicts: ('verified' | 'no_effect' | 'regressed' | 'too_early')[]) =>
    winLoss(verdicts.map((verdict) => ({ verdict })));

  it('counts every verdict, and has the ratio of wins to losses with the odds of Wilson’s interval', () => {
    const score = of(
      ...Array<'verified'>(8).fill('verified'),
      'regressed',
      'regressed',
      'no_effect',
      'too_early',
    );
    expect(score).toMatchObject({ wins: 8, losses: 2, noEffect: 1, open: 1, ratio: 4 });
    // Wilson, 8 of 10: 0.4902 to 0.9433.
    expect(score.interval?.[0]).toBeCloseTo(0.4902 / 0.5098, 2);
    expect(score.interval?.[1]).toBeCloseTo(0.9433 / 0.0567, 1);
  });

  it('has no ratio without a loss, and no interval without either', () => {
    expect(of('verified', 'verified')).toMatchObject({ ratio: null });
    expect(of('verified', 'verified').interval?.[1]).toBeNull();
    expect(of('too_early')).toMatchObject({ ratio: null, interval: null });
  });
});

describe('a change in words', () => {
  it('has its sign, its interval and no more than people can use', () => {
    expect(inWords({ value: -0.523, interval: [-0.7, 0.04] })).toBe('-52 % (-70 % to +4 %)');
    expect(inWords({ value: 0, interval: [-1, 57] })).toBe('0 % (-100 % to over +1000 %)');
  });
});
