import { describe, expect, it } from 'vitest';
import type { Suggestion } from '../../src/domain/suggestion.js';
import { withoutRepeats, withoutSameChanges } from '../../src/suggest/once.js';
import { prepare } from '../../src/text/similarity.js';

type Draft = Parameters<typeof withoutRepeats>[0][number];

const draft = (kind: Draft['kind'], intent: string | undefined, ...texts: string[]) =>
  ({ kind, intent, phrases: texts.map((text) => ({ text, sources: [] })) }) as unknown as Draft;
const said = (drafts: readonly Draft[], before: readonly Suggestion[] = []) =>
  withoutRepeats(drafts, before, 0.85).map(({ phrases }) => phrases.map(({ text }) => text));

describe('what several tickets would propose', () => {
  it('is proposed by the first', () => {
    const same = draft('add_phrases', 'pay', 'take the money from my card');
    expect(said([same, draft('move_phrases', 'pay', 'Take the money from my card!')])).toEqual([
      ['take the money from my card'],
    ]);
  });

  it('is proposed once where one says nearly the same, for the same intent or for none', () => {
    const first = draft('out_of_scope_phrases', undefined, 'I changed my name in court last year');
    const twin = 'please, I changed my name in court last year';
    expect(said([first, draft('out_of_scope_phrases', undefined, twin)])).toHaveLength(1);
    expect(said([first, draft('add_phrases', 'new_name', twin)])).toHaveLength(2);
    expect(
      said([draft('out_of_scope_phrases', undefined, twin)], [first as unknown as Suggestion]),
    ).toEqual([]);
  });

  it('is proposed once where a word or two differ', () => {
    const father = draft('out_of_scope_phrases', undefined, 'I am the executor for my late father');
    const aunt = draft('out_of_scope_phrases', undefined, 'I am the executor for my late aunt');
    expect(said([father, aunt])).toHaveLength(1);
  });

  it('is compared by all that is known of it, unless it is an answer', () => {
    const texts = ['tax receipt please', 'my tax receipt'] as const;
    const both = (kind: Draft['kind']) => texts.map((text) => draft(kind, 'receipt', text));
    const compared = ({ text }: { text: string }) => ({
      ...{ key: text, prepared: prepare(text), content: 'tax receipt' },
    });
    expect(withoutRepeats(both('add_phrases'), [], 0.85)).toHaveLength(2);
    expect(withoutRepeats(both('add_phrases'), [], 0.85, compared)).toHaveLength(1);
    expect(withoutRepeats(both('add_slot_examples'), [], 0.85, compared)).toHaveLength(2);
  });

  it('is compared in the same way with what stands', () => {
    const compared = ({ text }: { text: string }) => ({
      ...{ key: text, prepared: prepare(text), content: 'of', ownEnds: { start: 3 } },
    });
    const left = (kind: Draft['kind']) => {
      const [stands, one] = ['is it of my hat', 'is it of my bags'].map((text) =>
        draft(kind, 'receipt', text),
      ) as [Draft, Draft];
      return withoutRepeats([one], [stands as unknown as Suggestion], 0.85, compared);
    };
    expect(left('add_phrases')).toHaveLength(0);
    expect(left('add_slot_examples')).toHaveLength(1);
  });

  it('is all kept of one ticket, which chose among its own', () => {
    const own = ['I changed my name in court', 'I changed my name in a court'];
    expect(said([draft('out_of_scope_phrases', undefined, ...own)])).toEqual([own]);
  });

  it('may be a new intent as well', () => {
    const text = 'my neighbour keeps bees on the roof';
    const drafts = [
      draft('out_of_scope_phrases', undefined, text),
      draft('new_intent', 'bees', text),
    ];
    expect(said(drafts)).toEqual([[text], [text]]);
  });
});

describe('two intents', () => {
  const pair = (kind: Draft['kind'], intent: string, fromIntent: string) =>
    ({ ...draft(kind, intent), fromIntent }) as Draft;
  const merge = pair('merge_intents', 'start', 'stop');
  const mirrored = pair('merge_intents', 'stop', 'start');
  const ask = pair('add_disambiguation', 'stop', 'start');
  const standing = (one: Draft) => [one as unknown as Suggestion];

  it('are brought up once, whichever the bot took for the other', () => {
    expect(withoutSameChanges([merge, mirrored], [])).toEqual([merge]);
    expect(withoutSameChanges([mirrored], standing(merge))).toEqual([]);
    expect(withoutSameChanges([merge, pair('merge_intents', 'start', 'pause')], [])).toHaveLength(
      2,
    );
  });

  it('are not merged where the bot can ask which is meant', () => {
    expect(withoutSameChanges([merge, ask], [])).toEqual([ask]);
    expect(withoutSameChanges([merge], standing(ask))).toEqual([]);
  });

  it('are nothing to an answer, which is proposed once to what the bot has no intent for', () => {
    const answer = (prompt: string, intent?: string) =>
      ({ ...draft('add_answer', intent), prompt }) as Draft;
    const elsewhere = answer('Sorry, that one you must take elsewhere');
    expect(
      withoutSameChanges([elsewhere, answer('Sorry, that one you must take elsewhere.')], []),
    ).toEqual([elsewhere]);
    expect(withoutSameChanges([elsewhere], standing(elsewhere))).toEqual([]);
    const own = ['start', 'stop'].map((intent) => answer('Sorry, we cannot.', intent));
    expect(withoutSameChanges([elsewhere, ...own], [])).toHaveLength(3);
  });

  it('are nothing to other suggestions', () => {
    const phrases = draft('add_phrases', 'start', 'begin it');
    expect(withoutSameChanges([phrases, phrases], [])).toEqual([phrases, phrases]);
  });
});
