/** Gathers the agents' questions of all journeys, and learns from them what each wording asks for and what has no slot yet. */
import type { DefinedSlot } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import type { Language } from '../language/language.js';
import { createFits, type Fits } from './another-slot.js';
import { dayWordsOf, shapesGiven } from './answer-shapes.js';
import { addBeside } from './asked-once.js';
import {
  type Asking,
  createAsking,
  type Joined,
  type SentenceReader,
  type Topics,
} from './asking.js';
import { calledIn, uncalledIn } from './called-by-name.js';
import { isCommonSlot } from './common-slots.js';
import { createEdgeReader, framesIn } from './edges.js';
import { expectedAnswers } from './expected-answers.js';
import { createTables, fitWordings } from './fit-wordings.js';
import type { Forms } from './forms.js';
import { joinsOf, mergesOf } from './merge-topics.js';
import type { Question } from './questions.js';
import { addSighting, count, type Seen } from './seen-wordings.js';
import { answeredShare, fewestLabelled, fewestOwn } from './settings.js';
import { intentOf } from './subjects.js';
import { betterNames, namedTopics } from './topic-names.js';
import { usesOf } from './topic-uses.js';
import { unheardSlots } from './unheard-slots.js';
import { unknownSlots } from './unknown-slots.js';
import {
  asksNothing,
  asksOther,
  isUnknown,
  unseenWording,
  type VerbatimRates,
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
      addBeside(
        questions.map((question) => ({
          ...question,
          wording: addSighting(seen, question, about, contacts),
        })),
      );
    },
    /** What the bot itself asked for, and how it was answered. */
    addLabelled: (label: string, answer: readonly string[], about: readonly string[]): void => {
      const counts = (items: readonly string[]) => new Map(items.map((item) => [item, 1]));
      const given = shapesGiven(answer);
      labelled.push({
        ...unseenWording(),
        answers: counts(answer),
        given: counts(given === null ? [] : [given]),
        about: counts(about),
        label,
      });
    },
    /** null where the bot's own questions are too few to tell what answers each slot: words alone would teach themselves. */
    learn: async (input: LearnInput): Promise<Asking | null> =>
      labelled.length < fewestLabelled
        ? null
        : learnFrom({ all: [...seen.values()], seenAsked: labelled, contacts, subjects }, input),
  };
}

export interface LearnInput {
  slots: readonly DefinedSlot[];
  /** Names of those that neither the definition nor the config has, nor the bot was seen to use. */
  added: ReadonlySet<string>;
  /** Reads by the same slots. */
  sentences: SentenceReader;
  lexicon: Lexicon;
  language: Language;
  verbatimRates: VerbatimRates;
  forms: Forms;
  pause: () => Promise<void>;
}

interface Collected {
  all: readonly Seen[];
  /** What the bot itself asked for. */
  seenAsked: readonly Wording[];
  contacts: number;
  subjects: ReadonlyMap<string, number>;
}

/** What a known slot explains, by its words and answers, is no new one under another name: so topics are named after a first fit. */
async function learnFrom(collected: Collected, input: LearnInput): Promise<Asking> {
  const { pause } = input;
  const ground = groundOf(collected, input);
  await pause();
  const known = fittedTo(new Map(), new Map(), ground).model;
  await pause();
  const topics = newTopics(known, ground);
  await pause();
  const first = fittedTo(topics, new Map(), ground).model;
  await pause();
  const { merged, joined } = sortedOut(topics, first, ground);
  await pause();
  return fittedTo(merged, joined, ground);
}

