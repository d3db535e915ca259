/** How findings become causes: what one repair answers, on which side it shows, and how a person is told. */
import type { Category } from '../domain/categories.js';

export interface CauseKey {
  intent?: string;
  slot?: string;
  /** What tells causes of one category apart where there is neither intent nor slot: a wrap-up code. */
  cluster?: string;
}

export interface Grouping {
  by: readonly (keyof CauseKey)[];
  /** Why one repair answers all of it. */
  reason: string;
  /** `bot`: the bot's own log shows it; `both`: it is as sure as the link to the agent contact. */
  shownBy: 'bot' | 'both';
  /** Side whose words show it best. */
  quote: 'bot' | 'agent';
  title(key: CauseKey): string;
  what: string;
}

/** Cohort categories have causes of their own (a pattern each); `unknown` is a rate, never a ticket. */
type Grouped = Exclude<Category, 'dead_end_intent' | 'time_of_day_failure' | 'unknown'>;

const of = ({ intent }: CauseKey): string => (intent === undefined ? '' : ` in "${intent}"`);
const slotOf = ({ slot }: CauseKey): string => (slot === undefined ? 'a slot' : `"${slot}"`);
const nameOf = ({ intent }: CauseKey): string =>
  intent === undefined ? 'no intent' : `"${intent}"`;

export const groupings: Record<Grouped, Grouping> = {
  missed_slot: {
    by: ['intent', 'slot'],
    reason: 'A form belongs to one intent; adding the question there answers all of it.',
    shownBy: 'both',
    quote: 'agent',
    title: (key) => `The bot never asks for ${slotOf(key)}${of(key)}`,
    what: 'the agent has to ask for what the bot never asked',
  },
  uncaptured_slot: {
    by: ['intent', 'slot'],
    reason: 'Slot examples are written into the phrases of one intent.',
    shownBy: 'both',
    quote: 'agent',
    title: (key) => `The bot does not catch ${slotOf(key)}${of(key)}`,
    what: 'the customer was asked or said it, the bot kept nothing, and the agent asks again',
  },
  wrong_slot_value: {
    by: ['intent', 'slot'],
    reason: 'Slot examples are written into the phrases of one intent.',
    shownBy: 'both',
    quote: 'agent',
    title: (key) => `The bot gets ${slotOf(key)} wrong${of(key)}`,
    what: 'the value that the bot held differs from the one given to the agent',
  },
  intent_loop: {
    by: ['intent'],
    reason: 'A loop is in the dialogue of one intent.',
    shownBy: 'bot',
    quote: 'bot',
    title: (key) => `The bot goes round in circles${of(key)}`,
    what: 'the bot repeats itself without getting any further',
  },
  misunderstood_intent: {
    by: ['intent'],
    reason: 'The intent that was wanted lacks the phrases.',
    shownBy: 'both',
    quote: 'bot',
    title: (key) => `The bot takes ${nameOf(key)} for something else`,
    what: 'the agent side shows that the customer wanted this, and the bot acted on another intent',
  },
  unrecognised_utterance: {
    by: ['intent'],
    reason: 'The intent that was wanted lacks the phrases.',
    shownBy: 'both',
    quote: 'bot',
    title: (key) =>
      key.intent === undefined
        ? 'The bot does not recognise what customers say'
        : `The bot does not recognise ${nameOf(key)}`,
    what: 'the bot fell back on words that belong to an intent it has',
  },
  uncovered_intent: {
    by: ['intent', 'cluster'],
    reason: 'Agents file what customers wanted under a code; one code is one new intent, or none.',
    shownBy: 'both',
    quote: 'bot',
    title: ({ cluster }) =>
      cluster === undefined
        ? 'Customers want what the bot has no intent for'
        : `Customers want what the bot has no intent for: agents file it under "${cluster}"`,
    what: 'the customer wanted something for which the bot has no intent',
  },
  backend_error: {
    by: ['intent'],
    reason: 'An intent calls its own backend.',
    shownBy: 'bot',
    quote: 'bot',
    title: (key) => `The bot's backend fails${of(key)}`,
    what: 'an action of the bot failed before the handoff',
  },
  context_lost: {
    by: ['slot'],
    reason: 'What is passed on is decided at the handoff, for all intents at once.',
    shownBy: 'both',
    quote: 'agent',
    title: (key) => `Agents ask again for ${slotOf(key)}, which the bot had`,
    what: 'the bot held the value, and the agent had to ask for it',
  },
  repeated_explanation: {
    by: [],
    reason: 'What agents see of the bot conversation is one setting for all.',
    shownBy: 'both',
    quote: 'agent',
    title: () => 'Customers explain to the agent again what they told the bot',
    what: 'the customer tells the agent again what the bot had been told',
  },
  cold_open: {
    by: [],
    reason: 'How agents open is one guideline for all.',
    shownBy: 'both',
    quote: 'agent',
    title: () => 'Agents open as if nothing had been said',
    what: "the agent's opening refers to nothing that the customer told the bot",
  },
  hostile_arrival: {
    by: [],
    reason: 'The way from bot to agent is the same for all.',
    shownBy: 'both',
    quote: 'agent',
    title: () => 'Customers reach the agent angry, and had not been',
    what: 'the first words to the agent are angry, and the first words to the bot were not',
  },
  agent_requested: {
    by: ['intent'],
    reason: 'What customers will not tell a bot depends on what they want.',
    shownBy: 'bot',
    quote: 'bot',
    title: (key) => `Customers ask for a human at once${of(key)}`,
    what: 'the customer asked for a human before the bot had a fair try',
  },
  unlinked_handoff: {
    by: [],
    reason: 'The queue and its records are one for the whole bot.',
    shownBy: 'bot',
    quote: 'bot',
    title: () => 'Handoffs that no agent contact answers',
    what: 'no agent contact is found for the handoff: given up in the queue, or never recorded',
  },
};

export function isGrouped(category: Category): category is Grouped {
  return category in groupings;
}
