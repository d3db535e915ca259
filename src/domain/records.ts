/**
 * The records that Handback reads: what connectors produce and what anyone without a connector can write.
 *
 * NDJSON, snake_case, times in ISO 8601 with an offset. These schemas are the single definition; the JSON Schemas
 * in `docs/schemas/` are generated from them.
 */
import { z } from 'zod';

/** A time such as `2026-11-21T09:30:00+01:00`. A time without an offset is refused: it names no moment. */
export const instant = z.iso.datetime({
  offset: true,
  error: 'expected a time in ISO 8601 with an offset, such as 2026-11-21T09:30:00+01:00',
});

const id = z.string().trim().min(1, 'expected a non-empty string').max(500);
const text = z.string();
const probability = z.number().min(0).max(1);
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const channels = ['chat', 'voice', 'messaging', 'email'] as const;
const channel = z.enum(channels);

const customer = z
  .object({
    id: id.optional(),
    phone: text.optional(),
    email: text.optional(),
    account: text.optional(),
  })
  .describe('Whatever identifies the customer. Only keyed hashes of these values are kept.');

const intent = z.object({
  name: id,
  confidence: probability,
  ranking: z.array(z.object({ name: id, confidence: probability })).optional(),
});

const botTurn = z.object({
  at: instant,
  actor: z.enum(['customer', 'bot', 'system']),
  text: text.optional(),
  intent: intent.optional().describe('What the bot understood; on customer turns.'),
  slots: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('Slot values that the bot holds from this turn on. null clears one.'),
  asks_for: id.optional().describe('The slot that this bot turn asks for.'),
  action: id.optional().describe('The action, flow or state that the bot ran.'),
  error: text.optional().describe('The failure of an action or webhook.'),
});

export const handoffReasons = ['user_request', 'no_match', 'rule', 'error', 'unknown'] as const;
export const contextLevels = ['none', 'flag', 'summary', 'transcript'] as const;

const handoff = z.object({
  at: instant,
  key: id.optional().describe('A key that the agent contact may carry too.'),
  reason: z.enum(handoffReasons).optional(),
  target: id.optional().describe('The queue or skill that the bot handed to.'),
  context: z
    .object({ level: z.enum(contextLevels), text: text.optional() })
    .optional()
    .describe('What the agent was given of the bot conversation.'),
});

export const botSessionRecord = z
  .object({
    type: z.literal('bot_session'),
    platform: id,
    bot_id: id,
    session_id: id,
    started_at: instant,
    ended_at: instant.optional(),
    channel,
    locale: text.optional(),
    customer: customer.optional(),
    outcome: z.enum(['escalated', 'contained', 'abandoned']),
    handoff: handoff.optional(),
    turns: z.array(botTurn).min(1, 'expected at least one turn'),
  })
  .describe('One conversation between a customer and the bot.');

const contactTurn = z.object({
  at: instant,
  actor: z.enum(['agent', 'customer', 'system']),
  text,
  sentiment: z.number().min(-1).max(1).optional(),
});

const satisfaction = {
  csat: z.number().optional(),
  csat_scale: z
    .number()
    .positive()
    .optional()
    .describe('The highest possible score; 5 unless given.'),
  ces: z.number().optional(),
  complaint: z.boolean().optional(),
};

export const agentContactRecord = z
  .object({
    type: z.literal('agent_contact'),
    platform: id,
    contact_id: id,
    started_at: instant.describe('When the customer entered the queue.'),
    answered_at: instant.optional(),
    ended_at: instant.optional(),
    channel,
    origin: z.enum(['bot', 'direct', 'transfer', 'unknown']),
    handoff_key: id.optional(),
    customer: customer.optional(),
    queue: id.optional(),
    agent_id: id.optional(),
    hold_seconds: z.number().min(0).optional(),
    attributes: z.record(z.string(), scalar).optional(),
    outcome: z
      .object({
        reason: id.optional().describe('Wrap-up code (disposition).'),
        resolved: z.boolean().optional(),
        ...satisfaction,
        transferred: z.boolean().optional(),
      })
      .optional(),
    turns: z.array(contactTurn).optional(),
  })
  .describe("One conversation between a customer and an agent, from the contact centre's records.");

export const surveyRecord = z
  .object({
    type: z.literal('survey'),
    /** Of the contact; ids mean something only within one platform. */
    platform: id.optional().describe('Of the contact; needed where contacts come from several.'),
    contact_id: id.optional(),
    customer: customer.optional(),
    responded_at: instant.optional(),
    ...satisfaction,
    nps: z.number().min(0).max(10).optional(),
    comment: text.optional(),
  })
  .describe('What a customer answered afterwards; names a contact, or a customer and a time.');

const definedIntent = z.object({
  name: id,
  description: text.optional(),
  examples: z.array(text),
  required_slots: z.array(id).optional(),
});

const definedSlot = z.object({
  name: id,
  type: text.optional(),
  description: text.optional(),
  values: z.array(text).optional(),
  prompts: z.array(text).optional(),
  needed_by: z.array(id).optional(),
});

export const botDefinitionRecord = z
  .object({
    type: z.literal('bot_definition'),
    platform: id,
    bot_id: id,
    read_at: instant,
    locale: text.optional(),
    confidence_threshold: probability.optional(),
    fallback_action: text.optional(),
    intents: z.array(definedIntent),
    slots: z.array(definedSlot),
  })
  .describe("The bot's current training data.");

/** Any record; `type` says which. Cross-field rules (order of times, identity of a survey) are ingest's, not here. */
export const record = z.discriminatedUnion('type', [
  botSessionRecord,
  agentContactRecord,
  surveyRecord,
  botDefinitionRecord,
]);

export const truthLine = z
  .object({
    session_id: id,
    contact_id: id.nullable(),
    true_intent: id.nullable(),
    findings: z.array(z.object({ category: id, slot: id.optional() })),
  })
  .describe('One line of a truth file: what really happened in one session.');

export type BotSessionRecord = z.infer<typeof botSessionRecord>;
export type AgentContactRecord = z.infer<typeof agentContactRecord>;
export type SurveyRecord = z.infer<typeof surveyRecord>;
export type BotDefinitionRecord = z.infer<typeof botDefinitionRecord>;
export type HandbackRecord = z.infer<typeof record>;
export type TruthLine = z.infer<typeof truthLine>;
export type Channel = (typeof channels)[number];
export type HandoffReason = (typeof handoffReasons)[number];
export type ContextLevel = (typeof contextLevels)[number];
