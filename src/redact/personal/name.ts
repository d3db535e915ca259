import { type PersonalRule, type PersonalValue, valuesOf } from '../personal-rule.js';
import { sign } from '../signals.js';

const capital = "(?:\\p{Lu}['’])?\\p{Lu}\\p{Ll}+(?:['’-]?\\p{Lu}?\\p{Ll}+)*";
const particles = "(?:(?:de|da|di|van|von|der|den|la|le|el|al|bin|ben|mc|o['’]) )*";
const oneOrTwo = `${capital}(?: ${particles}${capital})?`;
const capitals = `${capital}(?: ${particles}(?:${capital}|\\p{Lu}\\.?(?= ${capital})))`;
const lower = "\\p{L}[\\p{L}'’-]+";

/** What follows "my name is" or "I'm" and is no name. */
const never = new Set(
  `a about above account actually again all already also always am an and another any anybody anyone are as asking at back because
  before being but by bye called calling can cannot canceled cancelled card changed chatting check closed completely concerned
  confirmed confused contacting correct correctly curious currently customer dear delighted different disappointed displayed do does did down
  either email even ever everyone everything fine for free from frustrated furious going good goodbye great had happy has have having he hello help her here
  hi his hoping how i if in incorrect incorrectly interested is it its just keep know listed living locked looking lost me misspelled misspelt missing
  mr mrs ms miss dr my need needs never new no nobody nor not now of off okay ok old on one only or our out over phone please pleased present
  printed reading ready really regarding registered right same she showing shown simply so someone sorry speaking spelled spelling spelt
  still stuck sure team tell thank thanks that the their them there these they this those thrilled to today tomorrow totally trying under
  unable unhappy unknown until up upset us using very waiting want was we welcome well were what when where which who whose why
  will wish with wondering worried would writing written wrong yes yet you your yours private anonymous blocked hidden
  moment second sec minute hold wait nothing something anything cancel order refund agent human person problem issue question
  booking don't doesn't didn't can't won't isn't i'm i've i'd i'll it's that's what's you're they're why could should must let
  see seen told give gave got get too ringing phoning trying enquiring inquiring experiencing needing wanting getting having
  staying yesterday tonight each few more much many
  american australian canadian chinese dutch indian irish italian japanese mexican muslim christian jewish catholic hindu scottish
  welsh european asian vegan vegetarian diabetic pregnant married single retired unemployed disabled self awesome amazing perfect
  ridiculous unacceptable nonsense crazy super nice bad wonderful excellent useless terrible awful urgent important false true
  january february march april june july august september october november december
  monday tuesday wednesday thursday friday saturday sunday english spanish french german british american`.split(
    /\s+/,
  ),
);

/** First names that are ordinary words in lower case. */
const nameInCapital = new Set(['Will', 'May', 'April', 'June', 'August']);
const isOther = (word: string) => never.has(word.toLowerCase()) && !nameInCapital.has(word);
/** A word of talk, which is no part of any name: "your", "Monday". */
export const isNoPartOfName = (word: string): boolean => isOther(word.replace('’', "'"));
/** First names that are ordinary words, which only the words around them tell from these. */
const nameInLower: ReadonlySet<string> = new Set(['will', 'may', 'april', 'june', 'august']);
/** Is this a word with which no name begins? Behind another, "Harding" is one. */
const isNoName = (word: string): boolean => isOther(word) || isVerb(word);

/** The place of the first word that is no part of a name, else -1. "will novak" is a name, "will you" is none. */
export function firstOther(words: readonly string[]): number {
  const [first = '', second] = words;
  const isWill = nameInLower.has(first.toLowerCase()) && (second === undefined || !isOther(second));
  return words.findIndex((word, i) => (i === 0 ? !isWill && isNoName(word) : isOther(word)));
}

