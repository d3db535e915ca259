/** What people decided of suggestions, and how later nights heed it. */
import type { Approved, Decision, Phrase, Review, Suggestion } from '../domain/suggestion.js';
import type { Risky } from './risk.js';
import { phraseKey, type Training } from './training.js';

/** A draft in its ticket, before anyone's decision is looked up. */
export interface Unreviewed extends Risky {
  id: string;
  ticket: string;
}

export interface Drafted extends Unreviewed {
  review: Review;
}

/** A person's word on a suggestion: what it was, who said it, when, and the texts as they left them. */
export interface ReviewVerdict {
  review: Review;
  phrases: readonly Phrase[];
  prompt?: string | undefined;
}

/**
 * The decision that a verdict comes to. Texts that the person took out or rewrote are refused; where any was, an acceptance
 * is an edit.
 */
export function decide(
  suggestion: Suggestion,
  { review, phrases, prompt }: ReviewVerdict,
): Decision {
  const { id, ticket, kind, intent, fromIntent, slot, threshold, change } = suggestion;
  const texts = (list: readonly Phrase[]) => list.map(({ text }) => text);
  if (review.decision === 'rejected')
    return { suggestion: id, kind, review, rejectedPhrases: texts(suggestion.phrases) };
  const kept = new Set(texts(phrases));
  const rejectedPhrases = texts(suggestion.phrases).filter((text) => !kept.has(text));
  const before = texts(suggestion.phrases);
  const isEdited =
    rejectedPhrases.length > 0 ||
    texts(phrases).some((text) => !before.includes(text)) ||
    prompt !== suggestion.prompt;
  const decision = isEdited ? 'edited' : review.decision;
  const approved = {
    ticket,
    kind,
    ...(intent !== undefined && { intent }),
    ...(fromIntent !== undefined && { fromIntent }),
    ...(slot !== undefined && { slot }),
    phrases: [...phrases],
    ...(prompt !== undefined && { prompt }),
    ...(threshold !== undefined && { threshold }),
    change,
  };
  return { suggestion: id, kind, review: { ...review, decision }, rejectedPhrases, approved };
}

/** A suggestion of a night as people have decided since. */
export function reviewed(suggestion: Suggestion, decision: Decision | undefined): Suggestion {
  if (!decision || !isAbout(decision, suggestion)) return suggestion;
  const { review, approved } = decision;
  const texts = approved && { phrases: approved.phrases, prompt: approved.prompt };
  return { ...suggestion, ...texts, review };
}

/** Once the training data has what was approved, others are proposed under the same id: nobody has decided of phrases that nobody saw. */
function isAbout({ rejectedPhrases, approved }: Decision, { phrases }: Suggestion): boolean {
  const seen = new Set([...rejectedPhrases, ...(approved?.phrases ?? []).map(({ text }) => text)]);
  return phrases.every(({ text }) => seen.has(text));
}

/** A decision in the place of an earlier one of the same id: what was refused then stays refused, but for what is approved now. */
export function keepingRefused(decision: Decision, earlier: Decision | undefined): Decision {
  const approved = new Set(decision.approved?.phrases.map(({ text }) => text));
  const refused = (earlier?.rejectedPhrases ?? []).filter((text) => !approved.has(text));
  const rejectedPhrases = [...new Set([...refused, ...decision.rejectedPhrases])];
  return { ...decision, rejectedPhrases };
}

/**
 * Drafts as people have decided. What was refused stays away; what was approved stays as it was approved, until the
 * training data has it, whether or not tonight would have drafted it. Only then are new phrases proposed for the same place.
 */
export function applyDecisions(
  drafts: readonly Unreviewed[],
  decisions: readonly Decision[],
  training: Training,
): Drafted[] {
  const byId = new Map(decisions.map((one) => [one.suggestion, one]));
  const drafted = new Set(drafts.map(({ id }) => id));
  const waiting = decisions.flatMap((decision) => {
    const revived = drafted.has(decision.suggestion) ? null : standing(decision, training);
    return revived ? [revived] : [];
  });
  const present = drafts.flatMap((draft) => {
    const decision = byId.get(draft.id);
    return decision ? applyDecision(draft, decision, training) : [{ ...draft, review: pending }];
  });
  return [...present, ...waiting];
}

const pending: Review = { decision: 'pending' };

function applyDecision(draft: Unreviewed, decision: Decision, training: Training): Drafted[] {
  const { review, rejectedPhrases, approved } = decision;
  if (review.decision === 'rejected') {
    // Phrases that the person has not seen are asked about anew.
    const isNew = rejectedPhrases.length > 0 && draft.phrases.length > 0;
    return isNew ? [{ ...draft, review: pending }] : [];
  }
  if (!approved) return [{ ...draft, review }];
  if (approved.phrases.length === 0) return [{ ...draft, ...approved, review }];
  const left = unlearned(approved, training);
  if (left.length > 0) return [{ ...draft, ...approved, phrases: left, review }];
  return draft.phrases.length > 0 ? [{ ...draft, review: pending }] : [];
}

function standing(decision: Decision, training: Training): Drafted | null {
  const { suggestion: id, review, approved } = decision;
  if (!approved || review.decision === 'rejected') return null;
  const phrases = unlearned(approved, training);
  // Whether a slot or a prompt has gone in cannot be seen.
  return phrases.length === 0 ? null : { ...approved, id, target: '', phrases, review };
}

/** The approved phrases of which the training data does not show yet what was approved. */
function unlearned({ kind, intent, fromIntent, phrases }: Approved, { byKey }: Training): Phrase[] {
  return phrases.filter(({ text }) => {
    const has = byKey.get(phraseKey(text));
    if (kind === 'remove_phrases') return has?.includes(fromIntent ?? '');
    return intent === undefined ? has === undefined : !has?.includes(intent);
  });
}
