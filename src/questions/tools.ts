/** What detection prepares once a night and uses for every journey. */
import type { DefinedSlot } from '../domain/conversation.js';
import { type FormSlots, formSlots } from '../domain/form-slots.js';
import { remembering } from '../lib/memo.js';
import { words } from '../text/words.js';
import type { DetectContext } from '../transcript/context.js';
import { createTurnReader, type TurnReader } from '../transcript/turns.js';
import { createActedOn, requestsOf, wantsOf } from '../transcript/wants.js';
import { type AskReader, createAskReader } from './asks.js';
import { digestsIn } from './value-digests.js';

export interface QuestionTools extends DetectContext {
  reader: AskReader;
  readTurn: TurnReader;
  /** Digests of all runs of words in a text without tokens. */
  digestsIn: (text: string) => ReadonlySet<string>;
  sentiment: (text: string) => number;
  slots: ReadonlyMap<string, DefinedSlot>;
  /** The bot's intents; empty without a definition. */
  intents: ReadonlySet<string>;
  /** What intents' forms have by the definition's own word. */
  forms: FormSlots;
  /** Intents that a customer can want: not greetings, thanks, or the wish for a human. */
  wants: readonly string[];
  /** Whether the bot acts on an intent (see `createActedOn`). */
  isActedOn(intent: string): boolean;
  /** The words of the training phrases of what customers want. */
  matter: ReadonlySet<string>;
  /** Intents that are the wish for a person. */
  requests: ReadonlySet<string>;
  /** Below it the bot did not recognise the utterance. */
  lowConfidence: number;
}

/** Values recur (yes, no, names of places), and a keyed hash costs more than a look-up; a text is asked for each held value. */
const valuesRemembered = 25_000;
const textsRemembered = 2_500;

export function createTools(context: DetectContext, slots: readonly DefinedSlot[]): QuestionTools {
  const { definition, lexicon, language, config } = context;
  const isActedOn = createActedOn(definition, lexicon);
  const wants = wantsOf(context, isActedOn);
  const matter = wordsOfMatter(context, wants);
  const digestText = remembering(valuesRemembered, context.digestValue);
  const digestValue = (value: unknown) =>
    typeof value === 'string' ? digestText(value) : context.digestValue(value);
  return {
    ...context,
    digestValue,
    digestsIn: remembering(textsRemembered, (text) => digestsIn(text, digestValue, language)),
    reader: createAskReader(slots, lexicon),
    readTurn: createTurnReader(lexicon, language),
    sentiment: language.createSentiment(lexicon, matter),
    slots: new Map(slots.map((slot) => [slot.name, slot])),
    intents: new Set(definition?.intents.map(({ name }) => name)),
    forms: formSlots(definition),
    wants,
    isActedOn,
    matter,
    requests: requestsOf(context),
    lowConfidence: definition?.confidenceThreshold ?? config.lowConfidence,
  };
}

function wordsOfMatter({ definition }: DetectContext, wants: readonly string[]): Set<string> {
  const wanted = (definition?.intents ?? []).filter(({ name }) => wants.includes(name));
  return new Set(wanted.flatMap(({ examples }) => examples.flatMap((text) => words(text))));
}
