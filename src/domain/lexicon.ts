/**
 * Words of one language, as `config/lexicon.<language>.yaml` holds them. A language is a file. All lower case. This schema is the
 * one definition: what a file may hold, what it may leave out, and the type that the program reads.
 */
import { z } from 'zod';
import type { CamelKeys } from './camel-keys.js';

const words = z.array(z.coerce.string().transform((word) => word.toLowerCase()));

/** Of a common slot type. */
const slotType = z.strictObject({
  /** Words in a slot's name or description that mark it as of this type. */
  names: words,
  /** Wordings with which an agent asks for it. */
  asks: words,
  /** Words of its values ("monday"): a question that suggests one asks for it. */
  values: words.default([]),
  /**
   * Where the kind says which of several is meant (origin, end), not what sort of answer is looked for: the sorts of
   * answer that it tells apart, none for any. Else null.
   */
  role_of: words.nullable().default(null),
});

/** How people are asked for what names or finds them. */
const personalQuestion = z.strictObject({
  /** Wordings that ask for it. */
  asks: words,
  /** Names of slots that hold it, as words: "customer name". */
  slots: words,
});

export const writtenLexicon = z.strictObject({
  language: z.string(),
  /** Common slot types, by name (phone, email, date, amount, ...). */
  slot_types: z.record(z.string(), slotType),
  /** Kinds that exclude each other: start and end, destination and origin. The first is meant where neither is said. */
  opposed_kinds: z.array(z.tuple([z.string(), z.string()])).default([]),
  contrasts: z
    .array(z.object({ names: z.array(z.string()), said: z.array(z.string()) }))
    .default([]),
  /** By kind of personal value (name, postcode, account, ...). */
  personal_questions: z.record(z.string(), personalQuestion).default({}),
  /** Words around a value in an answer to such a question ("it is", "thanks"). */
  answer_fillers: words.default([]),
  /** Openings of a request for information ("could you give me", "what is"). */
  request_cues: words,
  /** Openings of a yes-or-no question ("do you need"): a request where it is about a slot, else more often an offer. */
  polar_cues: words.default([]),
  /** Demands to confirm ("please confirm your"): requests where no value is said, else read-backs. */
  verify_cues: words.default([]),
  /** Openings of an offer or of help, which are no requests ("would you like me to", "anything else"). */
  offer_cues: words,
  /** Openings of a read-back ("so that is", "just to confirm"). */
  confirm_cues: words,
  /** How a customer asks for a human. */
  human_requests: words,
  /** Who is asked for, where a turn says nothing else. */
  human_names: words,
  /** How a customer objects to what the bot did ("that is not what I", "you already asked"). */
  objections: words,
  /** How a customer says that it was said before ("as I told the bot", "I already"). */
  already_told: words,
  /** How a customer does not answer yet, or cannot ("let me find it", "I don't have that to hand"). */
  evasions: words,
  /** How an agent's opening refers to the bot conversation ("I can see", "you were chatting"). */
  context_openings: words,
  /** How an agent opens without it ("how can I help"). */
  generic_openings: words,
  /** How a bot says that it did not understand. */
  bot_fallbacks: words,
  greetings: words,
  thanks: words,
  affirmations: words,
  negations: words,
  /** Words and phrases of anger, beyond the general sentiment list. */
  anger: words,
  /** Openings that say nothing ("um", "well", "ok so"); in a training phrase they teach nothing either. */
  fillers: words.default([]),
  /** What people say while they think ("um", "you know"), wherever it stands. */
  disfluencies: words.default([]),
  /** Words of health, belief, origin, sexual life, union or crime: no training phrase carries them unless the bot is about them. */
  special_categories: words.default([]),
  /** Words of wrap-up codes that say nothing ("other", "general enquiry"); a code made of these alone is no signal. */
  empty_codes: words,
  /** What words mean at the end of a slot's name, where they are not said so: "no" of `member_no` is "number". */
  short_names: z.record(z.string(), z.string()).default({}),
  said_for: z.record(z.string(), z.string()).default({}),
  /** Words that join what stands behind them to what stands before them ("for", "up"). */
  prepositions: words.default([]),
  /** Words that point at what was said before ("it", "them"). */
  pointing_back: words.default([]),
  /** Words with which a description asks what a slot holds ("since when the problem exists"). */
  question_words: words.default([]),
  /** Words that stand before the name of what is asked for ("your", "the", "which"). */
  determiners: words,
  /** Words behind which a determiner begins nothing new ("on the"). */
  going_on: words.default([]),
  stop_words: words,
});

type Written = z.output<typeof writtenLexicon>;

export interface Lexicon extends Omit<CamelKeys<Written>, 'slotTypes'> {
  slotTypes: Record<string, CamelKeys<Written['slot_types'][string]>>;
}
