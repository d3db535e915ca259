/** Gathers the agents' questions of all journeys, and learns from them what each wording asks for and what has no slot yet. */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import { createAskReader, type Sentence, type SentenceAsk } from './asks.js';
import { addAll, mergesOf, type TopicUse } from './merge-topics.js';
import { isAsked, isValue, partsOf, priorOf, type Question, wordingOf } from './questions.js';
import {
  type Covers,
  createCovers,
  createNameReader,
  type NameReader,
  topicKey,
  withTopic,
} from './topics.js';
import {
  asksNothing,
  asksOther,
  fitWordings,
  type Wording,
  type WordingModel,
} from './wordings.js';

/** What reading a journey's questions needs of what was learned. */
export interface Asking {
  model: WordingModel;
  /** What a sentence says by itself, one for each item of its list (see `WordingModel.wordingOf`). Sentences recur, and each is read once. */
  wordings(sentence: Sentence): readonly Float64Array[];
}

interface Seen extends Wording {
  sentence: Sentence;
  asked: boolean;
  /** Contacts in which it was said. */
  contacts: Set<number>;
  /** How often it stood in an agent's first turn, and how often a value answered it. */
  first: number;
  answered: number;
}

/** A topic is named in at least so many contacts, and in this share of all. */
const fewestNamings = 5;
const leastNamings = 0.002;
/** What is named is asked for where at least this share of its sightings is answered by a value. */
const answeredShare = 0.6;
const fewestLabelled = 50;
/** Questions of the bot's for one slot from which they say enough of it. */
const fewestOwn = 15;
const longerName = 3;
/** Beyond this many, the rarest wordings teach nothing that the others do not. */
const mostWordings = 15_000;

export function createWordingCollector() {
  const seen = new Map<string, Seen>();
  const labelled: Wording[] = [];
  let contacts = 0;
  return {
    add(questions: readonly Question[], about: readonly string[]): void {
      contacts += 1;
      for (const question of questions) addTo(seen, question, about, contacts);
    },
    /** What the bot itself asked for, and how it was answered. */
    addLabelled: (label: string, answer: readonly string[], about: readonly string[]): void => {
      const counts = (items: readonly string[]) => new Map(items.map((item) => [item, 1]));
      labelled.push({
        words: [],
        times: 1,
        answers: counts(answer),
        about: counts(about),
        proofs: new Map(),
        prior: new Map(),
        label,
      });
    },
    /** null where the bot's own questions are too few to tell what answers each slot: words alone would teach themselves. */
    learn: (slots: readonly DefinedSlot[], lexicon: Lexicon): Asking | null =>
      labelled.length < fewestLabelled
        ? null
        : learnFrom([...seen.values()], labelled, contacts, slots, lexicon),
  };
}

function addTo(
  seen: Map<string, Seen>,
  question: Question,
  about: readonly string[],
  contact: number,
): void {
  const { sentence, answer, proof, first } = question;
  const words = wordingOf(sentence.clause);
  const asked = isAsked(question);
  const key = `${asked} ${sentence.clause.stems.join(' ')}`;
  const wording = seen.get(key) ?? {
    words,
    times: 0,
    answers: new Map<string, number>(),
    about: new Map<string, number>(),
    proofs: new Map<string, number>(),
    prior: new Map<string, number>(),
    sentence,
    asked,
    contacts: new Set<number>(),
    first: 0,
    answered: 0,
  };
  seen.set(key, wording);
  wording.times += 1;
  wording.contacts.add(contact);
  if (first) wording.first += 1;
  if (isValue(answer)) wording.answered += 1;
  for (const form of answer) count(wording.answers, form);
  for (const subject of about) count(wording.about, subject);
  for (const slot of proof) count(wording.proofs, slot);
}

const count = (counts: Map<string, number>, key: string) =>
  counts.set(key, (counts.get(key) ?? 0) + 1);

function learnFrom(
  all: readonly Seen[],
  labelled: readonly Wording[],
  contacts: number,
  slots: readonly DefinedSlot[],
  lexicon: Lexicon,
): Asking {
  const reader = createAskReader(slots, lexicon);
  const nameOf = createNameReader(lexicon);
  const covers = createCovers(slots, lexicon);
  const determiners = new Set(lexicon.determiners);
  const wordings = [...all]
    .sort((a, b) => b.times - a.times || (keyOf(a) < keyOf(b) ? -1 : 1))
    .slice(0, mostWordings)
    // A list of several is answered by several; what answers what is not known.
    .filter(({ sentence }) => partsOf(sentence, reader, determiners, null).length === 1);
  const topics = namedTopics(wordings, nameOf, contacts);
  const taken = new Set(slots.map(({ name }) => name));
  for (const [key, name] of topics) if (taken.has(name)) topics.delete(key);

  const fitted = (): Asking => {
    const prior = priorReader(topics, nameOf, covers);
    for (const wording of wordings) {
      if (wording.asked) wording.prior = prior(wording.sentence, reader.asksOf(wording.sentence));
      else wording.label = asksNothing;
    }
    const named = new Set([...slots.map(({ name }) => name), ...topics.values()]);
    const classes = [asksNothing, asksOther, ...named];
    const model = fitWordings([...wordings, ...labelled], classes);
    const read = (sentence: Sentence) =>
      partsOf(sentence, reader, determiners, null).map((part) =>
        model.wordingOf(prior(part.sentence, part.asks), wordingOf(part.sentence.clause)),
      );
    return { model, wordings: remembering(read) };
  };
  const first = fitted();
  const uses = usesOf(wordings, labelled, first.model, nameOf);
  const merges = mergesOf(uses, new Set(topics.values()), contacts);
  const better = betterNames(uses, merges, new Set(topics.values()), taken);
  for (const [key, name] of topics) {
    const target = merges.get(name);
    if (target === null) topics.delete(key);
    else topics.set(key, better.get(target ?? name) ?? target ?? name);
  }
  return fitted();
}

