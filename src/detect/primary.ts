/** Exactly one finding explains the handoff best. */
import { type Category, categoryNames } from '../domain/categories.js';
import type { Finding } from '../domain/journey.js';

/**
 * Order of explanatory power. A system that failed explains the handoff whatever else went wrong; then what the bot did
 * not understand (it then asks for the wrong slots and loops); then a loop, the slots, the customer's own wish. What only
 * the agent's side suffered comes last.
 */
const order: readonly Category[] = [
  'backend_error',
  'misunderstood_intent',
  'uncovered_intent',
  'unrecognised_utterance',
  'intent_loop',
  'wrong_slot_value',
  'uncaptured_slot',
  'missed_slot',
  'agent_requested',
  'context_lost',
  'unlinked_handoff',
  'unknown',
];
/** What happened after the handoff cannot have caused it. */
const effects = new Set<Category>(['repeated_explanation', 'cold_open', 'hostile_arrival']);

/** A doubtful finding explains less than a sure one of a lower place; half a point of confidence is one place. */
const doubt = 3;

/** Marks the primary finding, adding `unknown` where nothing explains the handoff. In the categories' order. */
export function choosePrimary(found: readonly Finding[]): Finding[] {
  const explaining = found.filter(({ category }) => !effects.has(category));
  const unknown: Finding = {
    category: 'unknown',
    confidence: 1,
    primary: true,
    turns: [],
    actual: 'nothing that was found explains the handoff',
    expected: 'every handoff has a cause that can be seen',
  };
  const rank = ({ category, confidence }: Finding) => order.indexOf(category) - doubt * confidence;
  const first = [...explaining].sort((a, b) => rank(a) - rank(b))[0] ?? unknown;
  const all = first === unknown ? [...found, unknown] : found;
  return all
    .map((finding) => ({ ...finding, primary: finding === first }))
    .sort(
      (a, b) =>
        categoryNames.indexOf(a.category) - categoryNames.indexOf(b.category) ||
        (a.slot ?? '').localeCompare(b.slot ?? ''),
    );
}
