/** The closed list of findings: what each surfaces and who repairs it. A ticket that goes to the wrong team is noise. */
export const owners = ['bot_team', 'operations', 'journey_owner'] as const;
export type Owner = (typeof owners)[number];

export const categories = {
  missed_slot: 'bot_team',
  uncaptured_slot: 'bot_team',
  wrong_slot_value: 'bot_team',
  intent_loop: 'bot_team',
  misunderstood_intent: 'bot_team',
  unrecognised_utterance: 'bot_team',
  uncovered_intent: 'bot_team',
  dead_end_intent: 'bot_team',
  time_of_day_failure: 'operations',
  backend_error: 'operations',
  context_lost: 'journey_owner',
  repeated_explanation: 'journey_owner',
  cold_open: 'journey_owner',
  hostile_arrival: 'journey_owner',
  agent_requested: 'journey_owner',
  unlinked_handoff: 'journey_owner',
  unknown: 'journey_owner',
} as const satisfies Record<string, Owner>;

export type Category = keyof typeof categories;
export const categoryNames = Object.keys(categories) as Category[];