const keyOf = ({ asked, sentence }: Seen) => `${asked} ${sentence.clause.stems.join(' ')}`;

/** Topic key to name, for what is named often enough. */
function namedTopics(
  wordings: readonly Seen[],
  nameOf: NameReader,
  contacts: number,
): Map<string, string> {
  const spoken = new Map<string, { contacts: Set<number>; names: Map<string, number> }>();
  for (const { sentence, asked, contacts: said, times, answered, first } of wordings) {
    // "What is your query about?" opens a contact; no slot is called a query.
    if (!asked || first > times / 2 || answered < answeredShare * times) continue;
    const name = nameOf(sentence.clause);
    if (!name) continue;
    const key = topicKey(name);
    const known = spoken.get(key) ?? { contacts: new Set(), names: new Map() };
    spoken.set(key, known);
    for (const one of said) known.contacts.add(one);
    known.names.set(name.join('_'), (known.names.get(name.join('_')) ?? 0) + times);
  }
  const least = Math.max(fewestNamings, leastNamings * contacts);
  const topics = new Map<string, string>();
  for (const [key, { contacts: said, names }] of spoken) {
    const [best] = [...names].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (said.size >= least && best) topics.set(key, best[0]);
  }
  return topics;
}

const isAsk = ({ act }: Sentence) => act.kind === 'request' || act.kind === 'open';

function priorReader(
  topics: ReadonlyMap<string, string>,
  nameOf: NameReader,
  covers: Covers,
): (sentence: Sentence, asks: readonly SentenceAsk[]) => Map<string, number> {
  return (sentence, asks) => {
    const prior = priorOf(sentence, asks);
    const name = isAsk(sentence) ? nameOf(sentence.clause) : null;
    const topic = name && topics.get(topicKey(name));
    return name && topic ? withTopic(prior, asks, topic, name, covers) : prior;
  };
}

/**
 * How each class is used: what answers it, what it is about, which contacts it comes in. A slot that the bot asks for is
 * known by the bot's own questions alone, since whatever is like it has been drawn to it by now.
 */
function usesOf(
  wordings: readonly Seen[],
  labelled: readonly Wording[],
  model: WordingModel,
  nameOf: NameReader,
): Map<string, TopicUse> {
  const uses = new Map<string, TopicUse>();
  const anchored = new Set<TopicUse>();
  for (const wording of wordings) {
    const shares = model.posteriorOf(wording);
    const best = shares.indexOf(Math.max(...shares));
    const name = model.classes[best] ?? asksNothing;
    if (name === asksNothing || name === asksOther) continue;
    const use = uses.get(name) ?? {
      times: 0,
      contacts: new Set(),
      answers: new Map(),
      intents: new Map(),
      codes: new Map(),
      proofs: new Map(),
      names: new Map(),
    };
    uses.set(name, use);
    use.times += wording.times;
    for (const one of wording.contacts) use.contacts.add(one);
    addSubjects(use, wording);
    addAll(use.proofs, wording.proofs);
    const said = wording.asked ? nameOf(wording.sentence.clause) : null;
    if (said) addAll(use.names, new Map([[said.join('_'), wording.times]]));
  }
  const own = new Map<string, number>();
  for (const { label = '' } of labelled) count(own, label);
  for (const wording of labelled) {
    const use = uses.get(wording.label ?? '');
    const n = own.get(wording.label ?? '') ?? 0;
    if (!use || n < fewestOwn) continue;
    if (!anchored.has(use)) {
      anchored.add(use);
      Object.assign(use, { answers: new Map(), intents: new Map(), codes: new Map() });
    }
    addSubjects(use, wording);
  }
  return uses;
}

function addSubjects(use: TopicUse, { answers, about }: Wording): void {
  addAll(use.answers, answers);
  for (const [subject, n] of about)
    addAll(subject.startsWith('intent ') ? use.intents : use.codes, new Map([[subject, n]]));
}

/** Two words say more than one: of all the names that a topic has gathered, the frequent one, longer names first. */
function betterNames(
  uses: ReadonlyMap<string, TopicUse>,
  merges: ReadonlyMap<string, string | null>,
  topics: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): Map<string, string> {
  const better = new Map<string, string>();
  const used = new Set(taken);
  for (const topic of [...topics].filter((one) => !merges.has(one)).sort()) {
    const weigh = ([name, n]: [string, number]) => (name.includes('_') ? longerName * n : n);
    const names = [...(uses.get(topic)?.names ?? [])]
      .filter(([name]) => !used.has(name))
      .sort((a, b) => weigh(b) - weigh(a) || (a[0] < b[0] ? -1 : 1));
    const best = names[0]?.[0] ?? topic;
    used.add(best);
    better.set(topic, best);
  }
  return better;
}

function remembering<Result>(work: (sentence: Sentence) => Result): (sentence: Sentence) => Result {
  const known = new WeakMap<Sentence, Result>();
  return (sentence) => {
    const result = known.get(sentence) ?? work(sentence);
    known.set(sentence, result);
    return result;
  };
}
