/** The files of a Lex V2 export, in its ZIP or unpacked: an intent a file, its phrases within. */
import { escapeRegExp } from '../../lib/escape-reg-exp.js';
import { type JsonObject, listOf, objectOf, parseObject, textOf } from '../../lib/json.js';
import type { TrainingFile } from '../vendor.js';

export interface LexIntent {
  file: TrainingFile;
  locale: string;
  name: string;
  isFallback: boolean;
  utterances: string[];
  slots: string[];
}

const intentPath = /(?:^|\/)BotLocales\/([^/]+)\/Intents\/[^/]+\/Intent\.json$/;
const slotPath = /(?:^|\/)BotLocales\/([^/]+)\/Intents\/([^/]+)\/Slots\/[^/]+\/Slot\.json$/;

export const isLexFile = (path: string): boolean =>
  /(?:^|\/)BotLocales\/|(?:^|\/)Bot\.json$|(?:^|\/)manifest\.json$/i.test(path);

export function intentsOf(files: readonly TrainingFile[]): LexIntent[] {
  return files.flatMap((file) => {
    const locale = intentPath.exec(file.path)?.[1];
    const intent = locale === undefined ? null : parseObject(file.text);
    const name = textOf(intent?.name);
    if (locale === undefined || !intent || name === undefined) return [];
    return [
      {
        file,
        locale,
        name,
        isFallback: /FallbackIntent/.test(textOf(intent.parentIntentSignature) ?? ''),
        utterances: listOf(intent.sampleUtterances).flatMap(
          (one) => textOf(objectOf(one).utterance)?.trim() ?? [],
        ),
        slots: listOf(intent.slotPriorities).flatMap((one) => textOf(objectOf(one).slotName) ?? []),
      },
    ];
  });
}

/** Values of a locale's own slot types, by the type's name. */
export function valuesOf(files: readonly TrainingFile[], locale: string): Map<string, string[]> {
  const path = new RegExp(
    `(?:^|/)BotLocales/${escapeRegExp(locale)}/SlotTypes/[^/]+/SlotType\\.json$`,
  );
  return new Map(
    files.flatMap((file): [string, string[]][] => {
      const type = path.test(file.path) ? parseObject(file.text) : null;
      const name = textOf(type?.name);
      const values = listOf(type?.slotTypeValues).flatMap(
        (one) => textOf(objectOf(objectOf(one).sampleValue).value) ?? [],
      );
      return name === undefined ? [] : [[name, values]];
    }),
  );
}

export interface LexSlot {
  locale: string;
  name: string;
  intent: string;
  slot: JsonObject;
}

export function slotsOf(files: readonly TrainingFile[]): LexSlot[] {
  return files.flatMap((file) => {
    const [, locale = '', intent] = slotPath.exec(file.path) ?? [];
    const slot = intent === undefined ? null : parseObject(file.text);
    const name = textOf(slot?.name);
    return slot && intent !== undefined && name !== undefined
      ? [{ locale, name, intent, slot }]
      : [];
  });
}
