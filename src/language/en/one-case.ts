/**
 * What an agent says to one customer, and a bot could not say to the next one: a question, what is done or comes on a certain day, what
 * the agent says of himself.
 */
const oneself = /(?<!\p{L})(?:i|i['’]\p{L}+|me|my|mine|myself|she|he|her|his|him)(?!\p{L})/iu;
/** "we've found it", "it has been approved", "that's been changed". */
const done =
  /(?<!\p{L})(?:we['’]ve|we have|we had|(?:has|have|['’]s|['’]ve) (?:now |just |already |all )*been)(?!\p{L})/iu;

const participle = String.raw`(?:\p{L}{2,}ed|sent|done|gone|set|paid|put|written|given|taken|made|found)(?!\p{L})`;
/** "our pharmacist has released it", "they've moved your booking": what somebody did; not "once the shop has approved it", which is so for all. */
const carriedOut = new RegExp(
  `^(?:(?!(?<!\\p{L})(?:when|once|if|after|until|unless)(?!\\p{L})).)*(?:(?<!\\p{L})(?:has|have)|['’](?:ve|s)) (?:(?:now|just|already|all) )*${participle} (?:it|this|that|them|you|your)(?!\\p{L})`,
  'iu',
);
/** "closed, the agencies are told within a week", "that's sent, it covers the year", "it is now switched off". */
const reported = new RegExp(
  `^(?:(?:ok|okay|right|great|good|so|and|there)[, ]+)*(?:(?:all )?${participle} ?[,.;!-]|(?:that|it|this)(?:['’]s| is)(?: now| all| just)* ${participle})`,
  'iu',
);
/** "the spelling is fixed on all letters now". */
const now = new RegExp(`(?:['’]s| is| are) ${participle}.* now[.!]?$`, 'iu');

/** "the claim's filed with our partner". */
const filed = new RegExp(`^(?:the|your) \\p{L}+(?: \\p{L}+)?['’]s ${participle}`, 'iu');
/** "You're cleared for that state", "it's with the lab now". */
const standing = new RegExp(
  `^(?:you['’]re|you are) ${participle}|^(?:it|that|they|all|everything|you)(?:['’](?:s|re)| is| are) .*(?<!\\p{L})now(?!\\p{L})`,
  'iu',
);
/** "Fleet sales will call you": what somebody does next for this customer; "you'll get a letter" is so for all. */
const promised = /(?<!(?<!\p{L})you)(?: will|['’]ll) (?:\p{L}+ ){1,5}?(?:you|your)(?!\p{L})/iu;
/** A day that moves with the calendar. */
const dated =
  /(?<!\p{L})(?:today|tonight|tomorrow|(?:this|next) (?:morning|afternoon|evening|week|month|mon|tues|wednes|thurs|fri|satur|sun))/iu;
/** Many write questions without their mark. "do" and "have" begin requests, too, unless somebody follows. */
const question =
  /\?|^(?:(?:and|so|but|ok|okay|well|now|then)[, ]+)*(?:(?:would|could|should|shall|will|did|does|is|are|was|were|has|had|can|may|might|isn['’]?t|aren['’]?t|wasn['’]?t|won['’]?t|wouldn['’]?t|couldn['’]?t|didn['’]?t|doesn['’]?t|hasn['’]?t) \p{L}|(?:do|have|don['’]?t|haven['’]?t) (?:you|we|they|i|it|he|she|your) )/iu;

export const isOfOneCase = (text: string): boolean =>
  [question, dated, promised, oneself, done, carriedOut, reported, filed, standing, now].some(
    (one) => one.test(text.trim()),
  );
