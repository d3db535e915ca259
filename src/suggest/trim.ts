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
import { bearableShare, chanceOfLive, mostRounds, trialFolds, trimmingBudget } from './settings.js';
import { testable } from './trials.js';

const isOpen = (draft: Drafted) =>
  draft.kind === 'out_of_scope_phrases' && testable(draft) && draft.review.decision === 'pending';

/**
 * Where the bot would understand less with all suggestions than it does now, or an intent would lose significantly, the
 * out-of-scope examples that are most like the lost texts go, round by round. What is kept is the round of most worth: the gate would refuse all where an intent
 * loses significantly. Cost: a test of everything for each round.
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

/**
 * `excess`: in-scope texts lost on balance beyond those that can be borne: of all, of live requests surely, or of an intent
 * that loses significantly. `worth`: right answers, where the first of these counts twice and the other two before all else.
 */
function effectOf(bench: CrossValidation, after: Predictions) {
  const { tests } = bench;
  const inside = [...tests.keys()].filter((i) => tests[i]?.intent !== null);
  const live = inside.filter((i) => tests[i]?.live);
  const [ofAll, ofLive] = [lossOf(bench, after, inside), lossOf(bench, after, live)];
  const surely = Math.max(0, ofLive.beyond - chanceOfLive * Math.sqrt(ofLive.changed));
  const worse = worseOf(changesByIntent(bench, after)).filter(({ lostTo: [to] }) => to === null);
  const names = new Set(worse.map(({ intent }) => intent));
  const excess = Math.max(0, ofAll.beyond, surely);
  const barred = tests.length * (surely + (worse.length > 0 ? tests.length : 0));
  return {
    lost: (surely > 0 ? ofLive : ofAll).refused
      .filter((i) => names.size === 0 || names.has(tests[i]?.intent ?? null))
      .map((i) => tests[i]?.text ?? ''),
    excess: Math.max(excess, ...worse.map(aboveChance)),
    worth: tests.filter(({ intent }, i) => after.said[i] === intent).length - excess - barred,
  };
}

/** What becomes of these tests: the loss on balance beyond what can be borne, how many change, and which right ones are refused now. */
function lossOf({ tests, before }: CrossValidation, after: Predictions, among: readonly number[]) {
  const isRight = ({ said }: Predictions, i: number) => said[i] === tests[i]?.intent;
  const lost = among.filter((i) => isRight(before, i) && !isRight(after, i));
  const won = among.filter((i) => !isRight(before, i) && isRight(after, i));
  return {
    beyond: lost.length - won.length - bearableShare * among.length,
    changed: lost.length + won.length,
    refused: lost.filter((i) => after.said[i] === null),
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
