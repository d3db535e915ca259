/** A redactor by what it is made of: plain data, so that another thread can have the same one. */
import type { PersonalKind } from '../domain/config.js';
import type { Lexicon } from '../domain/lexicon.js';
import { languageOf } from '../language/languages.js';
import { createDigest } from './digest.js';
import { createRedactor, type Redactor } from './redact.js';

export interface RedactorSetting {
  /** See `createDigest`. */
  keys: readonly Uint8Array[];
  /** Code of the language that is read. */
  language: string;
  /** ISO 3166 code of the country whose spellings are meant. */
  region: string;
  lexicon: Pick<Lexicon, 'personalQuestions' | 'answerFillers'>;
  /** See `RedactorOptions`. */
  known?: ReadonlySet<string>;
  listed?: ReadonlyMap<string, string>;
  personalSlots?: Readonly<Record<string, PersonalKind>>;
}

export function redactorOf({ keys, language, ...setting }: RedactorSetting): Redactor {
  const [first = Buffer.alloc(0), ...later] = keys.map((key) => Buffer.from(key));
  return createRedactor({
    ...setting,
    digest: createDigest(first, ...later),
    language: languageOf(language),
  });
}
