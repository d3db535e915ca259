/** Agents' answers tell of customers who are angry in words that no list has, where agents have words for that alone. */
import { describe, expect, it } from 'vitest';
import {
  type Calming,
  feltMood,
  learnCalming,
  noCalming,
  type Reception,
} from '../../src/detect/calming.js';

const said = (mood: number, reply: string): Reception => ({
  turn: 1,
  mood,
  rated: false,
  tells: true,
  reply: reply.split(' '),
});
const times = (n: number, one: Reception): Reception[] => Array.from({ length: n }, () => one);
const plain = times(200, said(0, 'sure let me look'));

describe('learnCalming', () => {
  it('takes the words that answer plain anger and hardly anything else', () => {
    const { words, regular } = learnCalming(
      [...plain, ...times(12, said(-0.8, 'let me mend it'))],
      -0.4,
    );
    expect([...words].sort()).toEqual(['it', 'mend']);
    expect(regular).toBe(true);
  });

  it('takes none that agents say to everybody', () => {
    const polite = times(200, said(0, 'sorry to trouble you'));
    const all = [...polite, ...times(12, said(-0.8, 'sorry to trouble you'))];
    expect(learnCalming(all, -0.4)).toEqual(noCalming);
  });

  it('takes none from a few answers', () => {
    expect(learnCalming([...plain, ...times(4, said(-0.8, 'mend'))], -0.4).words.size).toBe(0);
  });

  it('is not regular where most angry customers are answered like others', () => {
    const angry = [...times(40, said(-0.8, 'sure let me look')), ...times(8, said(-0.8, 'mend'))];
    expect(learnCalming([...plain, ...angry], -0.4)).toEqual({
      words: new Set(['mend']),
      regular: false,
    });
  });
});

describe('feltMood', () => {
  const calming: Calming = { words: new Set(['mend']), regular: true };

  it('is angry where the agent calms, whatever the words', () => {
    expect(feltMood(said(0.1, 'we mend that'), calming)).toBeLessThan(-0.4);
    expect(feltMood({ ...said(0.1, 'we mend that'), tells: false }, calming)).toBe(0.1);
  });

  it('is not angry where agents who calm regularly do not', () => {
    expect(feltMood(said(-0.7, 'sure'), calming)).toBe(0);
    expect(feltMood(said(-0.7, 'sure'), { ...calming, regular: false })).toBe(-0.7);
  });

  it("keeps the platform's own judgement, and that of words that nobody answered", () => {
    expect(feltMood({ ...said(-0.7, 'sure'), rated: true }, calming)).toBe(-0.7);
    expect(feltMood({ ...said(-0.7, ''), reply: [] }, calming)).toBe(-0.7);
  });
});
