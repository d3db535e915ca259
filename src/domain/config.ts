/** What the program reads. What people write is `config/schema.ts`; each room takes its slice of this (`settings.ts`). */

import type { z } from 'zod';
import type { CamelKeys } from './camel-keys.js';
import type { Lexicon } from './lexicon.js';
import type { Rubric } from './rubric.js';
import type { ScreenPopSettings } from './screen-pop.js';
import type {
  cohortSettings,
  detectSettings,
  linkSettings,
  personalKinds,
  rankSettings,
  suggestSettings,
} from './settings.js';

export interface SourceConfig {
  /** Id of a source plug-in, for example `handback`, `rasa`, `amazon-connect`, `csat-csv`. */
  format: string;
  /** File or glob, absolute after reading. */
  path: string;
  options: Record<string, unknown>;
  /** Whom to ask when its records are missing. */
  contact?: string | undefined;
}

export type PersonalKind = (typeof personalKinds)[number];

export type LinkConfig = CamelKeys<z.output<typeof linkSettings>>;

/**
 * What a person says that a wrap-up code or a queue means: one of these intents; null in the list stands for none of the bot's.
 * null instead of a list: it says nothing.
 */
export type LabelMeaning = readonly (string | null)[] | null;

export interface DetectConfig extends CamelKeys<z.output<typeof detectSettings>> {
  /** Slots that agents ask for on purpose to check identity: effort, not failure. */
  verificationSlots: string[];
  /** Reviewed wrap-up codes; what is not reviewed is learned. */
  outcomes: Record<string, LabelMeaning>;
  /** The same of queues. */
  queues: Record<string, LabelMeaning>;
  rubric: Rubric;
}

type WrittenCohorts = z.output<typeof cohortSettings>;

export interface CohortConfig extends Omit<CamelKeys<WrittenCohorts>, 'timeOfDay'> {
  timeOfDay: CamelKeys<WrittenCohorts['time_of_day']>;
}

export interface RankConfig extends Omit<CamelKeys<z.output<typeof rankSettings>>, 'currency'> {
  currency: string;
}

export type SuggestConfig = CamelKeys<z.output<typeof suggestSettings>>;

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
  /** Slots that hold personal values, where their names do not say so. */
  personalSlots: Record<string, PersonalKind>;
  /** Code of the language that customers and agents are read in, for example `en`. */
  language: string;
  lexicon: Lexicon;
  /** How many days, the night's own included, a night looks at. */
  windowDays: number;
  /** Threads that share the reading of records. */
  workers: number;
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
