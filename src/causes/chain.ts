/**
 * The chain of what went wrong in one journey: heard wrongly, wrong intent, wrong form, never asked, not passed on. The first
 * broken link is what a repair answers; what follows from it names it in `causedBy` and makes no repair of its own.
 */
import type { Category } from '../domain/categories.js';
import type { Finding, JourneyResult } from '../domain/journey.js';

/** Whether the bot's own definition has a slot in an intent's form. */
export type HasSlot = (intent: string | undefined, slot: string | undefined) => boolean;

/** Of a bot that never got to the wish: it asked for another form's slots, or for none. */
const wrongIntent: readonly Category[] = [
  'misunderstood_intent',
  'uncovered_intent',
  'unrecognised_utterance',
];
/** What ends a conversation before the form was through. */
const cutShort: readonly Category[] = ['backend_error', 'agent_requested', 'intent_loop'];

export function withRootCauses(
  results: readonly JourneyResult[],
  hasSlot: HasSlot,
): JourneyResult[] {
  return results.map((result) => {
    const roots = new Set(result.findings.map(({ category }) => category));
    const wish = wrongIntent.find((category) => roots.has(category));
    const end = cutShort.find((category) => roots.has(category));
    const lost = wish !== undefined && neverReached(result) ? wish : undefined;
    if (lost === undefined && end === undefined) return result;
    const findings = result.findings.map((finding) => {
      const root = rootOf(finding, { lost, end }, hasSlot);
      return root === undefined ? finding : { ...finding, causedBy: root };
    });
    return { ...result, findings };
  });
}

/** The bot acted on another intent than the one that was wanted, or on none. */
const neverReached = ({ botIntent, trueIntent }: JourneyResult): boolean =>
  botIntent === undefined || botIntent !== trueIntent.name;

function rootOf(
  { category, intent, slot }: Finding,
  { lost, end }: { lost: Category | undefined; end: Category | undefined },
  hasSlot: HasSlot,
): Category | undefined {
  if (category === 'uncaptured_slot' || category === 'wrong_slot_value') return lost;
  if (category !== 'missed_slot') return undefined;
  // A form that lacks the slot lacks it however the conversation went, unless the bot has no such form at all.
  if (lost === 'uncovered_intent') return lost;
  return hasSlot(intent, slot) ? (lost ?? end) : undefined;
}
