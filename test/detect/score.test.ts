import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRubric } from '../../src/config/rubric.js';
import { type Scorable, scoreJourney } from '../../src/detect/score.js';
import type { Finding } from '../../src/domain/journey.js';
import type { Rubric } from '../../src/domain/rubric.js';

const rubric = readRubric('');
const found = (category: Finding['category']): Finding => ({
  category,
  confidence: 1,
  primary: false,
  turns: [],
  actual: '',
  expected: '',
});
const good: Scorable = {
  findings: [],
  trueIntent: { name: 'renew', probability: 1, signals: [], standing: 'label' },
  botIntent: 'renew',
  contextLevel: 'transcript',
  effort: { bot: 0, wait: 0, identify: 0, explain: 0, solve: 60 },
  repeats: 0,
  outcome: { resolved: true, csat: 100, transferred: false },
  hasAgentWords: true,
  hasCustomerWords: true,
};
const scored = (more: Partial<Scorable>, by: Rubric = rubric) =>
  scoreJourney({ ...good, ...more }, by);

describe('the score of a journey', () => {
  it('is 100 where nothing was wrong', () => {
    const { score, scores } = scored({});
    expect(score).toBe(100);
    expect(Object.values(scores).map((one) => one.score)).toEqual([100, 100, 100]);
  });

  it('is the weighted mean of what is known', () => {
    // By hand: understood 0 of 25, asked once 20 of 20, progress 15 of 15, time 5 of 10: 40 of 70.
    const { scores, score } = scored({ botIntent: 'pay', effort: { ...good.effort, bot: 300 } });
    expect(scores.bot).toEqual({
      score: 57.1,
      judged: { understood: 0, asked_once: 1, progress: 1, time: 0.5 },
    });
    // With the handoff's 80 of 80 and the agent's 85 of 85.
    expect(score).toBeCloseTo((100 * (40 + 80 + 85)) / (70 + 80 + 85), 1);
  });

  it('leaves out what is not known, and does not call it bad', () => {
    const { scores } = scored({
      outcome: {},
      hasAgentWords: false,
      effort: { bot: null, wait: null, identify: null, explain: null, solve: null },
    });
    expect(scores.agent).toEqual({ score: null, judged: {} });
    expect(scores.bot.judged).toEqual({ understood: 1, progress: 1 });
  });

  it.each([
    ['intent_loop', 'bot', 'progress'],
    ['uncaptured_slot', 'bot', 'asked_once'],
    ['context_lost', 'handoff', 'asked_once'],
    ['hostile_arrival', 'handoff', 'courtesy'],
    ['cold_open', 'agent', 'understood'],
  ] as const)(
    'counts %s against the %s, as %s, and against no other',
    (category, part, criterion) => {
      const { scores } = scored({ findings: [found(category)] });
      const whole = scored({}).scores;
      expect(scores[part].judged[criterion]).toBeLessThan(1);
      for (const other of ['bot', 'handoff', 'agent'] as const)
        if (other !== part) expect(scores[other]).toEqual(whole[other]);
    },
  );

  it('follows the weights of the rubric', () => {
    const onlyTime: Rubric = {
      ...rubric,
      criteria: { understood: 0, asked_once: 0, progress: 0, resolution: 0, courtesy: 0, time: 1 },
      parts: { bot: 1, handoff: 0, agent: 0 },
    };
    const effort = { ...good.effort, bot: rubric.worst.seconds.bot / 4 };
    expect(scored({ effort, botIntent: 'pay' }, onlyTime).score).toBe(75);
  });

  it('stays between 0 and 100, and no finding raises it', () => {
    const categories = [
      'intent_loop',
      'context_lost',
      'cold_open',
      'uncaptured_slot',
      'hostile_arrival',
    ] as const;
    const journeys = fc.record({
      findings: fc.subarray([...categories]).map((list) => list.map(found)),
      repeats: fc.nat(9),
      contextLevel: fc.constantFrom('none', 'flag', 'summary', 'transcript', undefined),
      hasAgentWords: fc.boolean(),
    });
    fc.assert(
      fc.property(journeys, (one) => {
        const { score } = scored(one);
        const better = scored({ ...one, findings: [] }).score;
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(better ?? 100);
      }),
    );
  });
});
