/** Gathers the agents' questions of all journeys, and learns from them what each wording asks for and what has no slot yet. */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import type { Language } from '../language/language.js';
import { createFits, type Fits } from './another-slot.js';
import { type Asking, createAsking, type SentenceReader } from './asking.js';
import { uncalledIn } from './called-by-name.js';
import { createEdgeReader, framesIn } from './edges.js';
import { expectedAnswers } from './expected-answers.js';
import { createTables, fitWordings } from './fit-wordings.js';
import type { Forms } from './forms.js';
import { addAll, mergesOf, type TopicUse } from './merge-topics.js';
import type { Question } from './questions.js';
import { addSighting, count, type Seen } from './seen-wordings.js';
import { answeredShare, fewestLabelled, fewestOwn, unknownTrust } from './settings.js';
import { intentOf } from './subjects.js';
import { betterNames, namedTopics } from './topic-names.js';
import type { NameReader } from './topics.js';
import {
  asksNothing,
  asksOther,
  isUnknown,
  type Sayable,
  unseenWording,
  valueShape,
  type Wording,
  type WordingModel,
} from './wordings.js';

/** Beyond this many, the rarest wordings teach nothing that the others do not. */
const mostWordings = 15_000;

export function createWordingCollector() {
  const seen = new Map<string, Seen>();
  const labelled: Wording[] = [];
  let contacts = 0;
  const subjects = new Map<string, number>();
  return {
    add(questions: readonly Question[], about: readonly string[]): void {
      contacts += 1;
      for (const subject of about) {
        const intent = intentOf(subject);
        if (intent !== undefined) count(subjects, intent);
      }
      for (const question of questions) addSighting(seen, question, about, contacts);
    },
    /** What the bot itself asked for, and how it was answered. */
    addLabelled: (label: string, answer: readonly string[], about: readonly string[]): void => {
      const counts = (items: readonly string[]) => new Map(items.map((item) => [item, 1]));
      labelled.push({ ...unseenWording(), answers: counts(answer), about: counts(about), label });
    },
    /**
     * null where the bot's own questions are too few to tell what answers each slot: words alone would teach themselves.
     * @param sentences reads by the same slots
     */
    learn: async (
      slots: readonly DefinedSlot[],
      sentences: SentenceReader,
      words: Words,
      sayable: Sayable,
      forms: Forms,
      pause: () => Promise<void>,
    ): Promise<Asking | null> =>
      labelled.length < fewestLabelled
        ? null
        : learnFrom(
            { all: [...seen.values()], seenAsked: labelled, contacts, subjects },
            slots,
            sentences,
            words,
            sayable,
            forms,
            pause,
          ),
  };
}

interface Words {
  lexicon: Lexicon;
  language: Language;
}

interface Collected {
  all: readonly Seen[];
  /** What the bot itself asked for. */
  seenAsked: readonly Wording[];
  contacts: number;
  subjects: ReadonlyMap<string, number>;
}