function groundOf({ all, seenAsked, contacts, subjects }: Collected, input: LearnInput) {
  const { sentences, lexicon, language, forms } = input;
  const own = new Map<string, number>();
  for (const { label = '' } of seenAsked) count(own, label);
  const added = [...input.added].filter((name) => !own.has(name));
  const unheard = unheardSlots(added, all, sentences.itemsOf, contacts);
  const slots = input.slots.filter(({ name }) => !unheard.has(name));
  const taken = new Set(slots.map(({ name }) => name));
  const rarelyAsked = slots.filter(({ name }) => (own.get(name) ?? 0) < fewestOwn);
  // What no class stands for would be taught as nothing at all.
  const known = seenAsked.filter(({ label = '' }) => taken.has(label));
  const labelled = [...known, ...expectedAnswers(rarelyAsked, lexicon, language)];
  const wordings = [...all]
    .sort((a, b) => b.times - a.times || (a.key < b.key ? -1 : 1))
    .slice(0, mostWordings)
    // A list of several is answered by several; what answers what is not known.
    .filter(({ sentence }) => sentences.itemsOf(sentence).length === 1);
  return {
    ...input,
    slots,
    contacts,
    labelled,
    wordings,
    unknown: unknownSlots([...wordings, ...labelled]),
    isEdge: createEdgeReader(wordings),
    tables: createTables(),
    uncalled: uncalledIn(wordings, subjects, slots, forms, lexicon),
    taken,
    dayWords: dayWordsOf(lexicon),
  };
}

type Ground = ReturnType<typeof groundOf>;

/** Labels the wordings in place: their features are looked up once, whatever they are fitted to. */
function fittedTo(topics: Topics, joined: Joined, ground: Ground): Asking {
  const { taken, sentences, verbatimRates, forms, lexicon, wordings, labelled, unknown } = ground;
  const prior = sentences.priorBy(topics, joined);
  for (const wording of wordings) {
    const [item] = sentences.itemsOf(wording.sentence);
    if (ground.isEdge(wording)) wording.label = asksNothing;
    else if (item && (wording.asked || isMostlyAnsweredStatement(wording))) {
      wording.prior = prior(item.sentence, item.asks);
      wording.called = calledIn(item.asks, wording.prior, taken);
    } else wording.label = asksNothing;
  }
  const named = new Set([...taken, ...topics.values()].filter((name) => !joined.has(name)));
  const classes = [asksNothing, asksOther, ...unknown.map(({ label = '' }) => label), ...named];
  const meant = labelled.map((one) => relabelled(one, joined));
  const every = [...wordings, ...meant, ...unknown];
  const { tables, uncalled } = ground;
  const model = fitWordings(
    every,
    classes,
    verbatimRates,
    forms,
    lexicon.contrasts,
    tables,
    uncalled,
    ground.dayWords,
  );
  return createAsking(model, topics, joined, sentences);
}

function newTopics(known: WordingModel, ground: Ground): Topics {
  const { slots, sentences, forms, wordings, contacts, taken } = ground;
  const { nameOf, covers } = sentences;
  const fits = createFits(wordings, forms, nameOf);
  const unexplained = wordings.filter((wording) => wording.asked && isOpen(wording, known, fits));
  const defined = slots.filter(({ prompts, neededBy }) => prompts.length + neededBy.length > 0);
  const isCovered = (name: readonly string[]) => defined.some((slot) => covers(slot.name, name));
  const frames = framesIn(wordings, nameOf);
  const named = namedTopics(unexplained, nameOf, isCovered, frames, contacts);
  return new Map([...named].filter(([, name]) => !taken.has(name)));
}

/** Which topics mean another one or a slot, and which of the slots that every centre has are one of the definition's here. */
function sortedOut(
  topics: Topics,
  model: WordingModel,
  ground: Ground,
): { merged: Topics; joined: Joined } {
  const { slots, sentences, wordings, labelled, contacts, taken } = ground;
  const names = new Set(topics.values());
  const uses = usesOf(wordings, labelled, model, taken, sentences.nameOf);
  const common = slots.filter(isCommonSlot).map(({ name }) => name);
  const joins = joinsOf(uses, common, taken);
  const merges = mergesOf(uses, names, contacts);
  const better = betterNames(uses, merges, names, taken);
  const merged = new Map(
    [...topics].flatMap(([key, name]) => {
      const target = merges.get(name);
      if (target === null) return [];
      return [[key, better.get(target ?? name) ?? joins.get(target ?? name) ?? target ?? name]];
    }),
  );
  return { merged, joined: joins };
}

/** What answers a slot that every centre has answers the one of the definition that it is here. */
function relabelled(wording: Wording, joined: Joined): Wording {
  const meant = joined.get(wording.label ?? '');
  return meant === undefined ? wording : { ...wording, label: meant };
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
