/** Exactly one finding explains the handoff best. */
import { type Category, categories, categoryNames } from '../domain/categories.js';
import type { Finding, HandoffReason } from '../domain/journey.js';

/** A doubtful finding explains less than a sure one of a lower place; half a point of confidence is one place. */
const doubt = 3;

/** What ended the conversation explains the handoff; the categories' own order is of what went wrong before. */
const endings: Record<HandoffReason, readonly Category[]> = {
  error: ['backend_error'],
  user_request: ['agent_requested', 'backend_error'],
  no_match: ['uncovered_intent', 'misunderstood_intent', 'unrecognised_utterance'],
  rule: ['backend_error', 'misunderstood_intent', 'uncovered_intent', 'uncaptured_slot'],
  unknown: [],
};
/** What a form has not asked yet explains no request for a person, and no words that were not understood. */
const askedNothing: readonly HandoffReason[] = ['error', 'user_request', 'no_match'];

/**
 * Marks the primary finding, adding `unknown` where nothing explains the handoff. In the categories' order.
 * @param reason how the conversation ended
 */
export function choosePrimary(found: readonly Finding[], reason: HandoffReason): Finding[] {
  const placed = found.flatMap((finding) => {
    const place = placeOf(finding.category, reason);
    return place === null ? [] : [{ finding, rank: place - doubt * finding.confidence }];
  });
  const unknown: Finding = {
    category: 'unknown',
    confidence: 1,
    primary: true,
    turns: [],
    actual: 'nothing that was found explains the handoff',
    expected: 'every handoff has a cause that can be seen',
  };
  const first = placed.sort((a, b) => a.rank - b.rank)[0]?.finding ?? unknown;
  const all = first === unknown ? [...found, unknown] : found;
  return all
    .map((finding) => ({ ...finding, primary: finding === first }))
    .sort(
      (a, b) =>
        categoryNames.indexOf(a.category) - categoryNames.indexOf(b.category) ||
        (a.slot ?? '').localeCompare(b.slot ?? ''),
    );
}

function placeOf(category: Category, reason: HandoffReason): number | null {
  if (category === 'missed_slot' && askedNothing.includes(reason)) return null;
  const ending = endings[reason].indexOf(category);
  const place = categories[category].primaryPlace;
  return ending >= 0 ? ending - endings[reason].length : place;
}