async function learnFrom(
  { all, seenAsked, contacts, subjects }: Collected,
  slots: readonly DefinedSlot[],
  sentences: SentenceReader,
  { lexicon, language }: Words,
  sayable: Sayable,
  forms: Forms,
  pause: () => Promise<void>,
): Promise<Asking> {
  const { nameOf, covers, itemsOf } = sentences;
  const own = new Map<string, number>();
  for (const { label = '' } of seenAsked) count(own, label);
  const unheard = slots.filter(({ name }) => (own.get(name) ?? 0) < fewestOwn);
  const labelled = [...seenAsked, ...expectedAnswers(unheard, lexicon, language)];
  const wordings = [...all]
    .sort((a, b) => b.times - a.times || (a.key < b.key ? -1 : 1))
    .slice(0, mostWordings)
    // A list of several is answered by several; what answers what is not known.
    .filter(({ sentence }) => itemsOf(sentence).length === 1);
  const defined = slots.filter(({ prompts, neededBy }) => prompts.length + neededBy.length > 0);
  const isCovered = (name: readonly string[]) => defined.some((slot) => covers(slot.name, name));
  const unknown = unknownSlots([...wordings, ...labelled]);
  const topics = new Map<string, string>();
  const taken = new Set(slots.map(({ name }) => name));

  const isEdge = createEdgeReader(wordings);
  const tables = createTables();

  const uncalled = uncalledIn(wordings, subjects, slots, forms, lexicon);
  const fitted = (): Asking => {
    const prior = sentences.priorBy(topics);
    for (const wording of wordings) {
      const [item] = itemsOf(wording.sentence);
      if (isEdge(wording)) wording.label = asksNothing;
      else if (item && (wording.asked || isMostlyAnsweredStatement(wording)))
        wording.prior = prior(item.sentence, item.asks);
      else wording.label = asksNothing;
    }
    const named = new Set([...slots.map(({ name }) => name), ...topics.values()]);
    const classes = [asksNothing, asksOther, ...unknown.map(({ label = '' }) => label), ...named];
    const every = [...wordings, ...labelled, ...unknown];
    const model = fitWordings(every, classes, sayable, forms, lexicon.contrasts, tables, uncalled);
    return createAsking(model, topics, sentences);
  };
  // What a known slot explains, by its words and answers, is no new one under another name.
  await pause();
  const known = fitted().model;
  await pause();
  const fits = createFits(wordings, forms, nameOf);
  const unexplained = wordings.filter((wording) => wording.asked && isOpen(wording, known, fits));
  for (const [key, name] of namedTopics(
    unexplained,
    nameOf,
    isCovered,
    framesIn(wordings, nameOf),
    contacts,
  ))
    if (!taken.has(name)) topics.set(key, name);
  await pause();
  const first = fitted();
  await pause();
  const uses = usesOf(wordings, labelled, first.model, nameOf);
  const merges = mergesOf(uses, new Set(topics.values()), contacts);
  const better = betterNames(uses, merges, new Set(topics.values()), taken);
  for (const [key, name] of topics) {
    const target = merges.get(name);
    if (target === null) topics.delete(key);
    else topics.set(key, better.get(target ?? name) ?? target ?? name);
  }
  await pause();
  return fitted();
}

/** "I'm down to the type of supply" asks for nothing by its form, but for whatever other sentences ask for in the same words. */
const isMostlyAnsweredStatement = ({ sentence, answered, times }: Seen) =>
  sentence.act.kind === 'statement' && answered >= answeredShare * times;

/** No slot is as likely as not what it asks for. */
function isOpen(wording: Seen, model: WordingModel, fits: Fits): boolean {
  const shares = model.posteriorOf(wording);
  let known = 0;
  model.classes.forEach((name, k) => {
    const isSlot = name !== asksNothing && !isUnknown(name);
    if (isSlot && fits(name, wording.sentence)) known += shares[k] ?? 0;
  });
  return known < 0.5;
}

/** A class for each shape of values: that dates answer a wording does not make it the definition's only date. */
function unknownSlots(wordings: readonly Wording[]): Wording[] {
  const shapes = new Map<string, Map<string, number>>();
  for (const { answers } of wordings)
    for (const [form, n] of answers) {
      const shape = valueShape(form);
      if (shape === null) continue;
      const forms = shapes.get(shape) ?? new Map<string, number>();
      shapes.set(shape, forms.set(form, (forms.get(form) ?? 0) + n));
    }
  return [...shapes].map(([shape, forms]) => {
    const all = [...forms.values()].reduce((sum, n) => sum + n, 0);
    const answers = new Map([...forms].map(([form, n]) => [form, (unknownTrust * n) / all]));
    return { ...unseenWording(), label: `${asksOther}${shape}`, answers };
  });
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
    if (name === asksNothing || isUnknown(name)) continue;
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
    addAll(intentOf(subject) === undefined ? use.codes : use.intents, new Map([[subject, n]]));
}
