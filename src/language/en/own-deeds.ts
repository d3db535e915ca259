/** What an agent says of himself, or has just done for one customer: nothing that a bot could say to the next one. */
const oneself = /(?<!\p{L})(?:i|i['’]\p{L}+|me|my|mine|myself|she|he|her|his|him)(?!\p{L})/iu;
/** "we've found it", "it has been approved", "that's been changed". */
const done =
  /(?<!\p{L})(?:we['’]ve|we have|we had|(?:has|have|['’]s|['’]ve) (?:now |just |already |all )*been)(?!\p{L})/iu;

const participle = String.raw`(?:\p{L}{2,}ed|sent|done|gone|set|paid|put)(?!\p{L})`;
/** "closed, the agencies are told within a week", "that's sent, it covers the year", "it is now switched off". */
const reported = new RegExp(
  `^(?:(?:ok|okay|right|great|good|so|and|there)[, ]+)*(?:(?:all )?${participle} ?[,.;!-]|(?:that|it|this)(?:['’]s| is)(?: now| all| just)* ${participle})`,
  'iu',
);
/** "the spelling is fixed on all letters now". */
const now = new RegExp(`(?:['’]s| is| are) ${participle}.* now[.!]?$`, 'iu');

export const tellsOwnDeed = (text: string): boolean =>
  [oneself, done, reported, now].some((deed) => deed.test(text.trim()));
