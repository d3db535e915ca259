/** Manners of speaking: what agents, customers and bots of any business say around its own words. Templates. */
import { z } from 'zod';

const words = z.array(z.string()).nonempty();
const share = z.number().min(0).max(1);

export const agentManner = z.strictObject({
  /** Refer to nothing that the customer said before. `{name}` is the agent's. */
  coldOpenings: words,
  /** Show that the agent knows what it is about: `{topic}`. */
  warmOpenings: words,
  /** Said before an ask by an agent who starts with the form. */
  formOpenings: words,
  /** Said after a greeting that was answered with a greeting. */
  whatIsIt: words,
  asks: z.strictObject({
    /** Share of the asks that are the slot's shorthand. */
    shorthandShare: share.optional(),
    /** Frames of this manner's own, around a slot's noun phrase `{noun}`, and their share. */
    own: words.optional(),
    ownShare: share.optional(),
    /** Of the rest: share of the slot's own wordings; else a frame. */
    slotShare: share,
    frames: words,
    /** Two slots in one turn: `{first}` and `{second}`. */
    pairs: words,
  }),
  /** Read a value back: `{value}`. */
  confirmations: words,
  fillers: words,
  offers: words,
  closings: words,
  /** Name the `{queue}` to which the customer is passed on. */
  transfers: words,
  /** Added to the probability of a warm opening. */
  warmth: z.number(),
  /** Factor on the time that writing takes. */
  typing: z.number().positive(),
});

export const customerManner = z.strictObject({
  /** Stand before what the customer wants, with the space that follows. */
  lead: words,
  greetings: words,
  humanRequests: words,
  objections: words,
  cannotFind: words,
  anger: words,
  acknowledgements: words,
  /** Around a value: `{value}`. */
  gives: words,
  /** Answer to a value read back wrongly. */
  corrections: words,
  /** A slip that is put right at once: `{wrong}` and `{value}`. */
  selfCorrections: words,
  /** Stand before a value that the bot already had. */
  alreadyGiven: words,
  waits: words,
  glad: words,
  thanks: words,
});

export const botManner = z.strictObject({
  welcome: z.string(),
  greeting: z.string(),
  fallbacks: words,
  backendTrouble: z.string(),
  negotiation: z.string(),
  /** Said at a handoff, by what led to it. */
  handoffs: z.strictObject({
    unread: z.string(),
    failed: z.string(),
    unrecognised: z.string(),
    requested: z.string(),
    stuck: z.string(),
  }),
});

export type AgentManner = z.infer<typeof agentManner>;
export type CustomerManner = z.infer<typeof customerManner>;
export type BotManner = z.infer<typeof botManner>;
