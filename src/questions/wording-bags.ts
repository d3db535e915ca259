/** Wordings as a fit reads them: a night's are read sixty times over, and what does not change from round to round is worked out once. */

import { against, withDays } from './answer-shapes.js';
import type { Bag } from './feature-table.js';
import { byForm, type Forms, type Uncalled } from './forms.js';
import type { Mark } from './marked-slots.js';
import {
  formTrust,
  heardRightly,
  markTrust,
  mostIdentity,
  mostWitnesses,
  namedFrom,
  proofTrust,
} from './settings.js';
import { intentOf } from './subjects.js';
import type { Shapes, Tables, VerbatimRates, Wording } from './wordings.js';
import { yesNoShare } from './yes-or-no.js';

/** Amounts by places of classes, to be added in this order. */
export interface Amounts {
  at: number[];
  amounts: number[];
}

/** A wording with its features' places in the tables and its classes' among the classes. */
export interface Bags {
  wording: Wording;
  words: Bag;
  answers: Bag;
  about: Bag;
  prior: Prior;
  /** How much more its sightings are worth than one. */
  witnesses: number;
  /** What its sightings say of the classes beside answers and subjects, as natural logs. */
  evidence: Amounts;
  /** Classes of whose name it says something, or whose value as the bot held it answered it. */
  named: number[];
  /** Those of them of whose name it says more than half, or whose value answered it. */
  called: number[];
  /** Share of its answers that are a yes or no. */
  yesNo: number;
}

/** Writes how far a wording belongs to each class. */
export type ReadShares = (bags: Bags, shares: Float64Array) => void;

/** P(class) before anything was learned, and what it leaves open. */
export interface Prior extends Amounts {
  open: number;
}

/** What wordings are read by beside their own features. */
export interface Scales {
  classes: readonly string[];
  verbatimRates: VerbatimRates;
  forms: Forms;
  /** See `neverYesNo`. */
  never: readonly boolean[];
  /** See `shapesOf`. */
  shapes: readonly Shapes[];
  /** See `dayWordsOf`. */
  dayWords: ReadonlySet<string>;
  /** See `marksOf`. */
  marks: readonly Mark[];
  /** See `uncalledIn`. */
  uncalled: Uncalled;
}

export interface BagReader {
  bagsOf(wording: Wording): Bags;
  priorOf(prior: Wording['prior']): Prior;
  /** What one sighting says of the classes. */
  addForms(amounts: Amounts, about: ReadonlyMap<string, number>, witnesses: number): void;
  /** @param unmarked see `unmarkedBy` */
  addMarks(amounts: Amounts, unmarked: readonly number[], about: ReadonlyMap<string, number>): void;
  addYesNo(amounts: Amounts, share: number): void;
  /** @param given answers by their shapes (see `shapesGiven`) */
  addShapes(
    amounts: Amounts,
    given: ReadonlyMap<string, number>,
    answers: Iterable<readonly [form: string, n: number]>,
    witnesses: number,
  ): void;
  addAt(amounts: Amounts, slot: string, amount: number): void;
  /** ln of how much less likely a slot is, of which the bot held another value than the answer gives. */
  denial(slot: string): number;
  /** Classes whose mark the words do not say. @param words stemmed */
  unmarkedBy(words: readonly string[]): number[];
}

