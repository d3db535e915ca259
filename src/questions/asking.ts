/** What agents ask for, by what was learned of this centre's wordings. */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import { partsOf, priorOf, wordingOf } from './asked-by-words.js';
import { createAskReader, type Sentence, type SentenceAsk } from './asks.js';
import { restoreWordings } from './fit-wordings.js';
import type { Forms } from './forms.js';
import {
  type Covers,
  createCovers,
  createNameReader,
  type NameReader,
  topicKey,
  withTopic,
} from './topics.js';
import type { KeptWordings, SaidWording, VerbatimRates, WordingModel } from './wordings.js';

/** What reading a journey's questions needs of what was learned. */
export interface Asking {
  model: WordingModel;
  /** What a sentence says by itself, one for each item of its list (see `WordingModel.wordingOf`). Sentences recur, and each is read once. */
  wordings(sentence: Sentence): readonly SaidWording[];
  kept: KeptAsking;
}

/** It as plain data. */
export interface KeptAsking {
  model: KeptWordings;
  topics: Topics;
  joined: Joined;
}

/** Names of slots that the definition lacks, by `topicKey`. */
export type Topics = ReadonlyMap<string, string>;

/** Slots that every contact centre has, each with the slot of the definition that is meant by it here. */
export type Joined = ReadonlyMap<string, string>;

export type PriorReader = (sentence: Sentence, asks: readonly SentenceAsk[]) => Map<string, number>;

/** What sentences say by their words and the definition alone. */
export interface SentenceReader {
  nameOf: NameReader;
  covers: Covers;
  itemsOf(sentence: Sentence): ReturnType<typeof partsOf>;
  priorBy(topics: Topics, joined: Joined): PriorReader;
}

export function createSentenceReader(
  slots: readonly DefinedSlot[],
  lexicon: Lexicon,
): SentenceReader {
  const reader = createAskReader(slots, lexicon);
  const nameOf = createNameReader(lexicon);
  const covers = createCovers(slots, lexicon);
  const determiners = new Set(lexicon.determiners);
  return {
    nameOf,
    covers,
    itemsOf: remembering((sentence) => partsOf(sentence, reader, determiners, null)),
    priorBy: (topics, joined) => priorReader(topics, joined, nameOf, covers),
  };
}

export function createAsking(
  model: WordingModel,
  topics: Topics,
  joined: Joined,
  { itemsOf, priorBy }: SentenceReader,
): Asking {
  const prior = priorBy(topics, joined);
  const read = (sentence: Sentence) =>
    itemsOf(sentence).map((part) =>
      model.wordingOf(prior(part.sentence, part.asks), wordingOf(part.sentence.clause)),
    );
  return { model, wordings: remembering(read), kept: { model: model.kept, topics, joined } };
}

/** @param slots those that it was learned with */
export function restoreAsking(
  { model, topics, joined }: KeptAsking,
  slots: readonly DefinedSlot[],
  lexicon: Lexicon,
  verbatimRates: VerbatimRates,
  forms: Forms,
): Asking {
  const restored = restoreWordings(model, verbatimRates, forms);
  return createAsking(restored, topics, joined, createSentenceReader(slots, lexicon));
}

const mayAsk = ({ act: { kind } }: Sentence) =>
  kind === 'request' || kind === 'open' || kind === 'answered';

function priorReader(
  topics: Topics,
  joined: Joined,
  nameOf: NameReader,
  covers: Covers,
): PriorReader {
  return (sentence, asks) => {
    const prior = priorOf(sentence, asks);
    for (const [name, slot] of joined) {
      const share = prior.get(name);
      if (share === undefined) continue;
      prior.delete(name);
      prior.set(slot, (prior.get(slot) ?? 0) + share);
    }
    const name = mayAsk(sentence) ? nameOf(sentence.clause) : null;
    const topic = name && topics.get(topicKey(name));
    return name && topic ? withTopic(prior, asks, topic, name, covers) : prior;
  };
}

function remembering<Result>(work: (sentence: Sentence) => Result): (sentence: Sentence) => Result {
  const known = new WeakMap<Sentence, Result>();
  return (sentence) => {
    const result = known.get(sentence) ?? work(sentence);
    known.set(sentence, result);
    return result;
  };
}
