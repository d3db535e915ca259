/** Where a draft contradicts the training data: the same or nearly the same words under another intent. */
import { nearDuplicate, prepare } from '../text/similarity.js';
import type { SuggestionDraft } from './advice.js';
import { phraseKey, type Training, type TrainingPhrase } from './training.js';

const shown = 60;

/** One sentence a conflict, in order of the phrases. @param threshold of near duplicates, 0 to 1. */
export function conflictsOf(
  draft: SuggestionDraft,
  training: Training,
  threshold: number,
): string[] {
  // Moving or removing a phrase is what answers such a conflict.
  if (draft.kind === 'move_phrases' || draft.kind === 'remove_phrases') return [];
  const others = training.phrases.filter(({ label }) => label !== (draft.intent ?? null));
  return draft.phrases.flatMap(({ text }) => {
    const [key, prepared] = [phraseKey(text), prepare(text)];
    const same = others.find((other) => other.key === key);
    if (same) return [sentence(text, 'is already a phrase of', same)];
    const near = others.find((other) => nearDuplicate(prepared, other.prepared, threshold));
    return near ? [sentence(text, `is nearly "${cut(near.text)}" of`, near)] : [];
  });
}

function sentence(text: string, relation: string, { intent }: TrainingPhrase): string {
  return `"${cut(text)}" ${relation} ${intent}`;
}

const cut = (text: string) => (text.length <= shown ? text : `${text.slice(0, shown - 1)}…`);
