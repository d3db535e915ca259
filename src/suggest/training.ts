/** The bot's present training data, made ready once. */
import type { Classifier, LabelledPhrase } from '../domain/classifier.js';
import type { BotDefinition } from '../domain/conversation.js';
import { labelOf } from '../domain/no-intent.js';
import { hasOtherDigits } from '../text/other-digits.js';
import { type Prepared, prepare } from '../text/similarity.js';
import { hasTokens } from '../text/tokens.js';

export interface TrainingPhrase {
  text: string;
  intent: string;
  /** What it teaches; null where its intent stands for having none. */
  label: string | null;
  key: string;
  prepared: Prepared;
}

/** A phrase with somebody's value in it, hidden here: its file has the value itself, so that it cannot be moved from here. */
export const isFoundInFiles = ({ text }: TrainingPhrase): boolean =>
  !hasTokens(text) && !hasOtherDigits(text);

export interface Training {
  phrases: readonly TrainingPhrase[];
  /** Intents by the key of each of their phrases. */
  byKey: ReadonlyMap<string, readonly string[]>;
  /** The same by `wordingKey`. */
  byWording: ReadonlyMap<string, readonly string[]>;
  /** Trained on all of `phrases`; null where fewer than two intents have any. */
  shadow: Classifier | null;
}

/** Phrases with the same key are one phrase to a person: case, punctuation and blanks do not count. */
export function phraseKey(text: string): string {
  const bare = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ');
  return bare.trim() || text.trim();
}

/** The key of phrases that differ in their figures alone: those of customers are replaced by others. */
export const wordingKey = (text: string): string => phraseKey(text).replace(/\d+(?: \d+)*/g, '0');

export function readTraining(
  definition: BotDefinition | null,
  train: (phrases: LabelledPhrase[]) => Classifier,
): Training {
  const phrases = (definition?.intents ?? []).flatMap(({ name, examples }) =>
    examples.map((text) => ({
      text,
      intent: name,
      label: labelOf(name),
      key: phraseKey(text),
      prepared: prepare(text),
    })),
  );
  const [byKey, byWording] = [new Map<string, string[]>(), new Map<string, string[]>()];
  for (const { key, text, intent } of phrases) {
    add(byKey, key, intent);
    add(byWording, wordingKey(text), intent);
  }
  const intents = new Set(phrases.flatMap(({ label }) => label ?? []));
  return {
    phrases,
    byKey,
    byWording,
    shadow: intents.size < 2 ? null : train(lessonsOf({ phrases })),
  };
}

function add(lists: Map<string, string[]>, key: string, one: string): void {
  const list = lists.get(key);
  if (list) list.push(one);
  else lists.set(key, [one]);
}

/** What the training data teaches, as a classifier is told. */
export const lessonsOf = ({ phrases }: Pick<Training, 'phrases'>): LabelledPhrase[] =>
  phrases.map(({ text, label }) => ({ text, intent: label }));
