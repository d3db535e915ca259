/** What wordings teach of their classes, given how far each belongs to which: one half of expectation maximisation. */
import type { Bag, LogRatios } from './feature-table.js';
import { borrowedTrust, fewestOwn, namedFrom } from './settings.js';
import {
  asksNothing,
  asksOther,
  type Bags,
  certain,
  isUnknown,
  type KeptWordings,
  type Tables,
} from './wordings.js';

/** What was learned of all classes. */
export type Taught = Pick<KeptWordings, 'ratios' | 'sizes'>;

/** What is labelled teaches the same in every round, and is counted once. */
export function createLearner(
  wordings: readonly Bags[],
  tables: Tables,
  classes: readonly string[],
): (shareOf: (bags: Bags) => Float64Array) => Taught {
  const words = tables.words.counter();
  const answers = tables.answers.counter();
  const about = tables.about.counter();
  const counters = [words, answers, about];
  const other = classes.indexOf(asksOther);
  const unknown = classes.flatMap((name, k) => (isUnknown(name) ? [k] : []));
  const own = ownAnswers(wordings, classes);
  const shapeless = shapelessForms(wordings, tables);

  /** What no class stands for is known by its courtesies and evasions alone, and by words that nothing but these answers. */
  function learnOther(bags: Bags, share: number, weight: number): void {
    const bag = only(bags.answers, shapeless);
    const its = certain(asksOther, classes);
    answers.add(bag, its, share);
    const all = sumOf(bags.answers.counts);
    const part = all === 0 ? 0 : sumOf(bag.counts) / all;
    words.add(bags.words, its, weight * share * part);
  }

  function learn(bags: Bags, share: Float64Array, isLabelled: boolean): number {
    const otherShare = share[other] ?? 0;
    if (!isLabelled) for (const at of unknown) share[at] = 0;
    // A stock phrase is one wording, however often it is said.
    const weight = Math.sqrt(bags.wording.times);
    words.add(bags.words, share, weight);
    answers.add(
      bags.answers,
      isLabelled
        ? share
        : share.map((n, k) => (own[k] || !isNamed(bags, k) ? borrowedTrust * n : n)),
      1,
    );
    about.add(bags.about, share, 1);
    if (other >= 0 && otherShare > 0) learnOther(bags, otherShare, weight);
    return weight;
  }

  /** A class of which nothing is known but its name learns its answers from wordings that say the name: else it would drift to whatever joined it first. */
  const isNamed = ({ wording: { prior, proofs } }: Bags, k: number): boolean => {
    const name = classes[k] ?? '';
    return (
      (prior.get(name) ?? 0) >= namedFrom ||
      proofs.has(name) ||
      name === asksNothing ||
      isUnknown(name)
    );
  };

  const open = wordings.filter(({ wording }) => wording.label === undefined);
  for (const bags of wordings) {
    const { label } = bags.wording;
    if (label !== undefined) learn(bags, certain(label, classes), true);
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
      answers: onlyShapeless(answers.ratios(expected), classes.length, other, shapeless),
      about: about.ratios(),
    };
    return { ratios, sizes };
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
  return ratios.map((ratio, at) =>
    at % classes === other && !shapeless.has(Math.floor(at / classes)) ? 0 : ratio,
  );
}
