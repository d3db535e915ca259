import type { Language } from '../language/language.js';
import { onePer } from '../lib/memo.js';
import { account } from './personal/account.js';
import { address } from './personal/address.js';
import { addressBlock } from './personal/address-block.js';
import { card } from './personal/card.js';
import { dateOfBirth } from './personal/date-of-birth.js';
import { email } from './personal/email.js';
import { iban } from './personal/iban.js';
import { name } from './personal/name.js';
import { nationalId } from './personal/national-id.js';
import { networkAddress } from './personal/network-address.js';
import { numberInProse } from './personal/number-in-prose.js';
import { person } from './personal/person.js';
import { phone } from './personal/phone.js';
import { postcode } from './personal/postcode.js';
import { postcodePlace } from './personal/postcode-place.js';
import { spelledCode } from './personal/spelled-code.js';
import { spokenDigits } from './personal/spoken-digits.js';
import { unlistedName } from './personal/unlisted-name.js';
import { url } from './personal/url.js';
import type { PersonalRule, PersonalValue, Scene } from './personal-rule.js';
import { type Signals, signalReader } from './signals.js';

/** The surest first: where two overlap, the earlier one wins. */
export const personalRules = onePer((language: Language): readonly PersonalRule[] => [
  url,
  email,
  iban,
  card,
  networkAddress,
  nationalId,
  dateOfBirth(language),
  spelledCode(language),
  phone,
  spokenDigits(language),
  addressBlock,
  address(language),
  postcode,
  postcodePlace,
  account,
  name,
  person,
  unlistedName,
]);

/** Of notes, summaries and comments. */
export const proseRules = onePer((language: Language): readonly PersonalRule[] => [
  ...personalRules(language),
  numberInProse(language),
]);

/** What their own shape or check digits give away: nobody need ask what one is, and a short id is none by chance. */
export const sureRules: readonly PersonalRule[] = [email, iban, card, phone];

/** What stands for a value already: our tokens, `[NAME]`, `{PII}`, `{{date}}`, `<PHONE>`, `****1234`. */
const placeholder =
  /⟨[a-z_]+:[0-9a-f]{6,16}⟩|\[[\p{L}_ -]{2,40}\]|\{\{?[\p{L}_. -]{1,40}\}?\}|<[\p{L}_]{2,30}>|[*•]{2,}[*•\d -]*/gu;

const measure =
  'pounds?|dollars?|euros?|rupees?|yen|quid|bucks?|cents?|pence|gbp|usd|eur|inr|k|grand|thousand|million|percent|points?|miles?|km|kilomet(?:re|er)s?|met(?:re|er)s?|kg|mb|gb|tb|mbps|kwh|units?|people|users?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|steps?|words?';
const ordinary = [
  /[£$€¥₹]\s?\d+(?:[.,]\d+)*(?:\s?(?:k|m|bn)\b)?(?: 000)*/gi,
  new RegExp(
    `(?<![\\p{L}\\p{N}.+-])\\d{1,9}(?:[.,]\\d+)*(?: 000)* ?(?:%|[£€]|(?:${measure})(?!\\p{L}))`,
    'giu',
  ),
  /(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])/g,
  /(?<![\d.,/-])\d{1,7}\.\d{1,2}(?![.,/-]?\d)/g,
  /(?<!\d)\d{1,2}[:.]\d{2}(?::\d{2})?(?=\s?[ap]\.?m\b)|(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])/gi,
];

export interface PersonalReaderOptions {
  language: Language;
  /** ISO 3166 code of the country whose spellings are meant. */
  region: string;
  /** Words, in lower case, that are no names here. */
  known?: ReadonlySet<string> | undefined;
  /** All unless given. */
  rules?: readonly PersonalRule[];
}

/** Finds the personal values of a text, in its order and without overlap. */
export function createPersonalReader(
  options: PersonalReaderOptions,
): (text: string) => PersonalValue[] {
  const { language, rules = personalRules(language) } = options;
  const about = { language, region: options.region, known: options.known ?? new Set<string>() };
  const signalsOf = signalReader(language);
  return (text) => {
    const plain = withoutPlaceholders(text);
    const signals = signalsOf(plain);
    const tried = rules.filter((rule) => rule.needs(signals) && rule.hint.test(plain));
    return tried.length === 0 ? [] : foundBy(tried, sceneOf(plain, signals, about));
  };
}

function foundBy(rules: readonly PersonalRule[], scene: Scene): PersonalValue[] {
  const taken: PersonalValue[] = [];
  // A text may be megabytes of names: comparing each with each would take hours.
  const covered = new Uint8Array(scene.text.length);
  for (const rule of rules)
    for (const value of rule.find(scene)) {
      if (covered.subarray(value.start, value.end).includes(1)) continue;
      covered.fill(1, value.start, value.end);
      taken.push(value);
    }
  return taken.sort((a, b) => a.start - b.start);
}

/** Tokens and the like blanked, place by place: their own digits would call every rule again. */
export function withoutPlaceholders(text: string): string {
  return /[⟨[{<*•]/.test(text) ? text.replace(placeholder, blank) : text;
}

type About = Pick<Scene, 'language' | 'region' | 'known'>;

/** Spread is slow, and there is a scene for most turns of a night. */
function sceneOf(text: string, signals: Signals, { language, region, known }: About): Scene {
  let numbers: string | undefined;
  return {
    text,
    signals,
    language,
    region,
    known,
    numbers: () => {
      numbers ??= withoutOrdinary(text, language, region);
      return numbers;
    },
  };
}

function withoutOrdinary(text: string, { dates }: Language, region: string): string {
  let rest = text;
  for (const pattern of dates.patternsIn(text))
    rest = rest.replace(pattern, (date) =>
      dates.form(date, region) === null ? date : blank(date),
    );
  for (const pattern of ordinary) rest = rest.replace(pattern, blank);
  return rest;
}

/** Neither letter, digit nor white space, so that nothing begins, ends or continues in it. */
const blank = (part: string) => '\ufffc'.repeat(part.length);
