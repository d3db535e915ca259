/** Sets a draft's phrases apart by what could be wrong with them, so that one bad phrase does not hold up the good ones. */
import type { Phrase, Risk } from '../domain/suggestion.js';
import type { AdviceInput, SuggestionDraft } from './advice.js';
import { mostDoubt } from './settings.js';
import { phraseKey } from './training.js';

export type Risky = SuggestionDraft & { risk?: Risk };

const carriesLabels = ({ kind, intent }: SuggestionDraft): boolean =>
  kind === 'add_phrases' ||
  kind === 'out_of_scope_phrases' ||
  (kind === 'add_slot_examples' && intent !== undefined);

/**
 * A label is never withheld: what the words contradict, and what already stands under another intent, becomes a draft of its
 * own, to be read last.
 */
export function byRisk(
  draft: SuggestionDraft,
  { training, doubt, config }: Pick<AdviceInput, 'training' | 'doubt' | 'config'>,
): Risky[] {
  if (!carriesLabels(draft)) return [draft];
  const sessions = new Set(
    draft.phrases.flatMap(({ sources }) => sources.map((one) => one.sessionId)),
  );
  const riskOf = ({ text, sources }: Phrase): Risk | undefined => {
    const standing = training.byKey.get(phraseKey(text)) ?? [];
    if (standing.some((intent) => intent !== draft.intent)) return 'collision';
    const least = Math.min(...sources.map(({ sessionId }) => doubt.get(sessionId) ?? 0));
    if (least > mostDoubt) return 'doubt';
    return sessions.size < config.minimumEvidence ? 'thin' : undefined;
  };
  return ([undefined, 'thin', 'doubt', 'collision'] as const).flatMap((risk) => {
    const phrases = draft.phrases.filter((phrase) => riskOf(phrase) === risk);
    if (phrases.length === 0) return [];
    // More journeys make a thin draft a plain one: it is the same suggestion.
    const apart = risk === 'doubt' || risk === 'collision';
    const target = apart ? `${draft.target}/${risk}` : draft.target;
    return [{ ...draft, phrases, target, ...(risk && { risk }) }];
  });
}
