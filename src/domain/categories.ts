/**
 * The closed list of findings, and all that a category is: who repairs it, how it is called, what grounds it, how its findings
 * become causes, what they explain, and what a repair spares. A new category is an entry here, a detector and a fixture.
 *
 * Three places name single categories where it takes more than one to decide, and a new one may be left out of them: which
 * one explains each way of ending (`detect/primary.ts`), what follows from what (`causes/chain.ts`), and what a journey's
 * score counts (`detect/score.ts`).
 */
import type { Owner } from './owner.js';
import type { RepairKind } from './repair.js';

export type { Owner } from './owner.js';

export interface CauseKey {
  intent?: string;
  slot?: string;
  /** What tells causes of one category apart where there is neither intent nor slot: a wrap-up code. */
  cluster?: string;
}

/** How findings of single journeys become causes: what one repair answers, and how a person is told. */
export interface Grouping {
  by: readonly (keyof CauseKey)[];
  /** Side whose words show it best. */
  quote: 'bot' | 'agent';
  /** What happened in its journeys, as a clause behind their number. */
  what: string;
}

/** What a repair spares: the whole handoff, or the effort that the failure costs in one that stays. */
export interface Remedy {
  /**
   * Whether the failure keeps the bot from finishing, so that a repair spares the handoff: `always`; only `primary`, where it
   * explains the handoff best (an agent asks for a slot in many handoffs that have another cause); only `by_rule`, where
   * besides that the bot handed over of its own accord (nobody asks for a person because of a question that never came); or
   * `never`.
   */
  brings: 'always' | 'primary' | 'by_rule' | 'never';
  /** Stages in which it costs effort where its own turns do not show it: what they take beyond matched journeys. */
  stages: readonly ('bot' | 'wait' | 'identify' | 'explain' | 'solve')[];
}

/**
 * Where its turns show what a finding costs. `also`: what counts besides the turns that it points at. `thanks`: a turn of the
 * agent that only takes the answer; `reply`: any that asks for nothing; `rest`: all up to the handoff; `between`: from the
 * first turn to the last, without the first.
 */
export interface VisibleTime {
  side: 'bot' | 'agent' | 'both';
  also?: 'thanks' | 'reply' | 'rest' | 'between';
}

/** Among what a cause is found: the sessions of its intent, all of the bot's, or the handoffs whose contact is known. */
export type Basis = 'intent' | 'all' | 'linked';

interface CategorySpec {
  /** A ticket that goes to the wrong team is noise. */
  owner: Owner;
  /** As the report calls it, and what it holds for, as a reader at a meeting needs it. */
  title: string;
  meaning: string;
  /**
   * `bot`: the bot's own log shows it; `both`: it is as sure as the link to the agent contact; `journeys`: only many
   * journeys together show it, a pattern each; `nothing`: a rate, never a ticket.
   */
  groundedIn: 'bot' | 'both' | 'journeys' | 'nothing';
  /** Says why the bot gave the customer away: what a handoff leads to, or what goes wrong in passing, does not. */
  explainsHandoff: boolean;
  /**
   * Place among the findings of one journey in explaining it, 1 first. A system that failed explains the handoff whatever
   * else went wrong; then what the bot did not understand (it then asks for the wrong slots and loops); then a loop, the
   * slots that it did not hear, the customer's own wish, which also keeps it from asking for others; what only the agent's
   * side suffered comes last. Of two with one place the surer finding comes first. null: it happens after the handoff and
   * cannot have caused it, or single journeys do not show it.
   */
  primaryPlace: number | null;
  /** What a day's count of it is compared with. `intent` where its repair does not change which intent the bot takes. */
  countedAmong: Basis;
  remedy: Remedy;
  /** null: it leaves no turns of its own, and what it costs only a comparison with other journeys shows. */
  visibleTime: VisibleTime | null;
  /** Which work would end it; the repair's kind says which suggestions answer it. null: nobody can repair it. */
  repair: RepairKind | null;
  /** null where single findings make no cause. */
  grouping: Grouping | null;
}

const bringing: Remedy = { brings: 'always', stages: [] };
const atTheDesk: Remedy = { brings: 'never', stages: ['identify', 'explain'] };
const slotAsked: VisibleTime = { side: 'agent', also: 'thanks' };

