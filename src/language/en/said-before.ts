/** How English says that something was said before: a verb of saying in the past with "already", "as I was saying", "once more", or the other side reproached for not knowing. */

const saying =
  '(?:told|said|gave|given|wrote|written|typed|explained|entered|mentioned|described|answered|put(?: in)?|sent|been through|gone through|went through|did|done)';
const sayingOn = '(?:saying|telling|said|told|mentioned|wrote|explained|typed|described|asked)';
const self = "(?:i|we|i've|i have|ive|we've|we have|i had)";
const machine =
  '(?:bot|bots|chatbot|robot|machine|computer|assistant|thing|program|system|chat|automated \\S+|automatic \\S+|virtual \\S+)';
const small = '(?:just|already|literally|all|have|had|was|been|only|um|uh|you see|i mean)';

const patterns = [
  `\\b${self} (?:${small} )*already (?:${small} )*${saying}\\b`,
  `\\b${self} (?:${small} )*${saying}(?: \\S+){0,4}? (?:already|before|earlier|twice)\\b`,
  `\\b${self} (?:${small} )*${saying}(?: \\S+){0,4}? (?:to |with |into |in )?(?:the|that|your|this|a) ${machine}\\b`,
  `\\b(?:like|as) (?:i|we) (?:${small} )*${sayingOn}\\b`,
  `\\bwhat (?:i|we) (?:${small} )*${sayingOn} (?:before|earlier|already|to)\\b`,
  '\\b(?:one|once) more (?:time|from)\\b|\\bonce again\\b|\\b(?:second|third|fourth|fifth|2nd|3rd) time (?:now|around|today|i|that)\\b',
  '\\bfrom the (?:top|start|beginning)(?: again| then)?\\b|^again\\b|\\b(?:say|tell|explain|go through|type|repeat)(?: \\S+){0,3}? again\\b|\\bi repeat\\b|\\bto repeat\\b',
  "\\b(?:didn't|did not|doesn't|didnt|hasn't|couldn't|wasn't) (?:the |your |that )?\\S+ (?:tell|told|say|pass|show|give|write|send)(?: it| this| that)?(?: on)?(?: to)? you\\b",
  `\\b${machine} (?:already )?(?:has|have|had|got|knows|took) (?:it|this|that|all|everything)\\b`,
  '\\byou (?:can|could|should|must) (?:just )?(?:scroll|look|read|see)(?: it| that| this| all)? (?:up|back|above|in the chat)\\b',
].map((source) => new RegExp(source));

export function saysItWasSaid(text: string): boolean {
  const plain = text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[",;:.!?()…]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return patterns.some((pattern) => pattern.test(plain));
}
