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
import { byForm, type Forms } from './forms.js';

/** The class of what asks for nothing. */
export const asksNothing = '';

/** The class of what asks for something that no class stands for: its words and answers are like anything's. */
export const asksOther = '?';

/** A class of what no slot stands for: in general, or with answers of one shape ("?#date"), as a slot that the definition lacks has. */
export const isUnknown = (name: string): boolean => name.startsWith(asksOther);

/** See `answerForms`: `#date`, `⟨phone`; numbers of whatever length are one shape. */
export function valueShape(form: string): string | null {
  if (/^[#⟨]/.test(form)) return form;
  return /d\d/.test(form) ? 'digits' : null;
}

/** What is seen of one question beside its wording. */
export interface Sighting {
  /** Forms of the answer (see `answerForms`); empty where nobody answered. */
  answer: readonly string[];
  /** What the contact is about: its intent, its wrap-up code. */
  about: readonly string[];
  /** Slots whose value, as the bot held it, is in the answer. */
  proof: readonly string[];
  /** Slots of which the bot held another value than the answer gives. */
  denied: readonly string[];
}

/** One wording with all its sightings. */
export interface Wording {
  words: readonly string[];
  times: number;
  answers: Map<string, number>;
  about: Map<string, number>;
  proofs: Map<string, number>;
  denials: Map<string, number>;
  /** P(class) before anything was learned; what it leaves open goes to all classes. */
  prior: ReadonlyMap<string, number>;
  /** Known for certain: the bot's own prompts. */
  label?: string;
}

/** One of which nothing was seen. */
export const unseenWording = (): Wording => ({
  words: [],
  times: 1,
  answers: new Map(),
  about: new Map(),
  proofs: new Map(),
  denials: new Map(),
  prior: new Map(),
});

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
const mostOfWords = 3;
/** What one answer, or one contact's subject, is worth; many are worth more, up to `mostWitnesses`. */
const answerTrust = 2;
const aboutTrust = 0.6;
const mostWitnesses = 16;
/** Natural log of how much likelier a question is to mean a slot when the bot's value is the answer. */
const proofTrust = 3.5;
/** The bot hears some values wrongly, and customers correct themselves. */
const heardRightly = 0.85;
/** All contacts with a wording together say no more than this. */
const mostIdentity = 8;
const leastPrior = 1e-4;

/** Slot to P(its held value is found in the answer | the answer gives it). */
export type Sayable = ReadonlyMap<string, number>;

export function fitWordings(
  wordings: readonly Wording[],
  classes: readonly string[],
  sayable: Sayable,
  forms: Forms,
): WordingModel {
  const tables: Tables = {
    words: createFeatureTable(classes.length, smoothing.words),
    answers: createFeatureTable(classes.length, smoothing.answers),
    about: createFeatureTable(classes.length, smoothing.about),
  };
  const read = wordings.map((wording) => bagsOf(wording, tables));
  const learnFrom = createLearner(read, tables, classes, sayable, forms);
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
  sayable: Sayable,
  forms: Forms,
): (shareOf: (bags: Bags) => Float64Array) => BagModel {
  const words = tables.words.counter();
  const answers = tables.answers.counter();
  const about = tables.about.counter();
  const counters = [words, answers, about];
  const other = classes.indexOf(asksOther);
  const unknown = classes.flatMap((name, k) => (isUnknown(name) ? [k] : []));
  const learn = (bags: Bags, share: Float64Array, isLabelled: boolean): number => {
    const otherShare = share[other] ?? 0;
    if (!isLabelled) for (const at of unknown) share[at] = 0;
    // A stock phrase is one wording, however often it is said.
    const weight = Math.sqrt(bags.wording.times);
    words.add(bags.words, share, weight);
    answers.add(
      bags.answers,
      isLabelled ? share : share.map((n, k) => (own[k] ? borrowedTrust * n : n)),
      1,
    );
    about.add(bags.about, share, 1);
    if (other >= 0 && otherShare > 0) {
      const bag = shapelessOf(bags.answers);
      const its = certain(asksOther, classes);
      answers.add(bag, its, otherShare);
      const all = bags.answers.counts.reduce((sum, n) => sum + n, 0);
      const part = all === 0 ? 0 : bag.counts.reduce((sum, n) => sum + n, 0) / all;
      words.add(bags.words, its, weight * otherShare * part);
    }
    return weight;
  };
  const shapeless = new Set<number>();
  for (const { wording } of wordings)
    for (const form of wording.answers.keys()) {
      const id = tables.answers.idOf(form);
      if (form.startsWith('~') && id !== undefined) shapeless.add(id);
    }
  const shapelessOf = ({ ids, counts }: Bag): Bag => {
    const keep = [...ids.keys()].filter((i) => shapeless.has(ids[i] ?? -1));
    return {
      ids: Int32Array.from(keep, (i) => ids[i] ?? 0),
      counts: Float64Array.from(keep, (i) => counts[i] ?? 0),
    };
  };
  const own = ownAnswers(wordings, classes);
  const open: Bags[] = [];
  for (const bags of wordings) {
    const { label } = bags.wording;
    if (label === undefined) open.push(bags);
    else learn(bags, certain(label, classes), true);
  }
  for (const counter of counters) counter.keep();
  const usual = answers.shares();
  const expected = classes.map((name) =>
    name === asksNothing || name === asksOther ? null : usual,
  );
  return (shareOf) => {
    for (const counter of counters) counter.reset();
    const sizes = new Float64Array(classes.length).fill(0.5);
    for (const bags of open) {
      const share = shareOf(bags);
      const weight = learn(bags, share, false);
      for (let k = 0; k < sizes.length; k++) sizes[k] = (sizes[k] ?? 0) + (share[k] ?? 0) * weight;
    }
    const ratios = {
      words: words.ratios(),
      answers: onlyShapeless(answers.ratios(expected), other, shapeless),
      about: about.ratios(),
    };
    return readers(ratios, tables, classes, sizes, sayable, forms);
  };
}

/** Agents' answers teach a slot this much where the bot's own questions have taught it: they may be for another one. */
const borrowedTrust = 0.2;
/** Words that no class stands for are at most this unlikely to be asked with: nobody knows them. */
const leastOfOther = -1;
/** Of what a prior leaves open, for each kind of answer that belongs to no slot that is known. */
const unknownShare = 0.1;
/** What the form that a contact is about says of a slot, beside its words and answers. */
const formTrust = 0.7;
/** Answers to the bot's own questions from which they say enough of a slot. */
const fewestOwn = 15;

/** Classes of which so many answers to the bot's own questions are known that the agents' are read by them. */
function ownAnswers(wordings: readonly Bags[], classes: readonly string[]): boolean[] {
  const own = new Map<string, number>();
  for (const { wording, answers } of wordings)
    if (wording.label !== undefined) {
      const given = Math.max(0, ...answers.counts);
      own.set(wording.label, (own.get(wording.label) ?? 0) + given);
    }
  return classes.map((name) => name !== asksNothing && (own.get(name) ?? 0) >= fewestOwn);
}

/** A value speaks neither for nor against what no class stands for. */
const onlyShapeless = (
  ratios: LogRatios,
  other: number,
  shapeless: ReadonlySet<number>,
): LogRatios => ({
  addTo(logs, id, weight) {
    const before = logs[other];
    ratios.addTo(logs, id, weight);
    if (before !== undefined && id !== undefined && !shapeless.has(id)) logs[other] = before;
  },
});

function readers(
  ratios: Record<keyof Tables, LogRatios>,
  tables: Tables,
  classes: readonly string[],
  sizes: Float64Array,
  sayable: Sayable,
  forms: Forms,
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
          open *
            (name === asksOther
              ? otherShare
              : isUnknown(name)
                ? unknownShare
                : ((1 - otherShare) * (sizes[k] ?? 0)) / total) +
          leastPrior,
      ),
    );
    const said = new Float64Array(logs.length);
    for (const word of words) ratios.words.addTo(said, word, wordTrust);
    const at = classes.indexOf(asksOther);
    if (at >= 0) said[at] = Math.max(leastOfOther, said[at] ?? 0);
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
    const wanted = [...wording.about].filter(([subject]) => subject.startsWith('intent '));
    const all = wanted.reduce((sum, [, n]) => sum + n, 0);
    if (all > 0)
      for (const [slot, form] of forms) {
        const own = wanted.reduce((sum, [s, n]) => sum + (form.has(s.slice(7)) ? n : 0), 0);
        addAt(logs, indexOf.get(slot), formTrust * witnesses * byForm(own / all));
      }
    addIdentity(logs, proofs, wording.denials);
    return normalised(logs);
  }

  const denial = (slot: string) => Math.log(1 - heardRightly * (sayable.get(slot) ?? 0));

  /** Every contact is a witness of its own: it is the value that the bot held, or another. */
  function addIdentity(
    logs: Float64Array,
    proofs: ReadonlyMap<string, number>,
    denials: ReadonlyMap<string, number>,
  ): void {
    for (const slot of new Set([...proofs.keys(), ...denials.keys()])) {
      const log = proofTrust * (proofs.get(slot) ?? 0) + denial(slot) * (denials.get(slot) ?? 0);
      addAt(logs, indexOf.get(slot), Math.max(-mostIdentity, Math.min(mostIdentity, log)));
    }
  }

  return {
    classes,
    wordingOf: (prior, words) => start(prior, words.map(tables.words.idOf)),
    posterior: (wording, { answer, about, proof, denied }) => {
      const logs = wording.slice();
      for (const form of answer)
        ratios.answers.addTo(logs, tables.answers.idOf(form), answerTrust / answer.length);
      for (const subject of about) ratios.about.addTo(logs, tables.about.idOf(subject), aboutTrust);
      const wanted = about.find((subject) => subject.startsWith('intent '))?.slice(7);
      if (wanted !== undefined)
        for (const [slot, form] of forms)
          addAt(logs, indexOf.get(slot), formTrust * byForm(Number(form.has(wanted))));
      for (const slot of proof) addAt(logs, indexOf.get(slot), proofTrust);
      for (const slot of denied) addAt(logs, indexOf.get(slot), denial(slot));
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
