import type { PersonalKind } from '../domain/config.js';
import type { Identity } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import type { Language } from '../language/language.js';
import { remembering } from '../lib/memo.js';
import { createAskedReader, type FoundValue } from './asked.js';
import type { Digest } from './digest.js';
import { type Customer, identityOf, scrubbed } from './identity.js';
import { listedReader } from './listed-values.js';
import { createPersonalReader, proseRules, withoutPlaceholders } from './personal.js';
import type { PersonalValue } from './personal-rule.js';
import { createRecordValues, type RecordValues } from './record-values.js';
import { codeShapesIn, replaced, type Span } from './replaced.js';
import { longestRemembered, mostPasses, textsRemembered } from './settings.js';

/** What is known of a text besides its words. */
export interface Context {
  /** The kinds of value that the turn before asked for: then a bare name or number is one, too. */
  asked?: readonly string[];
  /** Places that a personal value is known to stand at. */
  known?: readonly PersonalValue[];
  /** A note, summary or comment: no question tells its numbers apart, so that all are hidden but sums and measures. */
  prose?: boolean;
}

export interface Redacted {
  text: string;
  spans: Span[];
  /** What was hidden, as it was written. */
  hidden: readonly Hidden[];
  /** See `ContactTurn.codeShapes`. */
  codeShapes: readonly string[];
}

export interface Hidden {
  kind: string;
  words: string;
}

export interface Redactor {
  /**
   * Each personal value becomes a token of its kind and the first six digits of its hash. Twice is once.
   */
  redact(text: string, context?: Pick<Context, 'asked' | 'prose'>): string;
  /** The same, with the places of parts of the raw text in the redacted one; a part of a value takes its whole token. */
  redactWithSpans(
    text: string,
    spans: readonly (readonly [start: number, end: number])[],
    context?: Context,
  ): Redacted;
  /** The kinds of personal value that a turn asks for, in no order. */
  kindsAskedBy(question: string): readonly string[];
  /** The kind of personal value that a slot of this name is made for. */
  kindOfSlot(slot: string): string | undefined;
  /**
   * 16 hex digits; they begin with those of the token that `redact` puts for the same value.
   * @param slot the name of the slot that holds the value, which may say of what kind it is.
   */
  digestValue(value: unknown, slot?: string): string | null;
  identity(customer: Customer): Identity;
  /** Session and contact ids that are somebody's phone number or e-mail address become tokens. */
  scrubId(id: string): string;
  /** Kinds of slots as the config has them. */
  readonly personalSlots: Readonly<Record<string, PersonalKind>>;
  /** Empty: for the personal values of one record. */
  recordValues(): RecordValues;
  /** The same, for a bot with these slots and this training data. */
  knowing(bot: Pick<RedactorOptions, 'known' | 'listed' | 'personalSlots'>): Redactor;
}

/** What stands before and behind the first line break of a key. */
const keyParts = (key: string): [string, string] => {
  const at = key.indexOf('\n');
  return [key.slice(0, at), key.slice(at + 1)];
};

const none: readonly string[] = [];
const nothing: readonly FoundValue[] = [];

export interface RedactorOptions {
  language: Language;
  digest: Digest;
  /** ISO 3166 code of the country whose spellings are meant. */
  region: string;
  /** How people ask for personal values; without it each text is read alone. */
  lexicon?: Pick<Lexicon, 'personalQuestions' | 'answerFillers'>;
  /** Words of the bot's own training data, in lower case: what its customers talk about is no name for being in no dictionary. */
  known?: ReadonlySet<string>;
  /** Values of several words that its training data list for slots that are personal: hidden wherever they stand, by their kind. */
  listed?: ReadonlyMap<string, string>;
  /** Kinds of slots whose names do not say that they are personal. */
  personalSlots?: Readonly<Record<string, PersonalKind>>;
}

