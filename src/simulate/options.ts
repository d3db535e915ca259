/** What a simulation can be asked for, and what it gives a day. */
import type {
  AgentContactRecord,
  BotSessionRecord,
  SurveyRecord,
  TruthLine,
} from '../domain/records.js';
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
  /** How the contact centre differs from the usual one; see `traffic.ts`. */
  traffic?: Partial<Traffic>;
}

export const defaultTimeZone = 'Europe/London';

export interface SimulatedDay {
  day: string;
  sessions: BotSessionRecord[];
  contacts: AgentContactRecord[];
  surveys: SurveyRecord[];
  truth: TruthLine[];
}

/** Our own records are always written; `rasa` is tracker dumps, `rasa-broker` one event a line. */
export const simulationFormats = ['handback', 'rasa', 'rasa-broker', 'amazon-connect'] as const;
export type SimulationFormat = (typeof simulationFormats)[number];

export interface WriteOptions extends SimulationOptions {
  /** Vendors' formats besides our own records. */
  formats?: readonly SimulationFormat[];
  /** Surveys also as records, in `surveys.ndjson`. */
  surveyRecords?: boolean;
  /** Sessions and contacts as `.ndjson.gz`. */
  compress?: boolean;
}
