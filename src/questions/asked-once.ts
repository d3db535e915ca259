/**
 * What agents ask for twice in one contact is seldom one slot: "the first night" and "the day you're leaving", each answered by a
 * date, are two, whatever their words have in common.
 */
import { areSameWords, isAnswered } from './answer-form.js';
import { askedAgain, mostAnswered, onceTrust } from './settings.js';
import { toOne } from './shares.js';
import type { Bags, ReadShares } from './wording-bags.js';
import { asksNothing, isUnknown, type Wording } from './wordings.js';

interface Asked {
  answer: readonly string[];
  /** It stands in the agent's first turn. */
  first: boolean;
  wording: Wording;
}

/** Counts the wordings of one contact as beside each other that values answered, the same words apart. @param asked the contact's questions */
export function addBeside(asked: readonly Asked[]): void {
  const answered = asked.filter(isAnswered);
  if (answered.length > mostAnswered) return;
  for (const one of answered)
    for (const other of answered) {
      if (one.wording === other.wording || areSameWords(one.answer, other.answer)) continue;
      const { beside } = one.wording;
      beside.set(other.wording, (beside.get(other.wording) ?? 0) + 1);
    }
}

/**
 * Reads each wording by those that it stands beside, too: the surest of all keeps its slot, and one that is less sure has the less of that slot the oftener
 * it stands beside it. Cost: what `read` costs, and the pairs.
 *
 * @param bags of all wordings
 * @param read by what each says for itself
 */
export function readOnce(
  bags: readonly Bags[],
  classes: readonly string[],
  read: ReadShares,
): ReadShares {
  const slotsAt = classes.flatMap((name, k) =>
    name === asksNothing || isUnknown(name) ? [] : [k],
  );
  const open = bags.flatMap((one) => {
    if (one.wording.label !== undefined) return [];
    const shares = new Float64Array(classes.length);
    read(one, shares);
    return [{ bags: one, shares, doubt: secondOf(shares) }];
  });
  const known = new Map<Wording, Float64Array>();
  for (const { bags: one, shares } of open.sort((a, b) => a.doubt - b.doubt)) {
    known.set(one.wording, shares);
    if (one.wording.beside.size > 0) lessen(one, shares, known, slotsAt);
  }
  return (one, shares) => {
    const found = known.get(one.wording);
    if (found) shares.set(found);
    else read(one, shares);
  };
}

function lessen(
  { wording, witnesses }: Bags,
  shares: Float64Array,
  known: ReadonlyMap<Wording, Float64Array>,
  slotsAt: readonly number[],
): void {
  const taken = new Map<number, number>();
  for (const [other, n] of wording.beside) {
    const its = known.get(other);
    if (!its) continue;
    for (const k of slotsAt) {
      const share = its[k] ?? 0;
      if (share > leastTaken) taken.set(k, (taken.get(k) ?? 0) + n * share);
    }
  }
  if (taken.size === 0) return;
  for (const [k, n] of taken) {
    const part = Math.min(1, n / wording.times);
    shares[k] = (shares[k] ?? 0) * (1 - (1 - askedAgain) * part) ** (onceTrust * witnesses);
  }
  toOne(shares);
}

/** Shares below it take nothing from others. */
const leastTaken = 0.01;

function secondOf(shares: Float64Array): number {
  let [first, second] = [0, 0];
  for (const share of shares)
    if (share > first) [first, second] = [share, first];
    else if (share > second) second = share;
  return second;
}
