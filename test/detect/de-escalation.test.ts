/** Agents' answers tell of customers who are angry in words that no list has, where agents have words for that alone. */
import { describe, expect, it } from 'vitest';
import {
  type DeEscalation,
  feltMood,
  learnDeEscalation,
  type Reception,
} from '../../src/detect/de-escalation.js';

const said = (mood: number, reply: string): Reception => ({
  turn: 1,
  mood,
  rated: false,
  tells: true,
  reply: reply.split(' '),
});
const times = (n: number, one: Reception): Reception[] => Array.from({ length: n }, () => one);
const plain = times(200, said(0, 'sure let me look'));

const weigh = (...words: string[]) => new Map(words.map((word) => [word, 6]));

describe('learnDeEscalation', () => {
  it('weighs the words that answer plain anger and hardly anything else', () => {
    const { weights, regular } = learnDeEscalation(
      [...plain, ...times(12, said(-0.8, 'let me mend it'))],
      -0.4,
    );
    const heavy = [...weights].filter(([, weight]) => weight > 3).map(([word]) => word);
    expect(heavy.sort()).toEqual(['it', 'mend']);
    expect(weights.get('look')).toBeLessThan(-2);
    expect(regular).toBe(true);
  });

  it('finds nothing in what agents say to everybody', () => {
    const polite = times(200, said(0, 'sorry to trouble you'));
    const { weights, regular } = learnDeEscalation(
      [...polite, ...times(12, said(-0.8, 'sorry to trouble you'))],
      -0.4,
    );
    expect(Math.max(...weights.values())).toBeLessThan(0.1);
    expect(regular).toBe(false);
  });

  it('weighs no word of a few answers', () => {
    const { weights } = learnDeEscalation([...plain, ...times(4, said(-0.8, 'mend'))], -0.4);
    expect(weights.has('mend')).toBe(false);
  });

  it('is not regular where most angry customers are answered like others', () => {
    const angry = [...times(40, said(-0.8, 'sure let me look')), ...times(8, said(-0.8, 'mend'))];
    expect(learnDeEscalation([...plain, ...angry], -0.4).regular).toBe(false);
  });
});

describe('feltMood', () => {
  const deEscalation: DeEscalation = { weights: weigh('mend'), regular: true };

  it('is angry where the agent calms, whatever the words', () => {
    expect(feltMood(said(0.1, 'we mend that'), deEscalation)).toBeLessThan(-0.4);
    expect(feltMood({ ...said(0.1, 'we mend that'), tells: false }, deEscalation)).toBe(0.1);
  });

  it('is not angry where other words of the answer speak against it', () => {
    const declines: DeEscalation = {
      weights: new Map([
        ['sorry', 5],
        ['cannot', -3],
      ]),
      regular: true,
    };
    expect(feltMood(said(0.1, 'sorry'), declines)).toBeLessThan(-0.4);
    expect(feltMood(said(0.1, 'sorry we cannot'), declines)).toBe(0.1);
  });

  it('is not angry where agents who calm regularly do not, unless the words are plain', () => {
    expect(feltMood(said(-0.7, 'sure'), deEscalation)).toBe(0);
    expect(feltMood(said(-0.9, 'sure'), deEscalation)).toBe(-0.9);
    expect(feltMood(said(-0.7, 'sure'), { ...deEscalation, regular: false })).toBe(-0.7);
  });

  it("keeps the platform's own judgement, and that of words that nobody answered", () => {
    expect(feltMood({ ...said(-0.7, 'sure'), rated: true }, deEscalation)).toBe(-0.7);
    expect(feltMood({ ...said(-0.7, ''), reply: [] }, deEscalation)).toBe(-0.7);
  });
});
