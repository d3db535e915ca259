/** What is proposed once, although several tickets would propose it. */
import type { Suggestion } from '../domain/suggestion.js';
import type { Unreviewed } from './decisions.js';
import { phraseKey } from './training.js';

/**
 * A phrase, and another threshold, is proposed once, by the ticket that ranks highest. A new intent is another answer to the same phrases.
 * @param before what was proposed on earlier nights and stands
 */
export function withoutRepeats(
  drafts: readonly Unreviewed[],
  before: readonly Suggestion[],
): Unreviewed[] {
  const proposed = new Set(
    before
      .filter(({ kind }) => kind !== 'new_intent')
      .flatMap(({ phrases }) => phrases.map(({ text }) => phraseKey(text))),
  );
  const threshold = [...before, ...drafts].find(({ kind }) => kind === 'change_threshold');
  return drafts.flatMap((draft) => {
    if (draft.kind === 'change_threshold') return draft === threshold ? [draft] : [];
    if (draft.phrases.length === 0 || draft.kind === 'new_intent') return [draft];
    const phrases = draft.phrases.filter(({ text }) => {
      const key = phraseKey(text);
      return !proposed.has(key) && proposed.add(key);
    });
    return phrases.length === 0 ? [] : [{ ...draft, phrases }];
  });
}

/** Wordings of one intent are read in one go, at the ticket that ranks highest; what is in doubt stays apart. */
export function onceAnIntent(drafts: readonly Unreviewed[], most: number): Unreviewed[] {
  const first = new Map<string, Unreviewed>();
  const merged = drafts.flatMap((draft) => {
    if (draft.kind !== 'add_phrases') return [draft];
    const name = JSON.stringify([draft.intent, draft.risk]);
    const before = first.get(name);
    if (!before) {
      const own = { ...draft, phrases: [...draft.phrases] };
      first.set(name, own);
      return [own];
    }
    before.phrases.push(...draft.phrases.slice(0, most - before.phrases.length));
    return [];
  });
  return merged;
}
