/** Tests suggestions: all together, then without those that the losses point at, and some alone. */
import {
  backtestOf,
  type Change,
  type CrossValidation,
  changesByIntent,
  type Predictions,
} from './cross-validation.js';
import { worseOf } from './gate.js';
import type { Risky } from './risk.js';
import { mostAlone, trialBudget, trialFolds } from './settings.js';

type Named = Risky & { id: string };

export interface TrialOutcome {
  tried: Predictions;
  /** What a person should know of other intents: all changes where it was tested alone, else those that it may be to blame for. */
  changes: readonly Change[];
  /** Alone, or together with the other suggestions for want of time. */
  alone: boolean;
  /** Without it and the others to blame, everything together does better. */
  harmful: boolean;
}

/**
 * Journeys of a new intent are labelled as of none, and what is doubted or stands against the training data would be
 * judged by the very labels that are in question. An answer that is an example of a slot alone is no example of an intent.
 */
export const testable = ({ kind, intent, phrases, risk }: Risky) =>
  phrases.length > 0 &&
  kind !== 'new_intent' &&
  (kind !== 'add_slot_examples' || intent !== undefined) &&
  (risk === undefined || risk === 'thin');

/** @param trainingSize phrases of the present training data. */
export async function tryAll(
  bench: CrossValidation,
  drafts: readonly Named[],
  trainingSize: number,
): Promise<Map<string, TrialOutcome>> {
  const tested = drafts.filter(testable);
  const [only] = tested;
  if (!only) return new Map();
  if (tested.length === 1) return new Map([[only.id, await alone(bench, only)]]);
  const together = await bench.try(tested);
  const harmed = worseOf(changesByIntent(bench, together));
  const blame = (draft: Risky) => harmed.filter((change) => isToBlame(draft, change));
  const blamed = tested.filter((draft) => blame(draft).length > 0);
  const harmful = blamed.length > 0 && (await betterWithout(bench, together, tested, blamed));
  const affordable = Math.floor(trialBudget / (trialFolds * Math.max(1, trainingSize)));
  const first = new Set(
    [...blamed, ...tested].filter(standsAlone).slice(0, Math.min(mostAlone, affordable)),
  );
  const outcomes = new Map<string, TrialOutcome>();
  for (const draft of tested) {
    const changes = blame(draft);
    const guilty = harmful && changes.length > 0;
    outcomes.set(
      draft.id,
      first.has(draft) && !harmful
        ? await alone(bench, draft)
        : { tried: together, changes, alone: false, harmful: guilty },
    );
  }
  return outcomes;
}

/**
 * Out-of-scope examples are one class, in parts only since a person reads so many at a time, and were chosen and trimmed in the
 * company of all others: a part by itself is too few for a class of many things, and would be refused for what all of
 * them together do not lose.
 */
const standsAlone = ({ kind }: Risky) => kind !== 'out_of_scope_phrases';

async function alone(bench: CrossValidation, draft: Risky): Promise<TrialOutcome> {
  const tried = await bench.try([draft]);
  return { tried, changes: changesByIntent(bench, tried), alone: true, harmful: false };
}

/** The lost utterances of another intent are taken for the one that the draft adds to. */
function isToBlame(draft: Risky, { intent, lostTo }: Change): boolean {
  const target = draft.intent ?? null;
  return target !== intent && lostTo[0] === target;
}

async function betterWithout(
  bench: CrossValidation,
  together: Predictions,
  tested: readonly Risky[],
  blamed: readonly Risky[],
): Promise<boolean> {
  const rest = await bench.try(tested.filter((draft) => !blamed.includes(draft)));
  return backtestOf(bench, rest).overall.after >= backtestOf(bench, together).overall.after;
}
