/** Sets those out-of-scope examples apart that make the bot refuse what it can do. */
import { prepare, similarity } from '../text/similarity.js';
import { type CrossValidation, folds, type Predictions } from './cross-validation.js';
import type { Drafted } from './decisions.js';
import { testable } from './trials.js';

/** Share of the in-scope texts that may be lost on balance before any example is taken back. */
const bearable = 0.01;
const mostRounds = 6;
/** Phrases that the trainings of all rounds may add up to. */
const trainingBudget = 24_000;

const isOpen = (draft: Drafted) =>
  draft.kind === 'out_of_scope_phrases' && testable(draft) && draft.review.decision === 'pending';

/**
 * Where the bot would understand less with all suggestions than it does now, the out-of-scope examples that are most like the
 * lost texts go, round by round. What is kept is the round with most right answers, where a loss in scope beyond what
 * can be borne counts twice. Cost: a test of everything for each round.
 *
 * @param trainingSize phrases of the present training data
 */
export async function trimOutOfScope(
  bench: CrossValidation,
  drafts: readonly Drafted[],
  trainingSize: number,
): Promise<Drafted[]> {
  const affordable = Math.floor(trainingBudget / (folds * Math.max(1, trainingSize)));
  const rounds = Math.min(mostRounds, Math.max(1, affordable));
  let now = [...drafts];
  let best = { drafts: now, worth: Number.NEGATIVE_INFINITY };
  for (let round = 0; round < rounds && now.some(isOpen); round++) {
    const { lost, excess, right } = effectOf(bench, await bench.try(now.filter(testable)));
    if (right - excess > best.worth) best = { drafts: now, worth: right - excess };
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

/** `excess`: in-scope texts lost on balance, beyond those that can be borne. */
function effectOf({ tests, before }: CrossValidation, after: Predictions) {
  const places = [...tests.keys()];
  const isRight = ({ said }: Predictions, i: number) => said[i] === tests[i]?.intent;
  const inside = places.filter((i) => tests[i]?.intent !== null);
  const count = (tried: Predictions, among: number[]) =>
    among.filter((i) => isRight(tried, i)).length;
  const loss = count(before, inside) - count(after, inside);
  return {
    lost: inside
      .filter((i) => isRight(before, i) && after.said[i] === null)
      .map((i) => tests[i]?.text ?? ''),
    excess: Math.max(0, loss - bearable * inside.length),
    right: count(after, places),
  };
}

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
