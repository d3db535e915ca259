/** What people write in `handback.yaml`: names, defaults, ranges and descriptions in one place. */
import { z } from 'zod';
import {
  cohortSettings,
  detectSettings,
  linkSettings,
  personalKinds,
  rankSettings,
  suggestSettings,
} from '../domain/settings.js';
import { isTimeZone } from '../lib/calendar.js';
import { isLocale } from '../lib/locale.js';
import { isCountry } from '../lib/phone.js';
import { defaultRubric } from './rubric.js';

const share = z.number().min(0).max(1);
const count = z.number().int().min(1);

const timeZone = z.string().refine(isTimeZone, {
  error: 'expected an IANA time zone, for example Europe/London',
});

const localeError = { error: 'expected a language tag, for example en-GB' };
const localeName = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, localeError)
  .refine(isLocale, localeError);

/** The schemas of paths, in which names of the environment are read: `places.ts` finds them by this. */
export const places = z.registry<{ isPlace: true }>();
const place = <T extends z.ZodType>(schema: T): T => {
  places.add(schema, { isPlace: true });
  return schema;
};

const source = z.strictObject({
  format: z.string().describe('A source plug-in; `handback doctor` lists them.'),
  path: place(
    z.string().min(1).describe(
      // biome-ignore lint/suspicious/noTemplateCurlyInString: as a config has it
      'A file, a folder or a glob. In all paths of this file but those in options, ~/ at the beginning is the home folder, $NAME and ${NAME} (names in capitals, wherever they stand) are read from the environment, and $$ is a dollar sign.',
    ),
  ),
  options: z.record(z.string(), z.unknown()).default({}),
  contact: z
    .string()
    .optional()
    .describe('Whom to ask when its records are missing; the report says so beside a gap.'),
});

const bot = z.strictObject({
  platform: z.string().nullable().default(null).describe('As in the records; null takes any.'),
  bot_id: z.string().nullable().default(null).describe('As in the records; null takes any.'),
  timezone: timeZone.describe("The business's time zone: its days and hours are the report's."),
  locale: localeName.default('en-GB'),
  region: z
    .string()
    .refine(isCountry, { error: 'expected a country code of two capitals, for example GB' })
    .default('GB')
    .describe('Country of phone numbers that are written without a country code.'),
});

const summary = z
  .strictObject({
    maximum_characters: z.number().int().min(40).max(20_000).default(900),
    messages: z.number().int().min(0).max(50).default(3),
  })
  .prefault({});

const delivery = z
  .strictObject({
    link: z
      .url()
      .nullable()
      .default(null)
      .describe('Where a report can be opened; {night} is its date.'),
    attempts: z.number().int().min(1).max(10).default(3),
    webhooks: z
      .array(
        z.strictObject({
          kind: z.enum(['slack', 'teams']),
          url: z.string().min(1).describe('The address, or $NAME of the environment.'),
        }),
      )
      .default([]),
    email: z
      .strictObject({
        host: z.string().min(1),
        port: z.number().int().min(1).max(65_535).default(587),
        secure: z.boolean().default(false).describe('TLS from the start (port 465).'),
        user: z.string().optional(),
        password: z.string().optional().describe('The password, or $NAME of the environment.'),
        from: z.string().min(3),
        to: z.array(z.string().min(3)).min(1),
        attach_report: z.boolean().default(true),
      })
      .nullable()
      .default(null),
  })
  .prefault({});

const schedule = z
  .strictObject({
    cron: z.string().default('0 3 * * *'),
    timezone: timeZone.optional().describe("The bot's time zone unless given."),
    wait_until: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'expected a time such as "06:30"' })
      .nullable()
      .default(null)
      .describe('Local time until which a night whose data are missing is tried again.'),
    retry_minutes: count.default(15),
    health_file: place(z.string())
      .nullable()
      .default(null)
      .describe('health.json beside the database.'),
    metrics_file: place(z.string())
      .nullable()
      .default(null)
      .describe('metrics.prom beside the database.'),
  })
  .prefault({});

/** `none` may stand for an intent, alone or among others. */
const meaning = z.union([z.string(), z.array(z.string()).min(1)]).nullable();

export const defaultDatabase = '.handback/handback.db';

export const writtenConfig = z.strictObject({
  bot,
  journey_owner: z.string().nullable().default(null),
  sources: z
    .array(source, { error: 'expected a list of sources, each with a format and a path' })
    .min(1, { error: 'expected at least one source' }),
  training_data: source.nullable().default(null),
  language: z
    .string()
    .optional()
    .describe(
      "What customers and agents speak: config/lexicon.<language>.yaml; the locale's unless given, English where that is not known.",
    ),
  rubric: place(z.string().min(1))
    .default(defaultRubric)
    .describe('The file of weights by which journeys are scored.'),
  window_days: z.number().int().min(1).max(366).default(28),
  workers: z
    .number()
    .int()
    .min(1)
    .max(16)
    .default(1)
    .describe(
      'Threads that share the reading of records. What a night says does not depend on it.',
    ),
  outcomes: z
    .record(z.string(), meaning)
    .default({})
    .describe(
      "Reviewed wrap-up codes: an intent, several, `none` for what is none of the bot's, null for a code that says nothing.",
    ),
  queues: z.record(z.string(), meaning).default({}).describe('The same of queues.'),
  verification: z.array(z.string()).default([]),
  personal_slots: z
    .record(z.string(), z.enum(personalKinds))
    .default({})
    .describe('Slots that hold personal values, with their kind, where their names do not say so.'),
  link: linkSettings.prefault({}),
  detect: detectSettings.prefault({}),
  cohorts: cohortSettings.prefault({}),
  rank: rankSettings.prefault({}),
  suggest: suggestSettings.prefault({}),
  summary,
  delivery,
  schedule,
  retention_days: count
    .default(400)
    .describe('Older conversations are deleted by `handback purge`, which the schedule runs.'),
  maximum_quarantine_share: share.default(0.05),
  database: place(z.string()).default(defaultDatabase),
  out: place(z.string()).default('out'),
  key_file: place(z.string()).default('.handback/key'),
});

export type WrittenConfig = z.infer<typeof writtenConfig>;