/** How much of what a pattern finds is believed; see `cut`. */
type Trust = 'loose' | 'strict';
interface Wording {
  /** The sign without which the pattern cannot match. */
  needs: number;
  pattern: RegExp;
  trust: Trust;
}

/** Up to three words after a cue; `cut` ends them where the name ends. */
const after = (needs: number, cue: string, most = 3): Wording => ({
  needs,
  pattern: new RegExp(
    `(?<!\\p{L})(?:${cue})\\s+(?<value>${lower}(?: \\p{L}[\\p{L}'’.-]*){0,${most - 1}})`,
    'giu',
  ),
  trust: 'loose',
});
const wording = (needs: number, pattern: string, flags: string, trust: Trust): Wording => ({
  needs,
  pattern: new RegExp(`(?<!\\p{L})${pattern}`, `g${flags}`),
  trust,
});

const title = 'Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Herr|Frau|Señora?|Mme|Monsieur|Madame';
const greeting =
  "[Hh]i|[Hh]ello|[Hh]ey|[Gg]['’]?day|[Dd]ear|[Gg]ood (?:morning|afternoon|evening)|[Tt]hanks|[Tt]hank you|[Ss]orry|[Ww]elcome(?: back)?";
/** An agent's. */
const firstWords =
  "(?:hi|hello|hey|g['’]?day|welcome|good (?:morning|afternoon|evening))(?: there)?";
const wordings: readonly Wording[] = [
  after(
    sign.nameWord,
    "my (?:full |first |last |sur|maiden |middle |given |family )?name(?: is|['’]s|:)",
  ),
  after(
    sign.nameWord,
    "(?:full|first|last|given|family|maiden|customer|card ?holder|account ?holder)(?: name|s name|['’]s name)(?: is| was|:)",
  ),
  after(sign.nameWord, "(?:surname|forename)(?: is|['’]s|:)"),
  after(
    sign.nameWord,
    'the name (?:on (?:the|my) (?:account|card|booking|order|reservation|policy) )?(?:is|was|:)',
  ),
  after(sign.nameWord, '(?:under|in) the name(?: of)?'),
  after(sign.callMe, '(?:please |you can |just )call me', 1),
  after(
    sign.talk,
    "you(?:['’]re| are)? (?:now )?(?:speaking|talking|chatting|connected) (?:with|to)",
  ),
  // "This is Jane Doe speaking", "it's jane here".
  wording(
    sign.talk,
    `(?:this is|it['’]s|it is) (?<value>${lower}(?: ${lower}){0,2}?)(?=,? (?:speaking|calling|here)(?!\\p{L}))`,
    'iu',
    'loose',
  ),
  // "Hello, maya speaking", "hi Tom here": an agent's usual first words.
  wording(
    sign.talk,
    `${firstWords},?\\s+(?<value>${lower})(?=,? (?:speaking|here|taking over)(?!\\p{L}))`,
    'iu',
    'loose',
  ),
  // "hi boyd hamish here", "G'day Thuy, Anh here": the customer's, then the agent's.
  wording(
    sign.talk,
    `${firstWords},?\\s+(?<value>${lower})(?=[,!]? ${lower},? (?:speaking|here)(?!\\p{L}))`,
    'iu',
    'loose',
  ),
  wording(
    sign.talk,
    `${firstWords},?\\s+${lower}[,!]? (?<value>${lower})(?=,? (?:speaking|here)(?!\\p{L}))`,
    'iu',
    'loose',
  ),
  // "Hello Errol love, it's Marg".
  wording(
    sign.greeting,
    `(?:${greeting}),? (?<value>${capital})(?= (?:love|mate|dear|darling|hun|pet)\\s*(?:[,.!?]|$))`,
    'u',
    'strict',
  ),
  wording(
    sign.greeting,
    `(?:${greeting})[^.!?]{1,30}?(?:[Ii]t['’]?s|[Tt]his is) (?<value>${capital})(?=\\s*(?:[,.!?]|$))`,
    'u',
    'strict',
  ),
  // "hi it's Callum, what seems to be the problem?"
  wording(
    sign.talk,
    `(?:[Hh]i|[Hh]ello|[Hh]ey),?\\s+(?:it['’]?s|it is|this is) (?<value>${capital})(?=\\s*(?:[,.!?]|$))`,
    'u',
    'strict',
  ),
  wording(
    sign.intro,
    `(?:[Ii]['’]?m|I am|[Tt]his is|[Nn]ame:|[Nn]ame is) (?<value>${capitals}+)(?!\\p{L})`,
    'u',
    'strict',
  ),
  // "I'm Ben and I want …", "Hi, this is Susan.", "her name is Alexis": one capital, and no second.
  wording(
    sign.intro,
    `(?:[Ii]['’]?m|I am|[Tt]his is|[Nn]ames? (?:is|are)) (?<value>${capital})(?=\\s*(?:[,.!?]|$)|,? (?:and|here|from|with|but)(?!\\p{L}))`,
    'u',
    'strict',
  ),
  wording(sign.title, `(?:${title})\\.? (?<value>${oneOrTwo})`, 'u', 'strict'),
  wording(sign.title, "(?:mr|mrs|ms|dr)\\.? (?<value>\\p{Ll}[\\p{L}'’-]+)", 'u', 'loose'),
  // "Hi John, how can I help?", "Thank you, Sarah."
  wording(
    sign.greeting,
    `(?:${greeting}),? (?<value>${oneOrTwo})(?=\\s*(?:[,.!?]|$))`,
    'u',
    'strict',
  ),
];

