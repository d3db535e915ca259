/** What the program reads. What people write is `config/schema.ts`; each room takes its slice of this. */

import type { Lexicon } from './lexicon.js';
import type { Rubric } from './rubric.js';
import type { ScreenPopSettings } from './screen-pop.js';

export interface SourceConfig {
  /** Id of a source plug-in, for example `handback`, `rasa`, `amazon-connect`, `csat-csv`. */
  format: string;
  /** File or glob, absolute after reading. */
  path: string;
  options: Record<string, unknown>;
}

export interface LinkConfig {
  /** Posterior from which a link is `linked`, and from which it is `possible`. */
  linkedFrom: number;
  possibleFrom: number;
  /** Where a contact may carry the handoff key, the session id or a platform's own id: `handoff_key`, `attributes.x`. */
  keyPaths: string[];
  /** Where a transferred contact names the one before it: `attributes.x`. */
  previousPaths: string[];
  /** Days, the night's own included, whose uncertain links are looked at again. */
  lookBackDays: number;
  /** How long after the handoff a contact may enter the queue, and how much the clocks may disagree. */
  windowMinutes: number;
  clockToleranceSeconds: number;
}

/**
 * What a person says that a wrap-up code or a queue means: one of these intents; null in the list stands for none of the bot's.
 * null instead of a list: it says nothing.
 */
export type LabelMeaning = readonly (string | null)[] | null;

export interface DetectConfig {
  /** Slots that agents ask for on purpose to check identity: effort, not failure. */
  verificationSlots: string[];
  /** An ask is believed from this confidence on. */
  askConfidence: number;
  /** A slot is needed when agents ask for it in at least this share of an intent's journeys. */
  neededShare: number;
  /** Below this confidence (or at the definition's own threshold) the bot did not recognise the utterance. */
  lowConfidence: number;
  /** How often the bot may repeat itself before it is a loop. */
  loopRepeats: number;
  /** A true intent is claimed from this posterior on. */
  trueIntentFrom: number;
  /** Customer turns with words that the bot must have had before asking for a human is no fault of its own. */
  fairTryTurns: number;
  /** Similarity (0 to 1) from which what the customer tells the agent counts as told before. */
  repeatSimilarity: number;
  /** Sentiment (-1 to 1) at or below which first words are angry. */
  hostileSentiment: number;
  /** Reviewed wrap-up codes; what is not reviewed is learned. */
  outcomes: Record<string, LabelMeaning>;
  /** The same of queues. */
  queues: Record<string, LabelMeaning>;
  rubric: Rubric;
}

export interface CohortConfig {
  /** Intents that escalate at least this share, over at least this many sessions, are dead ends. */
  deadEndShare: number;
  deadEndMinimum: number;
  timeOfDay: { falseDiscoveryRate: number; minimumDays: number; maximumHours: number };
  /** Local hours in which agents are there, `to` exclusive; null where nobody said. */
  openingHours: Record<'weekdays' | 'weekend', { from: number; to: number } | null>;
  csatGap: { problem: number; crisis: number };
  /** Agents' openings are compared only when this is on, and from this many contacts on. */
  agents: { compare: boolean; minimum: number };
}

export interface RankConfig {
  /** Prices; money is left out where null. */
  currency: string;
  minutePrice: number | null;
  csatPointPrice: number | null;
  complaintPrice: number | null;
  repeatContactPrice: number | null;
}

export interface SuggestConfig {
  maximumPhrases: number;
  minimumEvidence: number;
  labelProbability: number;
  nearDuplicate: number;
  /** Id of the engine that suggestions are tested with. */
  engine: string;
}

export interface MailConfig {
  host: string;
  port: number;
  secure: boolean;
  user?: string;
  /** Or `$NAME` of the environment. */
  password?: string;
  from: string;
  to: readonly string[];
  attachReport: boolean;
}

/** Where nights are sent; nowhere unless a webhook or an e-mail is named. */
export interface DeliveryConfig {
  /** Address of a report, with `{night}` for its date. */
  link: string | null;
  attempts: number;
  webhooks: readonly { kind: 'slack' | 'teams'; url: string }[];
  email: MailConfig | null;
}

export interface Config {
  /** Absolute path of the file that was read. */
  file: string;
  bot: {
    platform: string | null;
    id: string | null;
    timeZone: string;
    locale: string;
    region: string;
  };
  journeyOwner: string | null;
  sources: SourceConfig[];
  trainingData: SourceConfig | null;
  lexicon: Lexicon;
  /** How many days, the night's own included, a night looks at. */
  windowDays: number;
  link: LinkConfig;
  detect: DetectConfig;
  cohorts: CohortConfig;
  rank: RankConfig;
  suggest: SuggestConfig;
  screenPop: ScreenPopSettings;
  schedule: {
    cron: string;
    timeZone: string;
    /** Local time, HH:MM, until which a night whose data are missing is tried again; null: it is not. */
    waitUntil: string | null;
    retryMinutes: number;
    healthFile: string;
    metricsFile: string;
  };
  delivery: DeliveryConfig;
  retentionDays: number;
  /** Exit status 3 when more than this share of the records read is in quarantine. */
  maximumQuarantineShare: number;
  database: string;
  out: string;
  keyFile: string;
}
