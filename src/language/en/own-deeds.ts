/** What an agent says of himself, or has just done for one customer: nothing that a bot could say to the next one. */
const oneself = /(?<!\p{L})(?:i|i['’]\p{L}+|me|my|mine|myself|she|he|her|his|him)(?!\p{L})/iu;
/** "we've found it", "it has been approved", "that's been changed". */
const done =
  /(?<!\p{L})(?:we['’]ve|we have|we had|(?:has|have|['’]s|['’]ve) (?:now |just |already |all )*been)(?!\p{L})/iu;

export const tellsOwnDeed = (text: string): boolean => oneself.test(text) || done.test(text);