const anySign = wordings.reduce((signs, { needs }) => signs | needs, 0);

export const name: PersonalRule = {
  id: 'name',
  needs: ({ signs }) => (signs & anySign) !== 0,
  // Each wording asks for its own sign.
  hint: /./s,
  find: ({ text, signals }) =>
    wordings
      .filter(({ needs }) => (signals.signs & needs) !== 0)
      .flatMap(({ pattern, trust }) =>
        valuesOf('name', pattern, text).map((value) => cut(value, text, trust)),
      )
      .filter((value) => value.end > value.start),
};

const isVerb = (word: string) => /\p{Ll}{3,}ing$/u.test(word);
const joins = (word: string) =>
  isCapital(word) || /^(?:de|da|di|van|von|der|den|la|le|el|al|bin|ben|mc)$/.test(word);
const isCapital = (word: string) => /^\p{Lu}/u.test(word);

/**
 * Ends the value before its first word that is no name. Loose: a second or third word in lower case counts only where
 * the text ends or something that is no name follows ("my name is jane doe and ..."), or the first was in lower case too.
 */
function cut(value: PersonalValue, text: string, trust: Trust): PersonalValue {
  const words = text.slice(value.start, value.end).split(' ');
  const stop = firstOther(words);
  const kept = stop < 0 ? words : words.slice(0, stop);
  if (trust === 'strict') return ending(value, stop < 0 ? kept : stop > 0 ? kept : []);
  const first = kept[0] ?? '';
  const rest = kept.slice(1);
  const next = /^\s*(?:[.,;:!?\n]|$|(?<word>[\p{L}'’]+))/u.exec(text.slice(value.end));
  const isLast = next !== null && (next.groups?.word === undefined || isOther(next.groups.word));
  const bounded = stop >= 0 || isLast;
  const more = isCapital(first)
    ? rest.findLastIndex((word, i) => isCapital(word) && rest.slice(0, i).every(joins)) + 1
    : bounded
      ? rest.length
      : Math.min(1, rest.length);
  return ending(value, kept.slice(0, kept.length === 0 ? 0 : 1 + more));
}

function ending(value: PersonalValue, words: readonly string[]): PersonalValue {
  const name = words.join(' ').replace(/[.'’-]+$/, '');
  return { ...value, end: value.start + name.length };
}
