/**
 * What each wording of a contact centre's agents asks for, learned from the centre's own contacts: from what the customers
 * answered, from what the contacts were about, and from the words that wordings share. A mixture with one class a slot
 * and one for asking nothing, fitted by expectation maximisation; where there is little to learn from, the prior stays.
 */

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
/** A feature of a class counts as if it had been seen so often in the mean of all classes. */
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
  let model = modelFrom(wordings, classes, (wording) => initial(wording, classes));
  for (let round = 0; round < rounds; round++) {
    const before = model;
    model = modelFrom(wordings, classes, before.posteriorOf);
  }
  return model;
}

/** Only what the prior names; what it leaves open teaches nothing yet. */
function initial(wording: Wording, classes: readonly string[]): Float64Array {
  const { label, prior } = wording;
  return Float64Array.from(classes, (name) => {
    if (label !== undefined) return Number(name === label);
    return (prior.get(name) ?? 0) * (name === asksNothing ? 1 : firstTrust);
  });
}

function modelFrom(
  wordings: readonly Wording[],
  classes: readonly string[],
  shareOf: (wording: Wording) => Float64Array,
): WordingModel {
  const words = createTable(classes.length, smoothing.words);
  const answers = createTable(classes.length, smoothing.answers);
  const about = createTable(classes.length, smoothing.about);
  const sizes = new Float64Array(classes.length).fill(0.5);
  const other = classes.indexOf(asksOther);
  for (const wording of wordings) {
    const share = shareOf(wording);
    if (other >= 0) share[other] = 0;
    // A stock phrase is one wording, however often it is said.
    const weight = Math.sqrt(wording.times);
    for (const word of wording.words) words.add(word, share, weight);
    for (const [form, n] of wording.answers) answers.add(form, share, n);
    for (const [subject, n] of wording.about) about.add(subject, share, n);
    if (wording.label === undefined)
      for (let k = 0; k < sizes.length; k++) sizes[k] = (sizes[k] ?? 0) + (share[k] ?? 0) * weight;
  }
  const tables = {
    words: words.logRatios(),
    answers: answers.logRatios(),
    about: about.logRatios(),
  };
  return { classes, ...readers(tables, classes, sizes) };
}

type LogRatios = ReadonlyMap<string, Float64Array>;

function readers(
  tables: Record<'words' | 'answers' | 'about', LogRatios>,
  classes: readonly string[],
  sizes: Float64Array,
): Omit<WordingModel, 'classes'> {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const indexOf = new Map(classes.map((name, k) => [name, k]));

  function start(prior: ReadonlyMap<string, number>, words: readonly string[]): Float64Array {
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
    for (const word of words) addTo(said, tables.words.get(word), wordTrust);
    for (let k = 0; k < logs.length; k++)
      logs[k] = (logs[k] ?? 0) + Math.max(-mostOfWords, Math.min(mostOfWords, said[k] ?? 0));
    return logs;
  }

  return {
    wordingOf: start,
    posterior: (wording, { answer, about, proof }) => {
      const logs = wording.slice();
      for (const form of answer) addTo(logs, tables.answers.get(form), answerTrust / answer.length);
      for (const subject of about) addTo(logs, tables.about.get(subject), aboutTrust);
      for (const slot of proof) addAt(logs, indexOf.get(slot), proofTrust);
      return normalised(logs);
    },
    posteriorOf: ({ words, answers, about, proofs, prior, label, times }) => {
      if (label !== undefined) return Float64Array.from(classes, (name) => Number(name === label));
      const logs = start(prior, words);
      const witnesses = Math.sqrt(Math.min(times, mostWitnesses));
      addMean(logs, tables.answers, answers, answerTrust * witnesses);
      addMean(logs, tables.about, about, 2 * aboutTrust * witnesses);
      for (const [slot, n] of proofs)
        addAt(logs, indexOf.get(slot), (proofTrust * witnesses * n) / times);
      return normalised(logs);
    },
  };
}

function addTo(logs: Float64Array, ratios: Float64Array | undefined, weight: number): void {
  if (!ratios) return;
  for (let k = 0; k < logs.length; k++) logs[k] = (logs[k] ?? 0) + weight * (ratios[k] ?? 0);
}

function addAt(logs: Float64Array, at: number | undefined, amount: number): void {
  if (at !== undefined) logs[at] = (logs[at] ?? 0) + amount;
}

function addMean(
  logs: Float64Array,
  ratios: LogRatios,
  counts: ReadonlyMap<string, number>,
  weight: number,
): void {
  let total = 0;
  for (const n of counts.values()) total += n;
  for (const [feature, n] of counts) addTo(logs, ratios.get(feature), (weight * n) / total);
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

/** Counts of features by class, and log P(feature | class) / P(feature), shrunk towards 0. */
function createTable(classes: number, trust: number) {
  const counts = new Map<string, Float64Array>();
  const totals = new Float64Array(classes);
  let all = 0;
  return {
    add(feature: string, share: Float64Array, weight: number): void {
      let row = counts.get(feature);
      if (!row) {
        row = new Float64Array(classes);
        counts.set(feature, row);
      }
      for (let k = 0; k < classes; k++) {
        const amount = weight * (share[k] ?? 0);
        row[k] = (row[k] ?? 0) + amount;
        totals[k] = (totals[k] ?? 0) + amount;
        all += amount;
      }
    },
    logRatios(): LogRatios {
      const ratios = new Map<string, Float64Array>();
      for (const [feature, row] of counts) {
        const mean = row.reduce((sum, n) => sum + n, 0) / all;
        if (mean === 0) continue;
        ratios.set(
          feature,
          row.map((n, k) => Math.log((n + trust * mean) / ((totals[k] ?? 0) + trust) / mean)),
        );
      }
      return ratios;
    },
  };
}
