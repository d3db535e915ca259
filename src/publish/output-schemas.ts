/**
 * The shapes of what a night writes for programs. The exporters' types come from here, and so do the published JSON Schemas
 * (draft 7: the YAML language server reads no later one).
 */
import { z } from 'zod';
import { categoryNames } from '../domain/categories.js';
import { owners } from '../domain/owner.js';
import { repairKinds } from '../domain/repair.js';
import { suggestionKinds } from '../domain/suggestion.js';

/** What is no finite number is written as null: unknown. */
const number = z.number().nullable();
const count = z.int().min(0);
const share = z.number().min(0).max(1);
const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe('A local date.');
const interval = z.tuple([number, number]);
const turns = z
  .array(z.string().regex(/^(bot|agent):\d+$/))
  .describe('Counted from 0 on each side: bot:3 is the fourth turn of the bot session.');

const quote = z.strictObject({
  session_id: z.string(),
  contact_id: z.string().nullable(),
  turns,
  quote: z.string().describe('Verbatim, redacted.'),
});

const statuses = [
  'new',
  'open',
  'accepted',
  'released',
  'verified',
  'no_effect',
  'regressed',
  'dismissed',
] as const;
const verdicts = ['verified', 'no_effect', 'regressed', 'too_early'] as const;
const handoffReasons = ['user_request', 'no_match', 'rule', 'error', 'unknown'] as const;

const run = z.strictObject({
  bot: z.string(),
  from: date,
  to: date,
  timezone: z.string(),
  suspect: z.array(z.string()).optional().describe('Why its tickets are not in force.'),
  in_force: date.nullable().optional().describe('The night that is, beside a suspect one.'),
  links: z.strictObject({
    handoffs: count,
    linked: count,
    possible: count,
    none: count,
    expected_precision: share.nullable().describe('Mean probability of the linked ones.'),
  }),
});

const ticket = z.strictObject({
  id: z.string().describe('The same work keeps it every night.'),
  rank: z.int().min(1),
  status: z.enum(statuses),
  repair: z.enum(repairKinds),
  listed: z.boolean().describe('Surely worth its work, and among as many as people can read.'),
  owner: z.enum(owners),
  intents: z.array(z.string()),
  slots: z.array(z.string()),
  categories: z.array(z.strictObject({ name: z.enum(categoryNames), journeys: count })),
  window: z
    .strictObject({
      days: z.enum(['weekdays', 'weekend', 'all']),
      from: z.int().min(0).max(24),
      to: z.int().min(0).max(24).describe('Exclusive; 22 to 2 wraps midnight.'),
      cause: z.enum(['bot', 'rule', 'backend', 'opening_hours', 'unknown']).optional(),
    })
    .optional(),
  handoff_reasons: z.array(z.strictObject({ reason: z.enum(handoffReasons), journeys: count })),
  last_words: z.strictObject({ text: z.string(), journeys: count }).optional(),
  title: z.string(),
  why: z.string(),
  journeys: count,
  share: share.describe("Of the intent's handoffs; of all where there is no intent."),
  value: z.strictObject({
    minutes_per_week: number,
    interval: interval.describe('90 %, of minutes_per_week.'),
    money_per_week: number.optional(),
    surely_per_week: number.optional(),
    parts: z.array(
      z.strictObject({
        factor: z.string(),
        amount: number,
        unit: z.enum(['minutes', 'money']),
        note: z.string(),
      }),
    ),
  }),
  trend: z.strictObject({ this_week: count, last_week: count, change: number }),
  evidence: z.array(quote),
  suggestions: z.array(z.string()).describe('Their ids in suggestions.yaml.'),
  robust: z.boolean().describe('Still there without the weak links.'),
  since: date.describe('The first night that saw it.'),
});

