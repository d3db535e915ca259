import { describe, expect, it } from 'vitest';
import { reviewLoop } from '../../src/commands/review-loop.js';
import type { Made } from '../../src/commands/review-texts.js';
import { UsageError } from '../../src/domain/errors.js';
import type { Suggestion } from '../../src/domain/suggestion.js';
import { phrase, suggestion } from '../publish/fixture.js';

const one = (id: string, ...texts: string[]): Suggestion =>
  suggestion({ id, phrases: texts.map((text) => phrase(text)), review: { decision: 'pending' } });
const three = [one('s-1', 'pay it'), one('s-2', 'move it', 'shift it'), one('s-3', 'stop it')];

/** Goes through the three with these answers. */
async function review(
  answers: (string | null)[],
  { edited = null, refuse = false }: { edited?: string | null; refuse?: boolean } = {},
) {
  const said: string[] = [];
  const left = [...answers];
  const given: string[] = [];
  const made = await reviewLoop(three, new Map(), {
    ask: async () => left.shift() ?? null,
    edit: async (text) => {
      given.push(text);
      return edited;
    },
    say: (text) => said.push(text),
    readPhrase: (text) => {
      if (text.includes('[')) throw new UsageError('a bracket is left');
      return { text, entities: [] };
    },
    check: async () => {
      if (refuse) throw new UsageError('carries a telephone number');
    },
    review: (decision) => ({ decision, at: 'now' }),
  });
  return { made, said: said.join('\n'), given, unused: left };
}
const decisions = (made: readonly Made[]) =>
  made.map(({ decision }) => [decision.suggestion, decision.review.decision]);

describe('suggestions one by one', () => {
  it('are accepted, left and rejected', async () => {
    const { made, unused } = await review(['a', 'n', 'reject']);
    expect(decisions(made)).toEqual([
      ['s-1', 'accepted'],
      ['s-3', 'rejected'],
    ]);
    expect(unused).toEqual([]);
    expect(made[1]?.decision.rejectedPhrases).toEqual(['stop it']);
  });

  it('are taken back by undo, as far as the first', async () => {
    const { made, said } = await review(['a', 'r', 'u', 'u', 'u', 'r', 'q']);
    expect(decisions(made)).toEqual([['s-1', 'rejected']]);
    expect(said).toContain('There is nothing to undo.');
  });

  it('keep what was decided when the person goes', async () => {
    expect(decisions((await review(['a', null])).made)).toEqual([['s-1', 'accepted']]);
    expect((await review([null])).made).toEqual([]);
  });

  it('are edited: lines gone are refused, lines that stand keep where they are from', async () => {
    const { made, given } = await review(['n', 'e', 'q'], { edited: 'shift it\n' });
    expect(given[0]).toMatch(/^# .*\nmove it\nshift it\n$/);
    const [edit] = made;
    expect(decisions(made)).toEqual([['s-2', 'edited']]);
    expect(edit?.decision.rejectedPhrases).toEqual(['move it']);
    expect(edit?.decision.approved?.phrases[0]?.sources).toEqual(three[1]?.phrases[1]?.sources);
  });

  it('keep a phrase that begins with a hash', async () => {
    const { made } = await review(['e', 'q'], { edited: '#1 pay it\n' });
    expect(made[0]?.decision.approved?.phrases.map(({ text }) => text)).toEqual(['#1 pay it']);
  });

  it('stay undecided where the editor changed nothing or failed, or the words may not be kept', async () => {
    expect((await review(['e', 'q'], { edited: 'pay it\n' })).made).toEqual([]);
    expect((await review(['e', 'q'])).made).toEqual([]);
    const broken = await review(['e', 'q'], { edited: 'pay [it\n' });
    expect([broken.made, broken.said.includes('a bracket is left')]).toEqual([[], true]);
    const refused = await review(['a', 'q'], { refuse: true });
    expect([refused.made, refused.said.includes('carries a telephone number')]).toEqual([[], true]);
    expect((await review(['x', 'q'])).said).toContain('Nothing was decided.');
  });
});
