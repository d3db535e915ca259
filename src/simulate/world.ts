/** The shape of a fictional business: what its customers want, what its bot knows, what its agents ask. Plain data. */
import { z } from 'zod';

const words = z.array(z.string()).nonempty();
const share = z.number().min(0).max(1);

/** How values of a slot look; `values.ts` makes, spells and hears them. */
const valueKind = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('digits'), length: z.int(), groups: z.int() }),
  z.strictObject({ type: z.literal('phone') }),
  z.strictObject({ type: z.literal('email') }),
  z.strictObject({ type: z.literal('postcode') }),
  z.strictObject({ type: z.literal('amount'), low: z.number(), high: z.number() }),
  z.strictObject({
    type: z.literal('date'),
    /** Days before (negative) or after the conversation. */
    from: z.int(),
    to: z.int(),
    /** The bot's date parser reads 3/4 as 4 March. */
    monthFirst: z.literal(true).optional(),
  }),
  z.strictObject({
    type: z.literal('choice'),
    /** Canonical value to the other ways of saying it, which the bot does not know. */
    values: z.record(z.string(), z.array(z.string())),
  }),
]);

const slot = z.strictObject({
  name: z.string(),
  kind: valueKind,
  description: z.string(),
  prompt: z.string(),
  reprompt: z.string(),
  /** Agents ask for it on purpose, to check identity. */
  verification: z.literal(true).optional(),
  /** Noun phrases that the frames of an ask take in. */
  nouns: words,
  /** Wordings of its own with which agents ask for it. */
  asks: words,
  /** What an agent writes who types as little as possible. */
  terse: z.string(),
});

/** Something that customers want. */
const want = z.strictObject({
  name: z.string(),
  /** What an agent calls it: "I can see this is about ...". */
  topic: z.string(),
  queue: z.string(),
  code: z.string(),
  weight: z.number().positive(),
  /** What agents need to solve it. */
  needs: z.array(z.string()).nonempty(),
  /** Customers' real wordings, unlike the training phrases. */
  said: words,
  /** The story behind it, told to the bot, the agent, or both. */
  details: words,
  /** What the agent says once it is done. */
  solve: words,
});

const intent = want.extend({
  description: z.string(),
  /** Slots that the bot's form asks for; what `needs` has more is what the definition forgot. */
  requires: z.array(z.string()),
  /** Training phrases, as templates. */
  train: words,
  action: z.string(),
  answer: z.string(),
  /** Share of the well understood cases that a business rule gives to a human. */
  ruleShare: share,
  ruleText: z.string(),
});

export const world = z.strictObject({
  id: z.string(),
  company: z.string(),
  botId: z.string(),
  persona: z.string(),
  locale: z.string(),
  /** Below this confidence the bot falls back. */
  threshold: share,
  generalQueue: z.string(),
  /** The slots that tell who somebody is, where the world has them. */
  identity: z.strictObject({
    phone: z.string().optional(),
    email: z.string().optional(),
    account: z.string().optional(),
  }),
  /** Slots that any agent may ask for without the intent needing them. */
  asides: z.array(z.string()),
  /** Wrap-up codes that say nothing. */
  emptyCodes: words,
  deadEnd: z.string(),
  badHours: z.strictObject({
    intent: z.string(),
    /** Local hours, `to` exclusive. */
    from: z.int(),
    to: z.int(),
    ruleShare: share,
    ruleText: z.string(),
  }),
  backend: z.string(),
  /** Names of manners, as in `manners/bots` and `manners/customers`. */
  bot: z.string(),
  customers: words,
  agents: z.array(z.strictObject({ id: z.string(), name: z.string(), manner: z.string() })).min(2),
  greetTraining: words,
  humanTraining: words,
  slots: z.array(slot),
  intents: z.array(intent),
  /** Wants for which the bot has no intent. */
  uncovered: z.array(want),
});

export type ValueKind = z.infer<typeof valueKind>;
export type WorldSlot = z.infer<typeof slot>;
export type Want = z.infer<typeof want>;
export type WorldIntent = z.infer<typeof intent>;
export type World = z.infer<typeof world>;
export type WorldAgent = World['agents'][number];
