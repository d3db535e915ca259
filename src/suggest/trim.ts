/** Sets those out-of-scope examples apart that make the bot refuse what it can do. */
import { prepare, similarity } from '../text/similarity.js';
import {
  type Change,
  type CrossValidation,
  changesByIntent,
  type Predictions,
} from './cross-validation.js';
import type { Drafted } from './decisions.js';
import { worseOf } from './gate.js';
import { bearableShare, mostRounds, trialFolds, trimmingBudget } from './settings.js';
import { testable } from './trials.js';

const isOpen = (draft: Drafted) =>
  draft.kind === 'out_of_scope_phrases' && testable(draft) && draft.review.decision === 'pending';

/**
 * Where the bot would understand less with all suggestions than it does now, or an intent would lose significantly, the
 * out-of-scope examples that are most like the lost texts go, round by round. What is kept is the round with most right answers, where a loss in scope beyond what
 * can be borne counts twice, and one in which no intent loses significantly before any other: the gate would refuse all for it. Cost: a test of everything for each round.
 *
 * @param trainingSize phrases of the present training data
 */
export async function trimOutOfScope(
  bench: CrossValidation,
  drafts: readonly Drafted[],
  trainingSize: number,
): Promise<Drafted[]> {
  const affordable = Math.floor(trimmingBudget / (trialFolds * Math.max(1, trainingSize)));
  const rounds = Math.min(mostRounds, Math.max(1, affordable));
  let now = [...drafts];
  let best = { drafts: now, worth: Number.NEGATIVE_INFINITY };
  for (let round = 0; round < rounds && now.some(isOpen); round++) {
    const { lost, excess, worth } = effectOf(bench, await bench.try(now.filter(testable)));
    if (worth > best.worth) best = { drafts: now, worth };
    if (excess <= 0) break;
    now = withoutNearest(now, lost, Math.ceil(excess));
  }
  return [...best.drafts, ...drafts.flatMap((draft) => takenBack(draft, best.drafts))];
}

/** What a draft has lost, as a draft of its own: a person may still want it. */
function takenBack(draft: Drafted, left: readonly Drafted[]): Drafted[] {
  if (!isOpen(draft)) return [];
  const kept = new Set(left.find(({ id }) => id === draft.id)?.phrases);
  const phrases = draft.phrases.filter((phrase) => !kept.has(phrase));
  if (phrases.length === 0) return [];
  return [
    { ...draft, id: `${draft.id}-cost`, target: `${draft.target}/cost`, phrases, risk: 'cost' },
  ];
}

/** `excess`: in-scope texts lost on balance, beyond those that can be borne, over all or of an intent that loses significantly. */
function effectOf(bench: CrossValidation, after: Predictions) {
  const { tests, before } = bench;
  const places = [...tests.keys()];
  const isRight = ({ said }: Predictions, i: number) => said[i] === tests[i]?.intent;
  const inside = places.filter((i) => tests[i]?.intent !== null);
  const count = (tried: Predictions, among: number[]) =>
    among.filter((i) => isRight(tried, i)).length;
  const excess = count(before, inside) - count(after, inside) - bearableShare * inside.length;
  const worse = worseOf(changesByIntent(bench, after)).filter(({ lostTo: [to] }) => to === null);
  const names = new Set(worse.map(({ intent }) => intent));
  const right = count(after, places) - Math.max(0, excess);
  return {
    lost: inside
      .filter((i) => names.size === 0 || names.has(tests[i]?.intent ?? null))
      .filter((i) => isRight(before, i) && after.said[i] === null)
      .map((i) => tests[i]?.text ?? ''),
    excess: Math.max(0, excess, ...worse.map(aboveChance)),
    worth: worse.length > 0 ? right - places.length : right,
  };
}

/** Losses on balance beyond one standard deviation of so many changes, each as likely a win as a loss. */
const aboveChance = ({ wins, losses }: Change) => losses - wins - Math.sqrt(losses + wins);

/** Without the examples that are nearest to most of the lost texts: as many as account for the excess. */
function withoutNearest(
  drafts: readonly Drafted[],
  lost: readonly string[],
  excess: number,
): Drafted[] {
  const blamed = new Set<string>();
  let explained = 0;
  for (const [text, count] of blameOf(drafts.filter(isOpen), lost)) {
    if (explained >= excess) break;
    blamed.add(text);
    explained += count;
  }
  return drafts.flatMap((draft) => {
    if (!isOpen(draft)) return [draft];
    const phrases = draft.phrases.filter(({ text }) => !blamed.has(text));
    return phrases.length === 0 ? [] : [{ ...draft, phrases }];
  });
}

/** How many of the lost texts are nearest to each example; the most blamed first. */
function blameOf(drafts: readonly Drafted[], lost: readonly string[]): [string, number][] {
  const examples = drafts.flatMap(({ phrases }) =>
    phrases.map(({ text }) => ({ text, prepared: prepare(text), blame: 0 })),
  );
  for (const text of lost) {
    const prepared = prepare(text);
    const near = examples.map((one) => similarity(prepared, one.prepared));
    const nearest = examples[near.indexOf(Math.max(...near))];
    if (nearest) nearest.blame++;
  }
  return examples
    .sort((a, b) => b.blame - a.blame)
    .filter(({ blame }) => blame > 0)
    .map(({ text, blame }) => [text, blame]);
}
