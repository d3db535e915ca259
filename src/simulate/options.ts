/** What a simulation can be asked for, and what it gives a day. */
import type { Category } from '../domain/categories.js';
import type {
  AgentContactRecord,
  BotSessionRecord,
  SurveyRecord,
  TruthLine,
} from '../domain/records.js';
import type { PlantedDefect } from './planted.js';
import type { WorldId } from './read-world.js';
import type { Traffic } from './traffic.js';

export interface SimulationOptions {
  world: WorldId;
  /** About how many handoffs; contained sessions and direct contacts come on top, about as many of each. */
  journeys: number;
  seed: number;
  /** First local day, YYYY-MM-DD, and how many. */
  from: string;
  days: number;
  /** IANA zone; Europe/London unless given. */
  timeZone?: string;
  /** Share of the handoffs whose key both sides carry; 0.6 unless given. */
  keyShare?: number;
  /** By how much the contact centre's clock is ahead of the bot's; 0 unless given. */
  clockSkewSeconds?: number;
  /** Manners of the agents, in turn, in place of the world's own. */
  manners?: readonly string[];
  /** How the contact centre differs from the usual one; see `traffic.ts`. */
  traffic?: Partial<Traffic>;
  /** A sound business with these defects alone, in place of the world's own; see `planted.ts`. */
  planted?: readonly PlantedDefect[];
}

export const defaultTimeZone = 'Europe/London';

/** What is true of a handoff beyond its findings. */
export interface JourneyDetails {
  session_id: string;
  outcome: 'escalated';
  /** What the customer wanted, whether or not the bot has an intent for it. */
  intent: string;
  covered: boolean;
  /** The intents that the bot acted on. */
  acted: string[];
  /** The contacts that took the handoff, in order. */
  legs: string[];
  /** The category that explains the handoff best; null where a business rule made it or nothing went wrong. */
  primary: Category | null;
  /** The first agent's, and the manner in which this agent writes. */
  agent?: string;
  manner?: string;
  /** Slots that agents asked for: what the bot had done about them, and whether it was to check identity. */
  ledger: Record<
    string,
    { bot: 'captured' | 'asked_not_captured' | 'told' | 'never_asked'; agent: 'asked' | 'verified' }
  >;
  /** Seconds. */
  effort?: { bot: number; wait: number; identify: number; explain: number };
}

export interface SimulatedDay {
  day: string;
  sessions: BotSessionRecord[];
  contacts: AgentContactRecord[];
  surveys: SurveyRecord[];
  truth: TruthLine[];
  /** One a handoff, as `truth`. */
  details: JourneyDetails[];
}

/** Our own records are always written; `rasa` is tracker dumps, `rasa-broker` one event a line. */
export const simulationFormats = [
  'handback',
  'rasa',
  'rasa-broker',
  'amazon-lex-v2',
  'dialogflow-cx',
  'dialogflow-es',
  'bot-framework',
  'copilot-studio',
  'watsonx',
  'genesys-cloud',
  'genesys-cloud-agents',
  'vcon',
  'amazon-connect',
  'zendesk',
  'twilio-flex',
  'chatwoot',
  'salesforce',
  'webvtt',
  'contacts-csv',
] as const;
export type SimulationFormat = (typeof simulationFormats)[number];

export interface WriteOptions extends SimulationOptions {
  /** Vendors' formats besides our own records. */
  formats?: readonly SimulationFormat[];
  /** Surveys also as records, in `surveys.ndjson`. */
  surveyRecords?: boolean;
  /** What is true beyond the findings, in `details.ndjson`. */
  details?: boolean;
  /** Sessions and contacts as `.ndjson.gz`. */
  compress?: boolean;
}
