/** What wordings teach of their classes, given how far each belongs to which: one half of expectation maximisation. */
import type { Bag, LogRatios } from './feature-table.js';
import { borrowedTrust, fewestOwn, smoothing } from './settings.js';
import type { Bags, ReadShares } from './wording-bags.js';
import {
  asksNothing,
  asksOther,
  isUnknown,
  type KeptWordings,
  type Tables,
  writeCertain,
} from './wordings.js';

/** What was learned of all classes; each round reads by what the one before taught. */
export interface Taught extends Pick<KeptWordings, 'sizes'> {
  ratios: Omit<KeptWordings['ratios'], 'aboutOfAgents'>;
}

export interface Learner {
  learn(read: ReadShares): Taught;
  /** Also what agents' questions are about, which no further round reads. */
  learnLast(read: ReadShares): Pick<KeptWordings, 'ratios' | 'sizes'>;
}

/** What is labelled teaches the same in every round, and is counted once. */
export function createLearner(
  wordings: readonly Bags[],
  tables: Tables,
  classes: readonly string[],
): Learner {
  const words = tables.words.counter(classes.length, smoothing.words);
  const answers = tables.answers.counter(classes.length, smoothing.answers);
  const about = tables.about.counter(classes.length, smoothing.about);
  const counters = [words, answers, about];
  const other = classes.indexOf(asksOther);
  const unknown = classes.flatMap((name, k) => (isUnknown(name) ? [k] : []));
  const trust = createTrust(wordings, classes);
  const shapeless = shapelessForms(wordings, tables);
  const shares = new Float64Array(classes.length);
  const trusted = new Float64Array(classes.length);

  const lessonOf = (bags: Bags): Lesson => {
    const bag = only(bags.answers, shapeless);
    const all = sumOf(bags.answers.counts);
    return {
      bags,
      // A stock phrase is one wording, however often it is said.
      weight: Math.sqrt(bags.wording.times),
      shapeless: { bag, part: all === 0 ? 0 : sumOf(bag.counts) / all },
    };
  };

  /** Teaches by `shares`. */
  function teach({ bags, weight, shapeless: { bag, part } }: Lesson, isLabelled: boolean): void {
    const otherShare = other < 0 ? 0 : (shares[other] ?? 0);
    if (!isLabelled) for (const at of unknown) shares[at] = 0;
    words.add(bags.words, shares, weight);
    if (!isLabelled) trust(bags, shares, trusted);
    answers.add(bags.answers, isLabelled ? shares : trusted, 1);
    about.add(bags.about, shares, 1);
    if (otherShare === 0) return;
    // What no class stands for is known by its courtesies and evasions alone, and by words that nothing but these answers.
    answers.addTo(other, bag, otherShare);
    words.addTo(other, bags.words, weight * otherShare * part);
  }

  for (const bags of wordings) {
    const { label } = bags.wording;
    if (label === undefined) continue;
    writeCertain(label, classes, shares);
    teach(lessonOf(bags), true);
  }
  for (const counter of counters) counter.keep();
  const open = wordings.filter(({ wording }) => wording.label === undefined).map(lessonOf);
  const usual = answers.shares();
  const expected = classes.map((name) =>
    name === asksNothing || name === asksOther ? null : usual,
  );
  /** @param also is shown each wording that is not labelled while `shares` are its own */
  const learnBy = (read: ReadShares, also: (bags: Bags) => void): Taught => {
    for (const counter of counters) counter.reset();
    const sizes = new Float64Array(classes.length).fill(0.5);
    for (const lesson of open) {
      read(lesson.bags, shares);
      teach(lesson, false);
      also(lesson.bags);
      for (let k = 0; k < sizes.length; k++)
        sizes[k] = (sizes[k] ?? 0) + (shares[k] ?? 0) * lesson.weight;
    }
    const ratios = {
      words: words.ratios(),
      answers: onlyShapeless(answers.ratios(expected), classes.length, other, shapeless),
      about: about.ratios(),
    };
    return { ratios, sizes };
  };
  return {
    learn: (read) => learnBy(read, () => undefined),
    learnLast(read) {
      // Where the bot asks for a slot its forms say; agents ask for it in contacts about other intents, too. What wordings mean is learned from both,
      // lest a slot drift to whatever is asked about those; a question is read by what agents' questions are about.
      const ofAgents = tables.about.counter(classes.length, smoothing.about);
      const { ratios, sizes } = learnBy(read, (bags) => ofAgents.add(bags.about, shares, 1));
      return { ratios: { ...ratios, aboutOfAgents: ofAgents.ratios() }, sizes };
    },
  };
}

/** What a wording teaches, with what is the same in every round. */
interface Lesson {
  bags: Bags;
  weight: number;
  /** Its answers that are no value, and their part of all. */
  shapeless: { bag: Bag; part: number };
}

/**
 * How far a wording's answers are taken for those of its classes. A class of which nothing is known but its name learns its answers from wordings that say
 * the name: else it would drift to whatever joined it first. Half a name is said of other things, too: "anyone new since the last run?", which a yes
 * or no answers, names no last sync where others say all of that.
 */
function createTrust(wordings: readonly Bags[], classes: readonly string[]) {
  const own = ownAnswers(wordings, classes);
  const trust = classes.map((name, k) =>
    !own[k] && (name === asksNothing || isUnknown(name)) ? 1 : borrowedTrust,
  );
  const isCalled = new Set(wordings.flatMap(({ called }) => called));
  return ({ named, called, yesNo }: Bags, shares: Float64Array, trusted: Float64Array): void => {
    for (let k = 0; k < shares.length; k++) trusted[k] = (trust[k] ?? 0) * (shares[k] ?? 0);
    for (const k of named)
      if (!own[k] && (yesNo <= 0.5 || called.includes(k) || !isCalled.has(k)))
        trusted[k] = shares[k] ?? 0;
  };
}

/** Places of the forms that are no value: courtesies, evasions, yes and no. */
function shapelessForms(wordings: readonly Bags[], { answers }: Tables): Set<number> {
  const forms = new Set(wordings.flatMap(({ wording }) => [...wording.answers.keys()]));
  return new Set(
    [...forms].flatMap((form) => (form.startsWith('~') ? (answers.idOf(form) ?? []) : [])),
  );
}

function only({ ids, counts }: Bag, places: ReadonlySet<number>): Bag {
  const keep = [...ids.keys()].filter((i) => places.has(ids[i] ?? -1));
  return {
    ids: Int32Array.from(keep, (i) => ids[i] ?? 0),
    counts: Float64Array.from(keep, (i) => counts[i] ?? 0),
  };
}

const sumOf = (counts: Float64Array): number => counts.reduce((sum, n) => sum + n, 0);

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
function onlyShapeless(
  ratios: LogRatios,
  classes: number,
  other: number,
  shapeless: ReadonlySet<number>,
): LogRatios {
  if (other < 0) return ratios;
  for (let row = 0; row * classes < ratios.length; row++)
    if (!shapeless.has(row)) ratios[row * classes + other] = 0;
  return ratios;
}
