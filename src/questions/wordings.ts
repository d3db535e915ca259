/**
 * What each wording of a contact centre's agents asks for, learned from the centre's own contacts: from what the customers
 * answered, from what the contacts were about, and from the words that wordings share. A mixture with one class a slot
 * and one for asking nothing, fitted by expectation maximisation; where there is little to learn from, the prior stays.
 */

import {
  type Bag,
  createFeatureTable,
  type FeatureTable,
  type LogRatios,
} from './feature-table.js';

/** The class of what asks for nothing. */
export const asksNothing = '';

/** The class of what asks for something that no class stands for: its words and answers are like anything's. */
export const asksOther = '?';

/** What is seen of one question beside its wording. */
export interface Sighting {
  /** Forms of the answer (see `answerForms`); empty where nobody answered. */
  answer: readonly string[];
  /** What the contact is about: its intent, its wrap-up code. */
  about: readonly string[];
  /** Slots whose value, as the bot held it, is in the answer. */
  proof: readonly string[];
}

/** One wording with all its sightings. */
export interface Wording {
  words: readonly string[];
  times: number;
  answers: Map<string, number>;
  about: Map<string, number>;
  proofs: Map<string, number>;
  /** P(class) before anything was learned; what it leaves open goes to all classes. */
  prior: ReadonlyMap<string, number>;
  /** Known for certain: the bot's own prompts. */
  label?: string;
}

export interface WordingModel {
  classes: readonly string[];
  /** ln P(class, wording), up to a constant, in the order of `classes`: all that a wording says by itself. */
  wordingOf(prior: Wording['prior'], words: readonly string[]): Float64Array;
  /** P(class | wording, sighting). */
  posterior(wording: Float64Array, sighting: Sighting): Float64Array;
  posteriorOf(wording: Wording): Float64Array;
}

const rounds = 8;
/** What the bot's own questions teach comes first: a slot's wordings join it where their answers are like those. */
const firstTrust = 0.3;
/** Of what a prior leaves open, this much is for what no class stands for. */
const otherShare = 0.5;
/** See `createFeatureTable`. */
const smoothing = { words: 60, answers: 12, about: 12 };
/** Words come in more than one feature each, and are no independent witnesses. */
const wordTrust = 0.5;
const mostOfWords = 4;
/** What one answer, or one contact's subject, is worth; many are worth more, up to `mostWitnesses`. */
const answerTrust = 1.6;
const aboutTrust = 0.6;
const mostWitnesses = 16;
/** Natural log of how much likelier a question is to mean a slot when the bot's value is the answer. */
const proofTrust = 3.5;
const leastPrior = 1e-4;

export function fitWordings(
  wordings: readonly Wording[],
  classes: readonly string[],
): WordingModel {
  const tables: Tables = {
    words: createFeatureTable(classes.length, smoothing.words),
    answers: createFeatureTable(classes.length, smoothing.answers),
    about: createFeatureTable(classes.length, smoothing.about),
  };
  const read = wordings.map((wording) => bagsOf(wording, tables));
  const learnFrom = createLearner(read, tables, classes);
  let model = learnFrom(({ wording }) => initial(wording, classes));
  for (let round = 0; round < rounds; round++) model = learnFrom(model.posteriorOfBags);
  return model;
}

type Tables = Record<'words' | 'answers' | 'about', FeatureTable>;

/** A wording with its features' places in the tables: strings are looked up once, not in every round. */
interface Bags {
  wording: Wording;
  words: Bag;
  answers: Bag;
  about: Bag;
}

const bagsOf = (wording: Wording, tables: Tables): Bags => ({
  wording,
  words: tables.words.bagOf(wording.words.map((word) => [word, 1])),
  answers: tables.answers.bagOf(wording.answers),
  about: tables.about.bagOf(wording.about),
});

/** Only what the prior names; what it leaves open teaches nothing yet. */
function initial({ prior }: Wording, classes: readonly string[]): Float64Array {
  return Float64Array.from(
    classes,
    (name) => (prior.get(name) ?? 0) * (name === asksNothing ? 1 : firstTrust),
  );
}

const certain = (label: string, classes: readonly string[]) =>
  Float64Array.from(classes, (name) => Number(name === label));

interface BagModel extends WordingModel {
  posteriorOfBags(bags: Bags): Float64Array;
}