export function createBagReader(
  tables: Tables,
  { classes, verbatimRates, forms, never, shapes, dayWords, marks, uncalled }: Scales,
): BagReader {
  const placeOf = new Map(classes.map((name, k) => [name, k]));
  const neverAt = [...never.keys()].filter((k) => never[k]);
  const denial = (slot: string) => Math.log(1 - heardRightly * (verbatimRates.get(slot) ?? 0));

  function addAt({ at, amounts }: Amounts, slot: string, amount: number): void {
    const place = placeOf.get(slot);
    if (place === undefined) return;
    at.push(place);
    amounts.push(amount);
  }

  /** A slot of the form that the contacts are about is asked for oftener than one of another form, or than one that nobody names there. */
  function addForms(amounts: Amounts, about: ReadonlyMap<string, number>, witnesses: number): void {
    const wanted = wantedIn(about);
    if (wanted.length === 0) return;
    for (const [slot, form] of forms)
      addAt(amounts, slot, formTrust * witnesses * byForm(shareIn(form, wanted)));
    for (const [slot, against] of uncalled)
      addAt(amounts, slot, -meanOver(wanted, (intent) => against.get(intent) ?? 0));
  }

  const markedAt = [...marks.keys()].filter((k) => marks[k] !== null);
  const unmarkedBy = (words: readonly string[]): number[] =>
    markedAt.filter((k) => !words.some((word) => marks[k]?.has(word)));

  /** In the slot's own form nobody needs to say that the new date is meant. */
  function addMarks(
    { at, amounts }: Amounts,
    unmarked: readonly number[],
    about: ReadonlyMap<string, number>,
  ): void {
    if (unmarked.length === 0) return;
    const wanted = wantedIn(about);
    for (const k of unmarked) {
      const form = forms.get(classes[k] ?? '');
      at.push(k);
      amounts.push(-markTrust * (1 - (form ? shareIn(form, wanted) : 0)));
    }
  }

  /** Every contact is a witness of its own: it is the value that the bot held, or another. */
  function addIdentity(amounts: Amounts, { proofs, denials }: Wording): void {
    for (const slot of new Set([...proofs.keys(), ...denials.keys()])) {
      const log = proofTrust * (proofs.get(slot) ?? 0) + denial(slot) * (denials.get(slot) ?? 0);
      addAt(amounts, slot, Math.max(-mostIdentity, Math.min(mostIdentity, log)));
    }
  }

  /** "Do you have new insurance already?" "I think so" asks for no insurer, however near its words are. */
  function addYesNo({ at, amounts }: Amounts, share: number): void {
    if (share === 0) return;
    for (const k of neverAt) {
      at.push(k);
      amounts.push(-mostIdentity * share);
    }
  }

  const shapedAt = [...shapes.keys()].filter((k) => shapes[k]);
  function addShapes(
    { at, amounts }: Amounts,
    plain: ReadonlyMap<string, number>,
    answers: Iterable<readonly [form: string, n: number]>,
    witnesses: number,
  ): void {
    if (plain.size === 0) return;
    const given = withDays(plain, answers, dayWords);
    for (const k of shapedAt) {
      const unlike = against(shapes[k] ?? null, given, witnesses);
      if (unlike === 0) continue;
      at.push(k);
      amounts.push(-unlike);
    }
  }

  function priorOf(prior: Wording['prior']): Prior {
    const known: Prior = { open: 1, at: [], amounts: [] };
    for (const [name, share] of prior) {
      known.open -= share;
      addAt(known, name, share);
    }
    known.open = Math.max(0, known.open);
    return known;
  }

  function bagsOf(wording: Wording): Bags {
    const { answers, given, about, prior, called, proofs, times } = wording;
    const witnesses = Math.sqrt(Math.min(times, mostWitnesses));
    const evidence: Amounts = { at: [], amounts: [] };
    addForms(evidence, about, witnesses);
    addMarks(evidence, unmarkedBy(wording.words), about);
    addIdentity(evidence, wording);
    const yesNo = yesNoShare(answers, given);
    addYesNo(evidence, yesNo);
    addShapes(evidence, given, answers, witnesses);
    const said = [...prior].flatMap(([name, share]) => (share >= namedFrom ? name : []));
    const placesOf = (names: readonly string[]) =>
      [...names, ...proofs.keys()].flatMap((name) => placeOf.get(name) ?? []);
    return {
      wording,
      ...tables.featuresOf(wording),
      prior: priorOf(prior),
      witnesses,
      evidence,
      named: placesOf(said),
      called: placesOf(said.filter((name) => called.has(name))),
      yesNo,
    };
  }

  return { bagsOf, priorOf, addForms, addMarks, addYesNo, addShapes, addAt, denial, unmarkedBy };
}

interface Wanted {
  intent: string;
  n: number;
}

function wantedIn(about: ReadonlyMap<string, number>): Wanted[] {
  const wanted: Wanted[] = [];
  for (const [subject, n] of about) {
    const intent = intentOf(subject);
    if (intent !== undefined) wanted.push({ intent, n });
  }
  return wanted;
}

/** Share of the contacts that are about an intent of the form; 0 where they are about none. */
function shareIn(form: ReadonlySet<string>, wanted: readonly Wanted[]): number {
  return meanOver(wanted, (intent) => Number(form.has(intent)));
}

function meanOver(wanted: readonly Wanted[], amountOf: (intent: string) => number): number {
  let [sum, all] = [0, 0];
  for (const { intent, n } of wanted) {
    all += n;
    sum += n * amountOf(intent);
  }
  return all === 0 ? 0 : sum / all;
}

export function addAmounts(logs: Float64Array, { at, amounts }: Amounts): void {
  for (let i = 0; i < at.length; i++) {
    const k = at[i] ?? 0;
    logs[k] = (logs[k] ?? 0) + (amounts[i] ?? 0);
  }
}
