/** What people write in `handback.yaml`: names, defaults, ranges and descriptions in one place. */
import { z } from 'zod';
import { isTimeZone } from '../lib/calendar.js';
import { defaultRubric } from './rubric.js';

const share = z.number().min(0).max(1);
const count = z.number().int().min(1);
const price = z.number().min(0).nullable();

const timeZone = z.string().refine(isTimeZone, {
  error: 'expected an IANA time zone, for example Europe/London',
});

const localeName = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/, {
  error: 'expected a language tag, for example en-GB',
});

const source = z.strictObject({
  format: z.string().describe('A source plug-in; `handback doctor` lists them.'),
  path: z.string().min(1).describe('A file or a glob.'),
  options: z.record(z.string(), z.unknown()).default({}),
});

const bot = z.strictObject({
  platform: z.string().nullable().default(null).describe('As in the records; null takes any.'),
  bot_id: z.string().nullable().default(null).describe('As in the records; null takes any.'),
  timezone: timeZone.describe("The business's time zone: its days and hours are the report's."),
  locale: localeName.default('en-GB'),
  region: z
    .string()
    .regex(/^[A-Z]{2}$/, { error: 'expected a country code of two capitals, for example GB' })
    .default('GB')
    .describe('Country of phone numbers that are written without a country code.'),
});

const keyPath = z.string().regex(/^(handoff_key|contact_id|(attributes|metadata)\..+)$/, {
  error: 'expected handoff_key, contact_id, attributes.<name> or metadata.<name>',
});

const link = z
  .strictObject({
    linked_from: share.default(0.9),
    possible_from: share.default(0.5),
    key_paths: z
      .array(keyPath)
      .default([
        'handoff_key',
        'attributes.bot_session_id',
        'attributes.session_id',
        'attributes.handoff_key',
      ]),
    previous_paths: z
      .array(keyPath)
      .default(['attributes.previous_contact_id', 'attributes.initial_contact_id']),
    look_back_days: count.default(7),
    window_minutes: z.number().positive().default(60),
    clock_tolerance_seconds: z.number().min(0).default(120),
  })
  .prefault({});

const detect = z
  .strictObject({
    ask_confidence: share.default(0.5),
    needed_share: share.default(0.5),
    low_confidence: share.default(0.5),
    loop_repeats: count.default(2),
    true_intent_from: share.default(0.7),
    fair_try_turns: count.default(1),
    repeat_similarity: share.default(0.45),
    hostile_sentiment: z.number().min(-1).max(0).default(-0.4),
  })
  .prefault({});

const hour = z.number().int().min(0).max(24);
const openHours = z
  .strictObject({ from: hour, to: hour })
  .refine(({ from, to }) => from < to, { error: 'expected from before to' })
  .nullable();

const cohorts = z
  .strictObject({
    dead_end_share: share.default(0.85),
    dead_end_minimum: count.default(20),
    time_of_day: z
      .strictObject({
        false_discovery_rate: share.default(0.05),
        minimum_days: count.default(5),
        maximum_hours: z.number().int().min(1).max(12).default(6),
      })
      .prefault({}),
    opening_hours: z
      .strictObject({ weekdays: openHours.default(null), weekend: openHours.default(null) })
      .prefault({}),
    csat_gap: z
      .strictObject({ problem: z.number().default(10), crisis: z.number().default(20) })
      .prefault({}),
    agents: z
      .strictObject({ compare: z.boolean().default(false), minimum: count.default(30) })
      .prefault({}),
  })
  .prefault({});

const rank = z
  .strictObject({
    currency: z.string().default('GBP'),
    minute_price: price.default(0.6).describe("An agent's minute."),
    csat_point_price: price
      .default(0.03)
      .describe('A point of 100 that a customer is less content.'),
    complaint_price: price.default(25).describe('A complaint.'),
    repeat_contact_price: price.default(5).describe('A customer who comes back.'),
  })
  .prefault({});

const suggest = z
  .strictObject({
    maximum_phrases: count.default(20),
    minimum_evidence: count.default(2),
    label_probability: share.default(0.8),
    near_duplicate: share.default(0.85),
    engine: z.string().default('shadow').describe('What suggestions are tested with.'),
  })
  .prefault({});

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
    health_file: z.string().nullable().default(null).describe('health.json beside the database.'),
    metrics_file: z.string().nullable().default(null).describe('metrics.prom beside the database.'),
  })
  .prefault({});

/** `none` may stand for an intent, alone or among others. */
const meaning = z.union([z.string(), z.array(z.string()).min(1)]).nullable();

export const writtenConfig = z.strictObject({
  bot,
  journey_owner: z.string().nullable().default(null),
  sources: z.array(source).min(1, { error: 'expected at least one source' }),
  training_data: source.nullable().default(null),
  language: z.string().default('en').describe('Which config/lexicon.<language>.yaml to read.'),
  rubric: z
    .string()
    .min(1)
    .default(defaultRubric)
    .describe('The file of weights by which journeys are scored.'),
  window_days: z.number().int().min(1).max(366).default(28),
  outcomes: z
    .record(z.string(), meaning)
    .default({})
    .describe(
      "Reviewed wrap-up codes: an intent, several, `none` for what is none of the bot's, null for a code that says nothing.",
    ),
  queues: z.record(z.string(), meaning).default({}).describe('The same of queues.'),
  verification: z.array(z.string()).default([]),
  link,
  detect,
  cohorts,
  rank,
  suggest,
  summary,
  delivery,
  schedule,
  retention_days: count
    .default(400)
    .describe('Older conversations are deleted by `handback purge`, which the schedule runs.'),
  maximum_quarantine_share: share.default(0.05),
  database: z.string().default('.handback/handback.db'),
  out: z.string().default('out'),
  key_file: z.string().default('.handback/key'),
});

export type WrittenConfig = z.infer<typeof writtenConfig>;
