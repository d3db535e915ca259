/**
 * What each wording of a contact centre's agents asks for, learned from the centre's own contacts: from what the customers
 * answered, from what the contacts were about, and from the words that wordings share. A mixture with one class a slot
 * and one for asking nothing, fitted by expectation maximisation; where there is little to learn from, the prior stays.
 */
import { createFeatureTable } from './feature-table.js';
import type { Forms } from './forms.js';
import { firstTrust, rounds, smoothing } from './settings.js';
import { createLearner } from './wording-learner.js';
import { createWordingModel } from './wording-model.js';
import {
  asksNothing,
  bagsOf,
  type KeptWordings,
  type Sayable,
  type Tables,
  type Wording,
  type WordingModel,
} from './wordings.js';
import { neverYesNo } from './yes-or-no.js';

export function fitWordings(
  wordings: readonly Wording[],
  classes: readonly string[],
  sayable: Sayable,
  forms: Forms,
): WordingModel {
  const tables = createTables(classes.length);
  const read = wordings.map((wording) => bagsOf(wording, tables));
  const learn = createLearner(read, tables, classes);
  const never = neverYesNo(wordings, classes);
  const modelBy = (shareOf: Parameters<typeof learn>[0]) =>
    createWordingModel({ ...learn(shareOf), tables, classes, sayable, forms, never });
  let model = modelBy(({ wording }) => initial(wording, classes));
  for (let round = 0; round < rounds; round++) model = modelBy(model.posteriorOfBags);
  return model;
}

/** The model that it was when it was kept. */
export function restoreWordings(
  { places, ...kept }: KeptWordings,
  sayable: Sayable,
  forms: Forms,
): WordingModel {
  const tables = createTables(kept.classes.length, places);
  return createWordingModel({ ...kept, tables, sayable, forms });
}

const createTables = (classes: number, known?: KeptWordings['places']): Tables => ({
  words: createFeatureTable(classes, smoothing.words, known?.words),
  answers: createFeatureTable(classes, smoothing.answers, known?.answers),
  about: createFeatureTable(classes, smoothing.about, known?.about),
});

/** Only what the prior names; what it leaves open teaches nothing yet. */
function initial({ prior }: Wording, classes: readonly string[]): Float64Array {
  return Float64Array.from(
    classes,
    (name) => (prior.get(name) ?? 0) * (name === asksNothing ? 1 : firstTrust),
  );
}
