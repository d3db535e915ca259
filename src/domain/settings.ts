/**
 * What a user may turn in each room: names as they are written, defaults, ranges and what they mean. The types of
 * `domain/config.ts`, the schema of the config file and its JSON Schema all come from here.
 */
import { z } from 'zod';

const share = z.number().min(0).max(1);
const count = z.number().int().min(1);
const price = z.number().min(0).nullable();

/** What a slot may hold that names or finds a person. */
export const personalKinds = [
  'name',
  'address',
  'postcode',
  'phone',
  'email',
  'account',
  'date_of_birth',
] as const;

const keyPath = z.string().regex(/^(handoff_key|contact_id|(attributes|metadata)\..+)$/, {
  error: 'expected handoff_key, contact_id, attributes.<name> or metadata.<name>',
});

export const linkSettings = z.strictObject({
  linked_from: share.default(0.9).describe('Posterior from which a link is `linked`.'),
  possible_from: share.default(0.5).describe('Posterior from which a link is `possible`.'),
  key_paths: z
    .array(keyPath)
    .default([
      'handoff_key',
      'attributes.bot_session_id',
      'attributes.session_id',
      'attributes.handoff_key',
    ])
    .describe("Where a contact may carry the handoff key, the session id or a platform's own id."),
  previous_paths: z
    .array(keyPath)
    .default(['attributes.previous_contact_id', 'attributes.initial_contact_id'])
    .describe('Where a transferred contact names the one before it.'),
  look_back_days: count
    .default(7)
    .describe("Days, the night's own included, whose uncertain links are looked at again."),
  window_minutes: z
    .number()
    .positive()
    .default(60)
    .describe('How long after the handoff a contact may enter the queue.'),
  clock_tolerance_seconds: z
    .number()
    .min(0)
    .default(120)
    .describe('How much the clocks of the two sides may disagree.'),
});

export const detectSettings = z.strictObject({
  ask_confidence: share.default(0.5).describe('An ask is believed from this confidence on.'),
  needed_share: share
    .default(0.5)
    .describe("A slot is needed when agents ask for it in this share of an intent's journeys."),
  low_confidence: share
    .default(0.5)
    .describe(
      "Below this confidence (or at the definition's own threshold) the bot did not recognise the utterance.",
    ),
  loop_repeats: count
    .default(2)
    .describe('How often the bot may repeat itself before it is a loop.'),
  true_intent_from: share.default(0.7).describe('A true intent is claimed from this posterior on.'),
  fair_try_turns: count
    .default(1)
    .describe(
      'Customer turns with words that the bot must have had before asking for a human is no fault of its own.',
    ),
  repeat_similarity: share
    .default(0.45)
    .describe('Similarity from which what the customer tells the agent counts as told before.'),
  hostile_sentiment: z
    .number()
    .min(-1)
    .max(0)
    .default(-0.4)
    .describe('Sentiment (-1 to 1) at or below which first words are angry.'),
});

const hour = z.number().int().min(0).max(24);
const openHours = z
  .strictObject({ from: hour, to: hour })
  .refine(({ from, to }) => from < to, { error: 'expected from before to' })
  .nullable();

export const cohortSettings = z.strictObject({
  dead_end_share: share
    .default(0.85)
    .describe('Intents that escalate at least this share are dead ends.'),
  dead_end_minimum: count.default(20).describe('Of at least this many sessions.'),
  time_of_day: z
    .strictObject({
      false_discovery_rate: share.default(0.05),
      minimum_days: count.default(5),
      maximum_hours: z.number().int().min(1).max(12).default(6),
    })
    .prefault({}),
  opening_hours: z
    .strictObject({ weekdays: openHours.default(null), weekend: openHours.default(null) })
    .prefault({})
    .describe('Local hours in which agents are there, `to` exclusive; null where nobody said.'),
  csat_gap: z
    .strictObject({ problem: z.number().default(10), crisis: z.number().default(20) })
    .prefault({}),
  agents: z
    .strictObject({ compare: z.boolean().default(false), minimum: count.default(30) })
    .prefault({})
    .describe("Agents' openings are compared only when this is on, from this many contacts on."),
});

/** Prices; money is left out where null. */
export const rankSettings = z.strictObject({
  currency: z
    .string()
    .optional()
    .describe("That of the locale's country unless given, GBP where that is not known."),
  minute_price: price.default(0.6).describe("An agent's minute."),
  csat_point_price: price.default(0.03).describe('A point of 100 that a customer is less content.'),
  complaint_price: price.default(25).describe('A complaint.'),
  repeat_contact_price: price.default(5).describe('A customer who comes back.'),
});

export const suggestSettings = z.strictObject({
  maximum_phrases: count.default(20),
  minimum_evidence: count.default(2),
  label_probability: share.default(0.8),
  near_duplicate: share.default(0.85),
  engine: z.string().default('shadow').describe('What suggestions are tested with.'),
});
