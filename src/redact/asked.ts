/** Values that only their question gives away: a bare name, half a phone number, a postcode spelled out. */
import type { PersonalKind } from '../domain/config.js';
import type { Lexicon } from '../domain/lexicon.js';
import { nameWords } from '../domain/name-words.js';
import type { Language } from '../language/language.js';
import type { SpelledWord } from '../language/spelled-search.js';
import { onePer, remembering } from '../lib/memo.js';
import { createCues } from '../text/cues.js';
import { addressForm } from './address-form.js';
import { account } from './asked/account.js';
import { address } from './asked/address.js';
import { dateOfBirth } from './asked/date-of-birth.js';
import { email } from './asked/email.js';
import { name } from './asked/name.js';
import { phone } from './asked/phone.js';
import { postcode } from './asked/postcode.js';
import { unaskedName } from './asked/unasked-name.js';
import type { Answer, AskedKind, AskedValue } from './asked-value.js';
import type { PersonalValue } from './personal-rule.js';
import { longestAnswer, slotsRemembered } from './settings.js';
import { signalReader } from './signals.js';

/** The more a value's own shape says, the earlier: a turn that asks for several gets one of each. */
const askedKinds = onePer((language: Language): readonly AskedKind[] => [
  email,
  dateOfBirth(language),
  postcode,
  phone,
  account,
  address,
  name,
]);

export interface FoundValue extends AskedValue {
  kind: string;
}

export interface AskedReader {
  /** The kinds of personal value that a turn asks for, or that a slot of this name holds. */
  kindsAskedBy(question: string): readonly string[];
  kindOfSlot(slot: string): string | undefined;
  /** The values of these kinds in an answer, without overlap. */
  valuesIn(answer: string, kinds: readonly string[], region: string): FoundValue[];
  /** The canonical form of a value that stands in a text, where its kind gives it another than its words do. */
  formOf(text: string, value: PersonalValue, region: string): { form?: string };
  /** The canonical form of a value of which the kind is known. */
  canonicalOf(value: unknown, kind: string | undefined, region: string): string | null;
}

/** Among the kinds that are asked for: whatever it was, it was not understood. */
export const anything = 'anything';

/**
 * Without a lexicon no text is a question.
 * @param known words, in lower case, that are no names here
 * @param own kinds of slots by their names, before what the lexicon makes of these
 */
