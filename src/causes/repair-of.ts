/** Which repair would end a cause's findings. */
import type { RepairKind } from '../domain/repair.js';
import type { Cause } from '../domain/ticket.js';
import type { HasSlot } from './chain.js';

const ofCategory: Partial<Record<Cause['category'], RepairKind>> = {
  uncaptured_slot: 'improve_capture',
  wrong_slot_value: 'read_back',
  intent_loop: 'break_loop',
  misunderstood_intent: 'teach_intent',
  unrecognised_utterance: 'teach_intent',
  uncovered_intent: 'new_intent',
  dead_end_intent: 'dead_end_answer',
  time_of_day_failure: 'time_window',
  backend_error: 'fix_backend',
  context_lost: 'pass_context',
  repeated_explanation: 'agent_opening',
  cold_open: 'agent_opening',
  hostile_arrival: 'agent_opening',
  agent_requested: 'hand_over_on_request',
  unlinked_handoff: 'staff_queue',
};

/** @returns null for what nobody can repair as it stands: words that no intent is known for */
export function repairOf(cause: Cause, hasSlot: HasSlot): RepairKind | null {
  const { category, intent, slot } = cause;
  if (category === 'missed_slot') return hasSlot(intent, slot) ? 'ask_before_handoff' : 'add_slot';
  const kind = ofCategory[category] ?? null;
  return kind === 'teach_intent' && intent === undefined ? null : kind;
}
