/** The E step of expectation maximisation over wordings, and the model that comes out of it. */
import { addRow, type Bag, type LogRatios } from './feature-table.js';
import { byForm, type Forms } from './forms.js';
import {
  aboutTrust,
  answerTrust,
  formTrust,
  heardRightly,
  leastOfOther,
  leastPrior,
  mostIdentity,
  mostOfWords,
  mostWitnesses,
  otherShare,
  proofTrust,
  unknownShare,
  wordTrust,
} from './settings.js';
import { intentOf } from './subjects.js';
import {
  asksOther,
  type Bags,
  bagsOf,
  certain,
  isUnknown,
  type KeptWordings,
  type Sayable,
  type Tables,
  type WordingModel,
} from './wordings.js';
import { yesNo, yesNoShare } from './yes-or-no.js';

export interface BagModel extends WordingModel {
  posteriorOfBags(bags: Bags): Float64Array;
}

export interface Learned extends Omit<KeptWordings, 'places'> {
  tables: Tables;
  sayable: Sayable;
  forms: Forms;
}

export function createWordingModel(learned: Learned): BagModel {
  const { ratios, tables, classes, sizes, sayable, forms, never } = learned;
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const indexOf = new Map(classes.map((name, k) => [name, k]));
  const other = classes.indexOf(asksOther);
  /** What each class has of what a sentence's own words leave open. */
  const shares = classes.map((name, k) => {
    if (name === asksOther) return otherShare;
    return isUnknown(name) ? unknownShare : ((1 - otherShare) * (sizes[k] ?? 0)) / total;
  });

  function start(
    prior: ReadonlyMap<string, number>,
    words: Iterable<number | undefined>,
  ): Float64Array {
    let open = 1;
    for (const share of prior.values()) open -= share;
    open = Math.max(0, open);
    const logs = new Float64Array(classes.length);
    for (let k = 0; k < logs.length; k++)
      logs[k] = Math.log((prior.get(classes[k] ?? '') ?? 0) + open * (shares[k] ?? 0) + leastPrior);
    const said = new Float64Array(logs.length);
    for (const word of words) addRow(said, ratios.words, word, wordTrust);
    if (other >= 0) said[other] = Math.max(leastOfOther, said[other] ?? 0);
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
    addForms(logs, wording.about, witnesses);
    addIdentity(logs, proofs, wording.denials);
    addYesNo(logs, yesNoShare(wording.answers));
    return normalised(logs);
  }

  /** A slot of the form that the contacts are about is asked for oftener than one of another form. */
  function addForms(
    logs: Float64Array,
    about: ReadonlyMap<string, number>,
    witnesses: number,
  ): void {
    const wanted = [...about].flatMap(([subject, n]) => {
      const intent = intentOf(subject);
      return intent === undefined ? [] : { intent, n };
    });
    const all = wanted.reduce((sum, { n }) => sum + n, 0);
    if (all === 0) return;
    for (const [slot, form] of forms) {
      const own = wanted.reduce((sum, { intent, n }) => sum + (form.has(intent) ? n : 0), 0);
      addAt(logs, indexOf.get(slot), formTrust * witnesses * byForm(own / all));
    }
  }

  /** "Do you have new insurance already?" "I think so" asks for no insurer, however near its words are. */
  function addYesNo(logs: Float64Array, share: number): void {
    if (share === 0) return;
    for (const [k, isNever] of never.entries()) if (isNever) addAt(logs, k, -mostIdentity * share);
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
        addRow(logs, ratios.answers, tables.answers.idOf(form), answerTrust / answer.length);
      for (const subject of about)
        addRow(logs, ratios.about, tables.about.idOf(subject), aboutTrust);
      addForms(logs, new Map(about.map((subject) => [subject, 1])), 1);
      for (const slot of proof) addAt(logs, indexOf.get(slot), proofTrust);
      for (const slot of denied) addAt(logs, indexOf.get(slot), denial(slot));
      addYesNo(logs, answer.length > 0 && answer.every((form) => form === yesNo) ? 1 : 0);
      return normalised(logs);
    },
    posteriorOf: (wording) => posteriorOfBags(bagsOf(wording, tables)),
    posteriorOfBags,
    kept: { classes, ratios, sizes, never, places: placesOf(tables) },
  };
}

const placesOf = ({ words, answers, about }: Tables): KeptWordings['places'] => ({
  words: words.places,
  answers: answers.places,
  about: about.places,
});

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
    addRow(logs, ratios, ids[i], (weight * (counts[i] ?? 0)) / total);
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