const table = {
  missed_slot: {
    owner: 'bot_team',
    title: 'Never asked',
    meaning: 'the agent asks for something that the bot never asked for',
    groundedIn: 'both',
    explainsHandoff: false,
    primaryPlace: 9,
    countedAmong: 'intent',
    remedy: { brings: 'by_rule', stages: ['identify', 'explain'] },
    visibleTime: slotAsked,
    // Where the form has the slot already, the handoff came before its question: see `causes/repair-of.ts`.
    repair: 'add_slot',
    grouping: {
      // A form belongs to one intent; adding the question there answers all of it.
      by: ['intent', 'slot'],
      quote: 'agent',
      what: 'the agent has to ask for what the bot never asked',
    },
  },
  uncaptured_slot: {
    owner: 'bot_team',
    title: 'Asked, not heard',
    meaning: 'asked for or said, yet no value was captured',
    groundedIn: 'both',
    explainsHandoff: true,
    primaryPlace: 7,
    countedAmong: 'intent',
    remedy: { brings: 'primary', stages: ['identify', 'explain'] },
    visibleTime: { side: 'both', also: 'thanks' },
    repair: 'improve_capture',
    grouping: {
      // Slot examples are written into the phrases of one intent.
      by: ['intent', 'slot'],
      quote: 'agent',
      what: 'the customer was asked or said it, the bot kept nothing, and the agent asks again',
    },
  },
  wrong_slot_value: {
    owner: 'bot_team',
    title: 'Heard wrongly',
    meaning: 'the bot held another value than the agent was given',
    groundedIn: 'both',
    explainsHandoff: true,
    primaryPlace: 6,
    countedAmong: 'intent',
    // A bot that holds a wrong value goes on with it; the harm is with the agent.
    remedy: atTheDesk,
    visibleTime: slotAsked,
    repair: 'read_back',
    grouping: {
      // Slot examples are written into the phrases of one intent.
      by: ['intent', 'slot'],
      quote: 'agent',
      what: 'the value that the bot held differs from the one given to the agent',
    },
  },
  intent_loop: {
    owner: 'bot_team',
    title: 'Loop',
    meaning: 'the bot repeats itself without progress',
    groundedIn: 'bot',
    explainsHandoff: true,
    primaryPlace: 5,
    countedAmong: 'intent',
    remedy: bringing,
    visibleTime: { side: 'bot', also: 'between' },
    repair: 'break_loop',
    grouping: {
      // A loop is in the dialogue of one intent.
      by: ['intent'],
      quote: 'bot',
      what: 'the bot repeats itself without getting any further',
    },
  },
  misunderstood_intent: {
    owner: 'bot_team',
    title: 'Misunderstood',
    meaning: "the customer wanted another of the bot's intents, however sure the bot was",
    groundedIn: 'both',
    explainsHandoff: true,
    primaryPlace: 2,
    countedAmong: 'all',
    remedy: bringing,
    visibleTime: null,
    repair: 'teach_intent',
    grouping: {
      // The intent that was wanted lacks the phrases.
      by: ['intent'],
      quote: 'bot',
      what: 'the agent side shows that the customer wanted this, and the bot acted on another intent',
    },
  },
  unrecognised_utterance: {
    owner: 'bot_team',
    title: 'Not recognised',
    meaning: 'fallback on words that belong to an intent',
    groundedIn: 'both',
    explainsHandoff: true,
    primaryPlace: 4,
    countedAmong: 'all',
    remedy: bringing,
    visibleTime: { side: 'bot' },
    repair: 'teach_intent',
    grouping: {
      // The intent that was wanted lacks the phrases.
      by: ['intent'],
      quote: 'bot',
      what: 'the bot fell back on words that belong to an intent it has',
    },
  },
  uncovered_intent: {
    owner: 'bot_team',
    title: 'Not covered',
    meaning: 'the bot has no intent for what the customer wanted',
    groundedIn: 'both',
    explainsHandoff: true,
    primaryPlace: 3,
    countedAmong: 'all',
    remedy: bringing,
    visibleTime: null,
    repair: 'new_intent',
    grouping: {
      // Agents file what customers wanted under a code; one code is one new intent, or none.
      by: ['intent', 'cluster'],
      quote: 'bot',
      what: 'the customer wanted something for which the bot has no intent',
    },
  },
  dead_end_intent: {
    owner: 'bot_team',
    title: 'Dead end',
    meaning: 'understood, yet nearly always handed over',
    groundedIn: 'journeys',
    explainsHandoff: true,
    primaryPlace: null,
    countedAmong: 'all',
    remedy: bringing,
    visibleTime: null,
    repair: 'dead_end_answer',
    grouping: null,
  },
  time_of_day_failure: {
    owner: 'operations',
    title: 'Time of day',
    meaning: 'fails more in some hours, on many days',
    groundedIn: 'journeys',
    explainsHandoff: true,
    primaryPlace: null,
    countedAmong: 'all',
    remedy: bringing,
    visibleTime: null,
    repair: 'time_window',
    grouping: null,
  },
  backend_error: {
    owner: 'operations',
    title: 'Backend error',
    meaning: 'an action or webhook failed before the handoff',
    groundedIn: 'bot',
    explainsHandoff: true,
    primaryPlace: 1,
    countedAmong: 'intent',
    remedy: bringing,
    visibleTime: null,
    repair: 'fix_backend',
    grouping: {
      // An intent calls its own backend.
      by: ['intent'],
      quote: 'bot',
      what: 'an action of the bot failed before the handoff',
    },
  },
  context_lost: {
    owner: 'journey_owner',
    title: 'Not passed on',
    meaning: 'the agent asks for what the bot knew',
    groundedIn: 'both',
    explainsHandoff: false,
    primaryPlace: 10,
    countedAmong: 'linked',
    remedy: atTheDesk,
    visibleTime: slotAsked,
    repair: 'pass_context',
    grouping: {
      // What is passed on is decided at the handoff, for all intents at once.
      by: ['slot'],
      quote: 'agent',
      what: 'the bot held the value, and the agent had to ask for it',
    },
  },
  repeated_explanation: {
    owner: 'journey_owner',
    title: 'Told again',
    meaning: 'the customer repeats what the bot had been told',
    groundedIn: 'both',
    explainsHandoff: false,
    primaryPlace: null,
    countedAmong: 'linked',
    remedy: atTheDesk,
    visibleTime: { side: 'agent', also: 'reply' },
    repair: 'agent_opening',
    grouping: {
      // What agents see of the bot conversation is one setting for all.
      by: [],
      quote: 'agent',
      what: 'the customer tells the agent again what the bot had been told',
    },
  },
  cold_open: {
    owner: 'journey_owner',
    title: 'Cold open',
    meaning: 'the agent opens without a word on the conversation before',
    groundedIn: 'both',
    explainsHandoff: false,
    primaryPlace: null,
    countedAmong: 'linked',
    remedy: atTheDesk,
    visibleTime: null,
    repair: 'agent_opening',
    grouping: {
      // How agents open is one guideline for all.
      by: [],
      quote: 'agent',
      what: "the agent's opening refers to nothing that the customer told the bot",
    },
  },
  hostile_arrival: {
    owner: 'journey_owner',
    title: 'Angry arrival',
    meaning: 'calm with the bot, angry with the agent',
    groundedIn: 'both',
    explainsHandoff: false,
    primaryPlace: null,
    countedAmong: 'linked',
    remedy: { brings: 'never', stages: ['identify', 'explain', 'solve'] },
    visibleTime: { side: 'agent', also: 'reply' },
    repair: 'agent_opening',
    grouping: {
      // The way from bot to agent is the same for all.
      by: [],
      quote: 'agent',
      what: 'the first words to the agent are angry, and the first words to the bot were not',
    },
  },
  agent_requested: {
    owner: 'journey_owner',
    title: 'Asked for a human',
    meaning: 'before the bot had a fair try',
    groundedIn: 'bot',
    explainsHandoff: true,
    primaryPlace: 8,
    countedAmong: 'intent',
    // Customers who will not talk to a bot save its minutes when they are passed on at once.
    remedy: { brings: 'never', stages: ['bot', 'wait'] },
    visibleTime: { side: 'bot', also: 'rest' },
    repair: 'hand_over_on_request',
    grouping: {
      // What customers will not tell a bot depends on what they want.
      by: ['intent'],
      quote: 'bot',
      what: 'the customer asked for a human before the bot had a fair try',
    },
  },
  unlinked_handoff: {
    owner: 'journey_owner',
    title: 'Without contact',
    meaning: 'no agent contact was found for the handoff',
    groundedIn: 'bot',
    explainsHandoff: false,
    primaryPlace: 11,
    countedAmong: 'all',
    remedy: { brings: 'never', stages: ['bot', 'wait'] },
    visibleTime: null,
    repair: 'staff_queue',
    grouping: {
      // The queue and its records are one for the whole bot.
      by: [],
      quote: 'bot',
      what: 'no agent contact is found for the handoff: given up in the queue, or never recorded',
    },
  },
  unknown: {
    owner: 'journey_owner',
    title: 'Unexplained',
    meaning: 'nothing that Handback knows explains the handoff',
    groundedIn: 'nothing',
    explainsHandoff: false,
    primaryPlace: 12,
    countedAmong: 'all',
    remedy: { brings: 'never', stages: [] },
    visibleTime: null,
    repair: null,
    grouping: null,
  },
} satisfies Record<string, CategorySpec>;

export type Category = keyof typeof table;
export const categories: Readonly<Record<Category, CategorySpec>> = table;
export const categoryNames = Object.keys(table) as Category[];
