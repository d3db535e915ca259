/**
 * What each wording of a contact centre's agents asks for, learned from the centre's own contacts: from what the customers
 * answered, from what the contacts were about, and from the words that wordings share. A mixture with one class a slot
 * and one for asking nothing, fitted by expectation maximisation; where there is little to learn from, the prior stays.
 */
import type { Lexicon } from '../domain/lexicon.js';
import { onePer } from '../lib/memo.js';
import { withPlain } from './answer-form.js';
import { shapesOf } from './answer-shapes.js';
import { readOnce } from './asked-once.js';
import { createFeatureTable } from './feature-table.js';
import type { Forms, Uncalled } from './forms.js';
import { marksOf } from './marked-slots.js';
import { firstTrust, rounds } from './settings.js';
import { type Bags, createBagReader, type ReadShares } from './wording-bags.js';
import { createLearner } from './wording-learner.js';
import { createShareReader, createWordingModel } from './wording-model.js';
import {
  asksNothing,
  type KeptWordings,
  type Tables,
  type VerbatimRates,
  type Wording,
  type WordingModel,
} from './wordings.js';
import { neverYesNo } from './yes-or-no.js';

/** @param tables of an earlier fit of the same wordings to other classes: their features are looked up once */
export function fitWordings(
  wordings: readonly Wording[],
  classes: readonly string[],
  verbatimRates: VerbatimRates,
  forms: Forms,
  contrasts: Lexicon['contrasts'],
  tables: Tables = createTables(),
  uncalled: Uncalled = new Map(),
  dayWords: ReadonlySet<string> = new Set(),
): WordingModel {
  const never = neverYesNo(wordings, classes);
  const shapes = shapesOf(wordings, classes, dayWords);
  const marks = marksOf(classes, contrasts, forms);
  const scales = { classes, verbatimRates, forms, never, shapes, dayWords, marks, uncalled };
  const reader = createBagReader(tables, scales);
  const bags = wordings.map(reader.bagsOf);
  const { learn, learnLast } = createLearner(bags, tables, classes);
  const nothing = classes.indexOf(asksNothing);
  let read: ReadShares = (bags, shares) => initial(bags, shares, nothing);
  for (let round = 0; round < rounds; round++)
    read = readOnce(bags, classes, createShareReader({ ...learn(read), classes }).sharesOfBags);
  return createWordingModel({ ...learnLast(read), ...scales, tables }, reader);
}

/** The model that it was when it was kept. */
export function restoreWordings(
  { places, ...kept }: KeptWordings,
  verbatimRates: VerbatimRates,
  forms: Forms,
): WordingModel {
  const tables = createTables(places);
  const reader = createBagReader(tables, { ...kept, verbatimRates, forms });
  return createWordingModel({ ...kept, tables }, reader);
}

export function createTables(known?: KeptWordings['places']): Tables {
  const words = createFeatureTable(known?.words);
  const answers = createFeatureTable(known?.answers);
  const about = createFeatureTable(known?.about);
  const featuresOf = onePer((wording: Wording) => ({
    words: words.bagOf(wording.words.map((word) => [word, 1])),
    answers: answers.bagOf(plainToo(wording.answers)),
    about: about.bagOf(wording.about),
  }));
  return { words, answers, about, featuresOf };
}

function plainToo(answers: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  for (const [form, n] of answers)
    for (const one of withPlain(form)) seen.set(one, (seen.get(one) ?? 0) + n);
  return seen;
}

/** Only what the prior names; what it leaves open teaches nothing yet. */
function initial({ prior: { at, amounts } }: Bags, shares: Float64Array, nothing: number): void {
  shares.fill(0);
  at.forEach((k, i) => {
    shares[k] = (amounts[i] ?? 0) * (k === nothing ? 1 : firstTrust);
  });
}