export function createRedactor(options: RedactorOptions): Redactor {
  const { digest, language, region, lexicon, known: words, personalSlots } = options;
  const reader = createAskedReader(language, lexicon, words, personalSlots);
  const listedIn = listedReader(options.listed);
  const valuesInTurn = createPersonalReader(options);
  const valuesInProse = createPersonalReader({ ...options, rules: proseRules(language) });
  const digestOf = (value: unknown, kind: string | undefined) => {
    const form = reader.canonicalOf(value, kind, region);
    return form === null ? null : digest(form);
  };
  const digestText = remembering(textsRemembered, (key) => {
    const [kind = '', value = ''] = keyParts(key);
    return { digest: digestOf(value, kind) };
  });
  const digestPlain = remembering(textsRemembered, (value) => ({
    digest: digestOf(value, undefined),
  }));
  const digestValue: Redactor['digestValue'] = (value, slot) => {
    const kind = slot === undefined ? undefined : reader.kindOfSlot(slot);
    if (typeof value !== 'string' || value.length > longestRemembered) return digestOf(value, kind);
    // A key of two parts is copied and hashed anew for each look-up.
    return kind === undefined ? digestPlain(value).digest : digestText(`${kind}\n${value}`).digest;
  };
  const told = (
    text: string,
    asked: readonly string[],
    given: readonly PersonalValue[],
  ): readonly FoundValue[] => {
    const known = [...given, ...listedIn(text)];
    if (asked.length === 0 && known.length === 0) return nothing;
    const plain = withoutPlaceholders(text);
    const answers = reader.valuesIn(plain, asked, region);
    const rest = known
      .filter((value, i) => !known.slice(0, i).some((other) => overlaps(other, value)))
      .filter((value) => plain.slice(value.start, value.end) === text.slice(value.start, value.end))
      .map((value) => ({ ...value, ...reader.formOf(text, value, region) }));
    return together(rest, answers);
  };
  const worked: Redactor['redactWithSpans'] = (
    text,
    spans,
    { asked = none, known = [], prose = false } = {},
  ) => {
    const personalValuesIn = prose ? valuesInProse : valuesInTurn;
    let result = { text, spans: spans.map(([start, end]): Span => [start, end]) };
    const hidden: Hidden[] = [];
    const shapes = new Map<string, string>();
    for (let pass = 0; pass < mostPasses; pass++) {
      const values = personalValuesIn(result.text);
      const first = pass === 0 ? told(text, asked, known) : [];
      if (values.length === 0 && first.length === 0) break;
      const all = together(values, first);
      for (const { kind, start, end } of all)
        hidden.push({ kind, words: result.text.slice(start, end) });
      result = replaced(result, all, options, digestValue, shapes);
    }
    return { ...result, hidden, codeShapes: codeShapesIn(result.text, shapes) };
  };
  const redactPlain = remembering(textsRemembered, (text) => worked(text, []));
  const redactKey = remembering(textsRemembered, (key) => {
    const [asked = '', text = ''] = keyParts(key);
    return worked(text, [], { asked: asked.split(' ') });
  });
  const redactWithSpans: Redactor['redactWithSpans'] = (text, spans, context = {}) => {
    const { asked = none, known = [], prose = false } = context;
    const isShort = text.length <= longestRemembered;
    const isPlain = spans.length === 0 && known.length === 0 && isShort && !prose;
    if (!isPlain) return worked(text, spans, context);
    return asked.length === 0 ? redactPlain(text) : redactKey(`${asked.join(' ')}\n${text}`);
  };
  const redact: Redactor['redact'] = (text, context = {}) =>
    redactWithSpans(text, [], context).text;
  return {
    redact,
    redactWithSpans,
    kindOfSlot: reader.kindOfSlot,
    kindsAskedBy: remembering(textsRemembered, reader.kindsAskedBy),
    digestValue,
    identity: (customer) => identityOf(customer, options),
    scrubId: (id) => scrubbed(id, options),
    personalSlots: options.personalSlots ?? {},
    recordValues: () => createRecordValues(language),
    knowing: (bot) => createRedactor({ ...options, ...bot }),
  };
}

/**
 * An answer read as what was asked for is surer than what its words look like; where these reach further, it takes their
 * place, too. One that is nothing but its words gives way to what reaches further.
 */
function together(
  values: readonly FoundValue[],
  answers: readonly FoundValue[],
): readonly FoundValue[] {
  if (answers.length === 0) return values;
  const kept: FoundValue[] = [];
  for (const answer of answers) {
    const over = values.filter((value) => overlaps(answer, value));
    if (answer.form === undefined && over.some((value) => isWider(value, answer))) continue;
    const start = Math.min(answer.start, ...over.map((value) => value.start));
    const end = Math.max(answer.end, ...over.map((value) => value.end));
    const whole = { ...answer, start, end };
    if (!kept.some((other) => overlaps(other, whole))) kept.push(whole);
  }
  const rest = values.filter((value) => !kept.some((answer) => overlaps(answer, value)));
  return [...kept, ...rest].sort((one, other) => one.start - other.start);
}

const overlaps = (a: PersonalValue, b: PersonalValue) => a.start < b.end && b.start < a.end;
const isWider = (one: PersonalValue, other: PersonalValue) =>
  one.start < other.start || one.end > other.end;