/** What is labelled teaches the same in every round, and is counted once. */
function createLearner(
  wordings: readonly Bags[],
  tables: Tables,
  classes: readonly string[],
): (shareOf: (bags: Bags) => Float64Array) => BagModel {
  const words = tables.words.counter();
  const answers = tables.answers.counter();
  const about = tables.about.counter();
  const counters = [words, answers, about];
  const other = classes.indexOf(asksOther);
  const learn = (bags: Bags, share: Float64Array): number => {
    if (other >= 0) share[other] = 0;
    // A stock phrase is one wording, however often it is said.
    const weight = Math.sqrt(bags.wording.times);
    words.add(bags.words, share, weight);
    answers.add(bags.answers, share, 1);
    about.add(bags.about, share, 1);
    return weight;
  };
  const open: Bags[] = [];
  for (const bags of wordings) {
    const { label } = bags.wording;
    if (label === undefined) open.push(bags);
    else learn(bags, certain(label, classes));
  }
  for (const counter of counters) counter.keep();
  return (shareOf) => {
    for (const counter of counters) counter.reset();
    const sizes = new Float64Array(classes.length).fill(0.5);
    for (const bags of open) {
      const share = shareOf(bags);
      const weight = learn(bags, share);
      for (let k = 0; k < sizes.length; k++) sizes[k] = (sizes[k] ?? 0) + (share[k] ?? 0) * weight;
    }
    const ratios = { words: words.ratios(), answers: answers.ratios(), about: about.ratios() };
    return readers(ratios, tables, classes, sizes);
  };
}

function readers(
  ratios: Record<keyof Tables, LogRatios>,
  tables: Tables,
  classes: readonly string[],
  sizes: Float64Array,
): BagModel {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const indexOf = new Map(classes.map((name, k) => [name, k]));

  function start(
    prior: ReadonlyMap<string, number>,
    words: Iterable<number | undefined>,
  ): Float64Array {
    let open = 1;
    for (const share of prior.values()) open -= share;
    open = Math.max(0, open);
    const logs = Float64Array.from(classes, (name, k) =>
      Math.log(
        (prior.get(name) ?? 0) +
          open * (name === asksOther ? otherShare : ((1 - otherShare) * (sizes[k] ?? 0)) / total) +
          leastPrior,
      ),
    );
    const said = new Float64Array(logs.length);
    for (const word of words) ratios.words.addTo(said, word, wordTrust);
    for (let k = 0; k < logs.length; k++)
      logs[k] = (logs[k] ?? 0) + Math.max(-mostOfWords, Math.min(mostOfWords, said[k] ?? 0));
    return logs;
  }

  function posteriorOfBags({ wording, words, answers, about }: Bags): Float64Array {
    const { label, prior, proofs, times } = wording;
    if (label !== undefined) return certain(label, classes);
    const logs = start(prior, words.ids);
    const witnesses = Math.sqrt(Math.min(times, mostWitnesses));
    addMean(logs, ratios.answers, answers, answerTrust * witnesses);
    addMean(logs, ratios.about, about, 2 * aboutTrust * witnesses);
    for (const [slot, n] of proofs)
      addAt(logs, indexOf.get(slot), (proofTrust * witnesses * n) / times);
    return normalised(logs);
  }

  return {
    classes,
    wordingOf: (prior, words) => start(prior, words.map(tables.words.idOf)),
    posterior: (wording, { answer, about, proof }) => {
      const logs = wording.slice();
      for (const form of answer)
        ratios.answers.addTo(logs, tables.answers.idOf(form), answerTrust / answer.length);
      for (const subject of about) ratios.about.addTo(logs, tables.about.idOf(subject), aboutTrust);
      for (const slot of proof) addAt(logs, indexOf.get(slot), proofTrust);
      return normalised(logs);
    },
    posteriorOf: (wording) => posteriorOfBags(bagsOf(wording, tables)),
    posteriorOfBags,
  };
}

function addAt(logs: Float64Array, at: number | undefined, amount: number): void {
  if (at !== undefined) logs[at] = (logs[at] ?? 0) + amount;
}

function addMean(
  logs: Float64Array,
  ratios: LogRatios,
  { ids, counts }: Bag,
  weight: number,
): void {
  let total = 0;
  for (const n of counts) total += n;
  for (let i = 0; i < ids.length; i++)
    ratios.addTo(logs, ids[i], (weight * (counts[i] ?? 0)) / total);
}

function normalised(logs: Float64Array): Float64Array {
  const highest = Math.max(...logs);
  let sum = 0;
  for (let k = 0; k < logs.length; k++) {
    logs[k] = Math.exp((logs[k] ?? 0) - highest);
    sum += logs[k] ?? 0;
  }
  for (let k = 0; k < logs.length; k++) logs[k] = (logs[k] ?? 0) / sum;
  return logs;
}
