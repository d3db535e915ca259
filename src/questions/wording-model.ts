/** The E step of expectation maximisation over wordings, and the model that comes out of it. */
import { withPlain } from './answer-form.js';
import { shapesGiven } from './answer-shapes.js';
import { addRow, type Bag, type LogRatios } from './feature-table.js';
import {
  aboutTrust,
  answerTrust,
  leastOfOther,
  leastPrior,
  mostOfWords,
  otherShare,
  proofTrust,
  sideQuestionShare,
  unknownShare,
  wordTrust,
} from './settings.js';
import {
  type Amounts,
  addAmounts,
  type BagReader,
  type Prior,
  type ReadShares,
} from './wording-bags.js';
import type { Taught } from './wording-learner.js';
import {
  asksOther,
  isUnknown,
  type KeptWordings,
  type Tables,
  type WordingModel,
  writeCertain,
} from './wordings.js';
import { sideQuestion, yesNo } from './yes-or-no.js';

export interface Learned extends Omit<KeptWordings, 'places'> {
  tables: Tables;
}

/** The E step. */
export function createShareReader({ ratios, sizes, classes }: Taught & Pick<Learned, 'classes'>) {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const other = classes.indexOf(asksOther);
  /** What each class has of what a sentence's own words leave open. */
  const shares = Float64Array.from(classes, (name, k) => {
    if (name === asksOther) return otherShare;
    if (name === sideQuestion) return sideQuestionShare;
    return isUnknown(name) ? unknownShare : ((1 - otherShare) * (sizes[k] ?? 0)) / total;
  });
  const logsOfOpen = createOpenLogs(shares);
  const said = new Float64Array(classes.length);

  /** Writes what the words say by themselves. */
  function start(prior: Prior, words: ArrayLike<number | undefined>, logs: Float64Array): void {
    const { open, at, amounts } = prior;
    logs.set(logsOfOpen(open));
    for (let i = 0; i < at.length; i++) {
      const k = at[i] ?? 0;
      logs[k] = Math.log((amounts[i] ?? 0) + open * (shares[k] ?? 0) + leastPrior);
    }
    said.fill(0);
    for (let i = 0; i < words.length; i++) addRow(said, ratios.words, words[i], wordTrust);
    if (other >= 0) said[other] = Math.max(leastOfOther, said[other] ?? 0);
    for (let k = 0; k < logs.length; k++)
      logs[k] = (logs[k] ?? 0) + Math.max(-mostOfWords, Math.min(mostOfWords, said[k] ?? 0));
  }

  const sharesOfBags: ReadShares = (bags, logs) => {
    const { wording, words, answers, about, prior, witnesses, evidence } = bags;
    if (wording.label !== undefined) {
      writeCertain(wording.label, classes, logs);
      return;
    }
    start(prior, words.ids, logs);
    addMean(logs, ratios.answers, answers, answerTrust * witnesses);
    addMean(logs, ratios.about, about, 2 * aboutTrust * witnesses);
    addAmounts(logs, evidence);
    normalise(logs);
  };

  return { start, sharesOfBags };
}

export function createWordingModel(learned: Learned, reader: BagReader): WordingModel {
  const { ratios, tables, classes, sizes, never, shapes, dayWords, marks, uncalled } = learned;
  const { start, sharesOfBags } = createShareReader(learned);
  return {
    classes,
    wordingOf: (prior, words) => {
      const logs = new Float64Array(classes.length);
      start(reader.priorOf(prior), words.map(tables.words.idOf), logs);
      return { logs, unmarked: reader.unmarkedBy(words) };
    },
    posterior: (wording, { answer, about, proof, denied }) => {
      const logs = wording.logs.slice();
      const seen = answer.flatMap(withPlain);
      for (const form of seen)
        addRow(logs, ratios.answers, tables.answers.idOf(form), answerTrust / seen.length);
      for (const subject of about)
        addRow(logs, ratios.aboutOfAgents, tables.about.idOf(subject), aboutTrust);
      const evidence: Amounts = { at: [], amounts: [] };
      const subjects = new Map(about.map((subject) => [subject, 1]));
      reader.addForms(evidence, subjects, 1);
      reader.addMarks(evidence, wording.unmarked, subjects);
      for (const slot of proof) reader.addAt(evidence, slot, proofTrust);
      for (const slot of denied) reader.addAt(evidence, slot, reader.denial(slot));
      const isYesNo = answer.length > 0 && answer.every((form) => form === yesNo);
      reader.addYesNo(evidence, isYesNo ? 1 : 0);
      const given = shapesGiven(answer);
      if (given !== null)
        reader.addShapes(
          evidence,
          new Map([[given, 1]]),
          answer.map((form) => [form, 1] as const),
          1,
        );
      addAmounts(logs, evidence);
      return normalise(logs);
    },
    posteriorOf: (wording) => {
      const logs = new Float64Array(classes.length);
      sharesOfBags(reader.bagsOf(wording), logs);
      return logs;
    },
    kept: {
      classes,
      ratios,
      sizes,
      never,
      shapes,
      dayWords,
      marks,
      uncalled,
      places: placesOf(tables),
    },
  };
}

/** What each class has where nothing but the open part speaks for it: wordings leave few different parts open. */
function createOpenLogs(shares: Float64Array): (open: number) => Float64Array {
  const known = new Map<number, Float64Array>();
  return (open) => {
    const logs = known.get(open) ?? shares.map((share) => Math.log(open * share + leastPrior));
    known.set(open, logs);
    return logs;
  };
}

const placesOf = ({ words, answers, about }: Tables): KeptWordings['places'] => ({
  words: words.places,
  answers: answers.places,
  about: about.places,
});

function addMean(
  logs: Float64Array,
  ratios: LogRatios,
  { ids, counts }: Bag,
  weight: number,
): void {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i] ?? 0;
  for (let i = 0; i < ids.length; i++)
    addRow(logs, ratios, ids[i], (weight * (counts[i] ?? 0)) / total);
}

function normalise(logs: Float64Array): Float64Array {
  let highest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < logs.length; k++) highest = Math.max(highest, logs[k] ?? 0);
  let sum = 0;
  for (let k = 0; k < logs.length; k++) {
    logs[k] = Math.exp((logs[k] ?? 0) - highest);
    sum += logs[k] ?? 0;
  }
  for (let k = 0; k < logs.length; k++) logs[k] = (logs[k] ?? 0) / sum;
  return logs;
}
