/** Which journeys a planted defect truly spoilt. */
import type { Category } from '../../../src/domain/categories.js';
import type { RepairKind } from '../../../src/domain/repair.js';
import type { PlantedDefect } from '../../../src/simulate/planted.js';
import type { Company } from './company.js';

/** By what findings the repair's failure shows. */
const shows: Record<RepairKind, readonly Category[]> = {
  teach_intent: ['misunderstood_intent', 'unrecognised_utterance'],
  new_intent: ['uncovered_intent'],
  add_slot: ['missed_slot'],
  ask_before_handoff: ['missed_slot'],
  improve_capture: ['uncaptured_slot'],
  reword_prompt: ['uncaptured_slot'],
  read_back: ['wrong_slot_value'],
  break_loop: ['intent_loop'],
  dead_end_answer: ['dead_end_intent'],
  hand_over_on_request: ['agent_requested'],
  pass_context: ['context_lost'],
  agent_opening: ['cold_open', 'repeated_explanation', 'hostile_arrival'],
  staff_queue: ['unlinked_handoff'],
  fix_backend: ['backend_error'],
  time_window: ['time_of_day_failure'],
};

/** Sessions of a defect, by the truth. */
export function spoilt({ repair, intent, slot }: PlantedDefect, company: Company): string[] {
  return company.truth.flatMap(({ session_id: session, findings }) => {
    const { intent: wanted, acted = [] } = company.details.get(session) ?? {};
    const isHere = intent === undefined || wanted === intent || acted.includes(intent);
    const has = findings.some(
      (one) => shows[repair].includes(one.category) && (slot === undefined || one.slot === slot),
    );
    return isHere && has ? [session] : [];
  });
}

/** Fewer journeys, or days, may be one customer or one bad afternoon: no list needs to show them. */
const fewestJourneys = 5;
const fewestDays = 3;

export function isOften(sessions: readonly string[], { dayOf }: Company): boolean {
  const days = new Set(sessions.map((session) => dayOf.get(session)));
  return sessions.length >= fewestJourneys && days.size >= fewestDays;
}

/** What one journey costs: half a minute where an agent asks once more, five where the bot could have finished. */
const minutesOfAsking = 0.5;
const minutesOfHandoff = 5;
const atTheDesk: readonly RepairKind[] = [
  'add_slot',
  'ask_before_handoff',
  'read_back',
  'pass_context',
  'agent_opening',
];
/** Ten minutes a month, as the night's list wants. */
const fewestMinutes = 10;

/** Often enough, and worth more than the list's minimum. */
export function isWorthListing(
  { repair }: PlantedDefect,
  sessions: readonly string[],
  company: Company,
): boolean {
  const minutes = atTheDesk.includes(repair) ? minutesOfAsking : minutesOfHandoff;
  return isOften(sessions, company) && sessions.length * minutes >= fewestMinutes;
}
