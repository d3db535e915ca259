import { describe, expect, it } from 'vitest';
import type { Decision } from '../../src/domain/suggestion.js';
import { trainShadow } from '../../src/nlu/shadow.js';
import {
  applyDecisions,
  decide,
  keepingRefused,
  reviewed,
  type Unreviewed,
} from '../../src/suggest/decisions.js';
import { readTraining } from '../../src/suggest/training.js';
import { phrase, suggestion } from '../publish/fixture.js';
import { definition } from './library.js';

const training = readTraining(definition, trainShadow);
const known = definition.intents[0];
const intent = known?.name ?? '';
const given = suggestion({
  id: 'S-1',
  kind: 'add_phrases',
  intent,
  phrases: [phrase('one wording'), phrase('another wording')],
});
const draft = (...texts: string[]): Unreviewed => ({
  id: 'S-1',
  ticket: given.ticket,
  kind: 'add_phrases',
  target: intent,
  intent,
  phrases: texts.map((text) => phrase(text)),
  change: 'c',
});
const verdict = (more = {}) => ({
  review: { decision: 'accepted' as const, by: 'ada' },
  phrases: given.phrases,
  ...more,
});
const textsOf = (drafts: ReturnType<typeof applyDecisions>) =>
  drafts.map(({ phrases, review }) => [review.decision, ...phrases.map(({ text }) => text)]);

describe('a decision', () => {
  it('keeps what was accepted as it was', () => {
    const made = decide(given, verdict({ prompt: given.prompt }));
    expect(made).toMatchObject({ review: { decision: 'accepted' }, rejectedPhrases: [] });
    expect(made.approved?.phrases).toEqual(given.phrases);
  });

  it('is an edit where texts were taken out, added or rewritten, and refuses what is gone', () => {
    const made = decide(given, verdict({ prompt: given.prompt, phrases: [phrase('one wording')] }));
    expect(made).toMatchObject({
      review: { decision: 'edited', by: 'ada' },
      rejectedPhrases: ['another wording'],
    });
  });

  it('refuses all phrases of what is rejected', () => {
    const made = decide(given, verdict({ review: { decision: 'rejected' } }));
    expect(made.rejectedPhrases).toEqual(['one wording', 'another wording']);
    expect(made.approved).toBeUndefined();
  });

  it('is seen in the suggestion at once', () => {
    const made = decide(given, verdict({ prompt: given.prompt, phrases: [phrase('one wording')] }));
    expect(reviewed(given, made)).toMatchObject({
      review: { decision: 'edited' },
      phrases: [{ text: 'one wording' }],
    });
    expect(reviewed(given, undefined)).toBe(given);
  });

  it('is not about phrases that are proposed for the same place later', () => {
    const later = { ...given, phrases: [phrase('a later wording')] };
    const accepted = decide(given, verdict({ prompt: given.prompt }));
    const rejected = decide(given, verdict({ review: { decision: 'rejected' } }));
    expect(reviewed(later, accepted)).toBe(later);
    expect(reviewed(later, rejected)).toBe(later);
    const left = { ...given, phrases: given.phrases.slice(1) };
    expect(reviewed(left, accepted).review.decision).toBe('accepted');
    expect(reviewed(given, rejected).review.decision).toBe('rejected');
  });

  it('keeps what was refused before, but for what is approved now', () => {
    const rejected = decide(given, verdict({ review: { decision: 'rejected' } }));
    const later = { ...given, phrases: [phrase('a later wording')] };
    const second = decide(later, verdict({ phrases: later.phrases, prompt: given.prompt }));
    const refused = given.phrases.map(({ text }) => text);
    expect(keepingRefused(second, rejected).rejectedPhrases).toEqual(refused);
    const taken = decide(given, verdict({ prompt: given.prompt }));
    expect(keepingRefused(taken, rejected).rejectedPhrases).toEqual([]);
    expect(keepingRefused(second, undefined)).toEqual(second);
  });
});

describe('later nights', () => {
  const accepted = decide(given, verdict({ prompt: given.prompt }));
  const heed = (drafts: Unreviewed[], ...decisions: Decision[]) =>
    textsOf(applyDecisions(drafts, decisions, training));

  it('let nothing in under a decision that its person has not seen', () => {
    expect(heed([draft('one wording', 'a later wording')], accepted)).toEqual([
      ['accepted', 'one wording', 'another wording'],
    ]);
  });

  it('keep what was accepted though tonight would not have drafted it', () => {
    expect(heed([], accepted)).toEqual([['accepted', 'one wording', 'another wording']]);
  });

  it('propose anew once the training data has what was accepted', () => {
    const learned = readTraining(
      {
        ...definition,
        intents: definition.intents.map((one) =>
          one.name === intent
            ? { ...one, examples: [...one.examples, 'One wording!', 'another wording'] }
            : one,
        ),
      },
      trainShadow,
    );
    expect(textsOf(applyDecisions([draft('a later wording')], [accepted], learned))).toEqual([
      ['pending', 'a later wording'],
    ]);
    expect(applyDecisions([], [accepted], learned)).toEqual([]);
  });

  it('keep away what was rejected, and ask about phrases that nobody has seen', () => {
    const rejected = decide(given, verdict({ review: { decision: 'rejected' } }));
    expect(heed([], rejected)).toEqual([]);
    expect(heed([draft('a later wording')], rejected)).toEqual([['pending', 'a later wording']]);
    expect(heed([{ ...draft(), prompt: 'p' }], { ...rejected, rejectedPhrases: [] })).toEqual([]);
  });

  it('leave alone what nobody decided', () => {
    expect(heed([draft('x')])).toEqual([['pending', 'x']]);
  });
});