const release = z.strictObject({
  id: z.string(),
  status: z.enum(statuses),
  release: date,
  verdict: z.enum(verdicts),
  decided: date.optional(),
  change: z
    .strictObject({ value: number, interval })
    .nullable()
    .describe('Relative: -0.5 is halved; the interval of 95 % holds at all looks together.'),
  rate: z.strictObject({ before: number, after: number }).describe('Findings a day.'),
  days: z.strictObject({
    before: count,
    after: count,
    announced: number,
    end: z.number().optional(),
  }),
  days_left: number,
  controls: count,
  note: z.string(),
});

export const ticketsFile = z.strictObject({
  schema: z.literal('handback/tickets/2'),
  run,
  tickets: z.array(ticket),
  releases: z.strictObject({
    tickets: z.array(release),
    win_loss: z.strictObject({
      wins: count,
      losses: count,
      no_effect: count,
      open: count,
      ratio: number,
      interval: interval.nullable(),
    }),
    candidates: z.array(
      z.strictObject({
        day: date,
        intents: z.array(z.string()),
        tickets: z.array(z.string()),
      }),
    ),
  }),
});

const rates = z.strictObject({ before: number, after: number });
const phrase = z.strictObject({
  text: z.string().min(1),
  entities: z
    .array(
      z.strictObject({
        slot: z.string().min(1),
        start: z.int().min(0),
        end: z.int().min(1).describe('Exclusive, in UTF-16 units.'),
      }),
    )
    .optional(),
  sources: z
    .array(
      z.strictObject({
        session_id: z.string(),
        turn: count,
        signals: z.array(
          z.enum([
            'wrap_up_code',
            'queue',
            'slots_asked',
            'agent_words',
            'words_to_agent',
            'words_to_bot',
          ]),
        ),
        label_probability: share,
      }),
    )
    .optional()
    .describe('Not needed of a phrase that you write.'),
});

const suggestion = z.strictObject({
  id: z.string(),
  ticket: z.string(),
  kind: z.enum(suggestionKinds),
  intent: z.string().optional(),
  from_intent: z.string().optional(),
  slot: z.string().optional(),
  phrases: z.array(phrase).describe('Take out or rewrite what does not fit, and decide: edited.'),
  prompt: z.string().optional(),
  threshold: z
    .strictObject({ from: z.number(), to: z.number() })
    .optional()
    .describe("The bot's confidence threshold now, and the one that is proposed."),
  near_misses: z
    .array(z.strictObject({ text: z.string(), intent: z.string() }))
    .optional()
    .describe('Near, and to stay where they are.'),
  evidence: z.array(quote).optional(),
  change: z.string(),
  backtest: z
    .strictObject({
      engine: z.string(),
      overall: rates,
      in_scope: rates,
      out_of_scope: rates.nullable(),
      worst_intent: rates
        .extend({ intent: z.string(), change: interval.describe('90 %.') })
        .nullable(),
    })
    .nullable(),
  conflicts: z.array(z.string()),
  gate: z.enum(['pass', 'review', 'refused']),
  reason: z.string(),
  review: z
    .strictObject({
      decision: z.enum(['pending', 'accepted', 'edited', 'rejected']),
      by: z.string().optional(),
      at: z.string().optional(),
    })
    .describe('Your decision; give the file back with "handback review --from FILE".'),
});

export const suggestionsFile = z.strictObject({
  schema: z.literal('handback/suggestions/1'),
  suggestions: z.array(suggestion),
});

export type TicketsFile = z.input<typeof ticketsFile>;
export type SuggestionsFile = z.input<typeof suggestionsFile>;

const files = { tickets: ticketsFile, suggestions: suggestionsFile };

/** The schema's name in the folder `schemas` of a night. */
export const schemaName = (of: string): string => `${of}.schema.json`;

/** The line by which editors find the schema beside the file. */
export const schemaLine = (of: keyof typeof files): string =>
  `yaml-language-server: $schema=schemas/${schemaName(of)}\n`;

/** Name and content of the schemas of the files that people edit. */
export function outputSchemas(): { name: string; text: string }[] {
  return Object.entries(files).map(([id, schema]) => ({
    name: schemaName(id),
    text: `${JSON.stringify(z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }), null, 2)}\n`,
  }));
}
