/** What a repair spares: the whole handoff, or the effort that the agent and the customer spend on it. */
import type { Category } from '../domain/categories.js';
import type { Effort } from '../domain/journey.js';

export interface Remedy {
  /**
   * `handoff`: repaired, the bot may finish by itself, and the agent's side of the journey goes with that. `effort`: the
   * handoff stays, and what the stages take beyond matched journeys goes.
   */
  spares: 'handoff' | 'effort';
  stages: readonly (keyof Effort)[];
}

export const wholeHandoff: Remedy = {
  spares: 'handoff',
  stages: ['wait', 'identify', 'explain', 'solve'],
};
const asking: Remedy = { spares: 'effort', stages: ['identify', 'explain'] };

export const remedies: Record<Category, Remedy> = {
  missed_slot: asking,
  uncaptured_slot: asking,
  wrong_slot_value: asking,
  intent_loop: wholeHandoff,
  misunderstood_intent: wholeHandoff,
  unrecognised_utterance: wholeHandoff,
  uncovered_intent: wholeHandoff,
  dead_end_intent: wholeHandoff,
  time_of_day_failure: wholeHandoff,
  backend_error: wholeHandoff,
  context_lost: asking,
  repeated_explanation: asking,
  cold_open: asking,
  hostile_arrival: { spares: 'effort', stages: ['identify', 'explain', 'solve'] },
  // Customers who will not talk to a bot save its minutes when they are passed on at once.
  agent_requested: { spares: 'effort', stages: ['bot', 'wait'] },
  unlinked_handoff: { spares: 'effort', stages: ['bot', 'wait'] },
  unknown: { spares: 'effort', stages: [] },
};
