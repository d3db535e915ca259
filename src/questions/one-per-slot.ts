/** The items of a list ask for different things: no two of them for the same slot. */
import type { Question } from './questions.js';
import { leastLeft } from './settings.js';
import { isUnknown, type WordingModel } from './wordings.js';

/** Positions of the questions that one answer answers, where they are several. */
export function listsAmong(questions: readonly Question[]): number[][] {
  const byTurn = new Map<number, number[]>();
  questions.forEach(({ turn, answers }, i) => {
    if (answers.length > 0) byTurn.set(turn, [...(byTurn.get(turn) ?? []), i]);
  });
  return [...byTurn.values()].filter(({ length }) => length > 1);
}

/**
 * Gives each slot to the item that is the surest to ask for it, and what the others have of it to what they may ask for else.
 *
 * @param items P(class) by each wording of an item; changed in place
 */
export function onePerSlot(
  items: readonly (readonly Float64Array[])[],
  { classes }: Pick<WordingModel, 'classes'>,
): void {
  const open = new Set(items.flatMap((wordings, i) => (wordings.length === 1 ? [i] : [])));
  while (open.size > 1) {
    let best = { item: -1, at: -1, share: 0 };
    for (const item of open)
      items[item]?.[0]?.forEach((share, at) => {
        if (share > best.share) best = { item, at, share };
      });
    open.delete(best.item);
    const name = classes[best.at] ?? '';
    if (name === '' || isUnknown(name)) continue;
    for (const item of open) leaveOut(items[item]?.[0], best.at);
  }
}

function leaveOut(shares: Float64Array | undefined, at: number): void {
  if (!shares) return;
  const rest = Math.max(leastLeft, 1 - (shares[at] ?? 0));
  shares[at] = 0;
  for (let k = 0; k < shares.length; k++) shares[k] = (shares[k] ?? 0) / rest;
}