export function createAskedReader(
  language: Language,
  lexicon: Pick<Lexicon, 'personalQuestions' | 'answerFillers'> | undefined,
  known: ReadonlySet<string> = new Set(),
  own: Readonly<Record<string, PersonalKind>> = {},
): AskedReader {
  const { canonical, spelling } = language;
  const signalsOf = signalReader(language);
  const kindsOfValue = askedKinds(language);
  const fillers = new Set(lexicon?.answerFillers);
  const questions = Object.entries(lexicon?.personalQuestions ?? {});
  const cues = createCues(questions.map(([kind, { asks }]) => [kind, asks] as const));
  const kindOf = new Map([
    ...questions.flatMap(([kind, { slots }]) => slots.map((slot) => [slot, kind] as const)),
    ...Object.entries(own).map(([slot, kind]) => [slotWords(slot), kind] as const),
  ]);
  const kindOfSlot = remembering(slotsRemembered, (slot) => ({
    kind: kindOfName(slotWords(slot), kindOf),
  }));
  const openAnswer = (answer: string): FoundValue[] => {
    const found = unaskedName(answer, language, fillers, known);
    return found && !isOfAddress(found, answer, language) ? [{ kind: name.id, ...found }] : [];
  };
  const valuesIn: AskedReader['valuesIn'] = (answer, kinds, region) => {
    if (kinds.length === 0 || answer.length > longestAnswer) return [];
    const isOpen = kinds.includes(anything);
    if (isOpen && kinds.length === 1) return openAnswer(answer);
    const scene = (text: string): Answer => {
      let words: readonly SpelledWord[] | undefined;
      return {
        text,
        signals: signalsOf(text),
        // Most answers are read for no kind that looks at them.
        get words() {
          words ??= spelling.words(text);
          return words;
        },
        language,
        region,
        fillers,
      };
    };
    const parts = language.answerParts(answer, region).map(({ text, said, start }) => {
      const plain = scene(text);
      return { start, plain, said: said === text ? plain : scene(said) };
    });
    const found: FoundValue[] = [];
    for (const { id, mayRead, read } of kindsOfValue) {
      if (!kinds.includes(id)) continue;
      const values = parts.flatMap(({ start, plain, said }) => {
        const part = id === 'date_of_birth' ? said : plain;
        const value = mayRead(part) ? read(part) : null;
        if (value && id === name.id && isOfAddress(value, part.text, language)) return [];
        const moved = value && { ...value, start: value.start + start, end: value.end + start };
        return (moved && besides(moved, found)) ?? [];
      });
      const own = longest(values);
      if (own) found.push({ kind: id, ...own });
    }
    return found.length > 0 || !isOpen
      ? found.sort((a, b) => a.start - b.start)
      : openAnswer(answer);
  };
  const canonicalOf: AskedReader['canonicalOf'] = (value, kind, region) => {
    if (typeof value !== 'string' || kind === undefined) return canonical(value, { region });
    const street = kind === address.id ? addressForm(value, language, region) : null;
    if (street !== null) return street;
    const [found] = valuesIn(value, [kind], region);
    return (
      found?.form ?? canonical(found ? value.slice(found.start, found.end) : value, { region })
    );
  };
  return {
    kindOfSlot: (slot) => kindOfSlot(slot).kind,
    kindsAskedBy(question) {
      const slot = kindOf.get(slotWords(question));
      if (slot !== undefined) return [slot];
      return cues(question);
    },
    valuesIn,
    canonicalOf,
    formOf(text, { kind, start, end }, region) {
      const form = canonicalOf(text.slice(start, end), kind, region);
      return form === null ? {} : { form };
    },
  };
}

/** Of several parts that could be meant the longest says most; of equals, the first. */
const longest = (values: readonly AskedValue[]) =>
  values.reduce<AskedValue | null>(
    (best, one) => (best && best.end - best.start >= one.end - one.start ? best : one),
    null,
  );

/**
 * "maple toys dot com" answers "which domain name?", which asks for a name by its last word: as a name it would leave a bare ".com",
 * and "www.maple.com" and "maple.com" would be two. Who goes on behind an address gives a name all the same: "sure.jo smith".
 */
const isOfAddress = (value: AskedValue, text: string, { webAddressesIn }: Language) =>
  webAddressesIn(text).some(({ start, end }) => start < value.end && value.end <= end);

/** What of a value lies before the others: a postcode stands at the end of an address. */
function besides(value: AskedValue, others: readonly FoundValue[]): AskedValue | null {
  const inside = others.filter((other) => value.start < other.end && other.start < value.end);
  if (inside.length === 0) return value;
  const end = Math.min(...inside.map(({ start }) => start));
  return end > value.start ? { start: value.start, end } : null;
}

/** Things that have names, addresses and numbers without being people. */
const impersonal =
  /\b(?:company|product|tariff|plan|hotel|file|brand|city|room|item|bank|branch|store|shop|package|service|model|event|street|country|airline|restaurant|website|web|ip|mac)\b/;

/** By its last words: `guest_name` holds what `name` does. A slot of another thing's name is none. */
function kindOfName(words: string, kinds: ReadonlyMap<string, string>): string | undefined {
  const own = kinds.get(words);
  if (own !== undefined || impersonal.test(words)) return own;
  const parts = words.split(' ');
  for (let from = 1; from < parts.length; from++) {
    const kind = kinds.get(parts.slice(from).join(' '));
    if (kind !== undefined) return kind;
  }
  return undefined;
}

/** `customerName`, `customer_name` and "Customer name?" are one. */
const slotWords = (slot: string) =>
  nameWords(slot)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
