/** Words of one language, read from `config/lexicon.<language>.yaml`. A language is a file. All lower case. */
export interface Lexicon {
  language: string;
  /** Common slot types, by name (phone, email, date, amount, ...). */
  slotTypes: Record<
    string,
    {
      /** Words in a slot's name or description that mark it as of this type. */
      names: string[];
      /** Wordings with which an agent asks for it. */
      asks: string[];
      /** Words of its values ("monday"): a question that suggests one asks for it. */
      values: string[];
      /**
       * Where the kind says which of several is meant (origin, end), not what sort of answer is looked for: the sorts of
       * answer that it tells apart, none for any. Else null.
       */
      roleOf: string[] | null;
    }
  >;
  /** Kinds that exclude each other: start and end, destination and origin. The first is meant where neither is said. */
  opposedKinds: [string, string][];
  /** How people are asked for what names or finds them, by kind of personal value (name, postcode, account, ...). */
  personalQuestions: Record<
    string,
    {
      /** Wordings that ask for it. */
      asks: string[];
      /** Names of slots that hold it, as words: "customer name". */
      slots: string[];
    }
  >;
  /** Words around a value in an answer to such a question ("it is", "thanks"). */
  answerFillers: string[];
  /** Openings of a request for information ("could you give me", "what is"). */
  requestCues: string[];
  /** Openings of a yes-or-no question ("do you need"): a request where it is about a slot, else more often an offer. */
  polarCues: string[];
  /** Demands to confirm ("please confirm your"): requests where no value is said, else read-backs. */
  verifyCues: string[];
  /** Openings of an offer or of help, which are no requests ("would you like me to", "anything else"). */
  offerCues: string[];
  /** Openings of a read-back ("so that is", "just to confirm"). */
  confirmCues: string[];
  /** How a customer asks for a human. */
  humanRequests: string[];
  /** Who is asked for, where a turn says nothing else. */
  humanNames: string[];
  /** How a customer objects to what the bot did ("that is not what I", "you already asked"). */
  objections: string[];
  /** How a customer says that it was said before ("as I told the bot", "I already"). */
  alreadyTold: string[];
  /** How a customer does not answer yet, or cannot ("let me find it", "I don't have that to hand"). */
  evasions: string[];
  /** How an agent's opening refers to the bot conversation ("I can see", "you were chatting"). */
  contextOpenings: string[];
  /** How an agent opens without it ("how can I help"). */
  genericOpenings: string[];
  /** How a bot says that it did not understand. */
  botFallbacks: string[];
  greetings: string[];
  thanks: string[];
  affirmations: string[];
  negations: string[];
  /** Words and phrases of anger, beyond the general sentiment list. */
  anger: string[];
  /** Openings that say nothing ("um", "well", "ok so"); in a training phrase they teach nothing either. */
  fillers: string[];
  /** Words of health, belief, origin, sexual life, union or crime: no training phrase carries them unless the bot is about them. */
  specialCategories: string[];
  /** Words of wrap-up codes that say nothing ("other", "general enquiry"); a code made of these alone is no signal. */
  emptyCodes: string[];
  /** Words that stand before the name of what is asked for ("your", "the", "which"). */
  determiners: string[];
  stopWords: string[];
}
