/** The closed list of repairs: each is one unit of work for one owner in one place. */
import type { Owner } from './owner.js';

export interface RepairSpec {
  owner: Owner;
  /** What tells two repairs of this kind apart; nothing: there is one for the whole bot. */
  by: 'intent' | 'slot' | 'cluster' | 'window' | 'nothing';
  /**
   * The kind answers what goes beyond the bot's usual rate: every recogniser mishears now and then, every backend fails and
   * every form is left early now and then, and that needs no repair of its own.
   */
  beyondUsual: boolean;
}

export const repairs = {
  teach_intent: {
    owner: 'bot_team',
    by: 'intent',
    beyondUsual: false,
  },
  new_intent: { owner: 'bot_team', by: 'cluster', beyondUsual: false },
  add_slot: { owner: 'bot_team', by: 'slot', beyondUsual: false },
  ask_before_handoff: {
    owner: 'bot_team',
    by: 'slot',
    beyondUsual: true,
  },
  improve_capture: {
    owner: 'bot_team',
    by: 'slot',
    beyondUsual: true,
  },
  read_back: { owner: 'bot_team', by: 'slot', beyondUsual: true },
  reword_prompt: {
    owner: 'bot_team',
    by: 'slot',
    beyondUsual: true,
  },
  break_loop: { owner: 'bot_team', by: 'intent', beyondUsual: true },
  dead_end_answer: {
    owner: 'bot_team',
    by: 'intent',
    beyondUsual: false,
  },
  hand_over_on_request: {
    owner: 'journey_owner',
    by: 'nothing',
    beyondUsual: false,
  },
  pass_context: {
    owner: 'journey_owner',
    by: 'nothing',
    beyondUsual: false,
  },
  agent_opening: {
    owner: 'journey_owner',
    by: 'nothing',
    beyondUsual: false,
  },
  staff_queue: {
    owner: 'journey_owner',
    by: 'nothing',
    beyondUsual: false,
  },
  fix_backend: { owner: 'operations', by: 'intent', beyondUsual: true },
  time_window: {
    owner: 'operations',
    by: 'window',
    beyondUsual: false,
  },
} as const satisfies Record<string, RepairSpec>;

export type RepairKind = keyof typeof repairs;
export const repairKinds = Object.keys(repairs) as RepairKind[];
