/** A slot is asked for once: by one item of a list, and of a contact by one question that a value answers. */
import { areSameWords, isAnswered } from './answer-form.js';
import type { Question } from './questions.js';
import { askedAgain, leastLeft, mostAnswered, surelyAnswered } from './settings.js';
import { toOne } from './shares.js';
import { isUnknown, type WordingModel } from './wordings.js';

type Classes = Pick<WordingModel, 'classes'>;
/** P(class) by each wording of a question; changed in place. */
type Wordings = readonly Float64Array[];

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
 * @param items of one list
 */
export function onePerSlot(items: readonly Wordings[], { classes }: Classes): void {
  for (const { at, open } of surestFirst(items)) {
    if (!isSlot(classes[at])) continue;
    for (const item of open) leaveOut(items[item]?.[0], at);
  }
}

/**
 * An agent who was given a value asks for the next slot: "the destination, please" does not ask for the station that was given before. Seldom is it
 * the same again in other words, for a value that was not understood.
 *
 * @param questions of one contact
 * @param shares of each question
 */
export function onceAnswered(
  questions: readonly Pick<Question, 'answer' | 'first'>[],
  shares: readonly Wordings[],
  { classes }: Classes,
): void {
  const answered = [...questions.keys()].filter((i) => isAnswered(questions[i]));
  if (answered.length > mostAnswered) return;
  const items = answered.map((i) => shares[i] ?? []);
  const answerOf = (item: number) => questions[answered[item] ?? -1]?.answer ?? [];
  for (const { item, at, share, open } of surestFirst(items)) {
    if (!isSlot(classes[at]) || share < surelyAnswered) continue;
    for (const other of open)
      if (!areSameWords(answerOf(item), answerOf(other)))
        lessen(items[other]?.[0], at, 1 - (1 - askedAgain) * share);
  }
}

interface Surest {
  item: number;
  at: number;
  share: number;
  /** Items that come after. */
  open: ReadonlySet<number>;
}

/** Items of one wording, the one that is the surest of anything first, each as what was done for those before has left it. */
function* surestFirst(items: readonly Wordings[]): Generator<Surest> {
  const open = new Set(items.flatMap((wordings, i) => (wordings.length === 1 ? [i] : [])));
  while (open.size > 1) {
    let best = { item: -1, at: -1, share: 0 };
    for (const item of open)
      items[item]?.[0]?.forEach((share, at) => {
        if (share > best.share) best = { item, at, share };
      });
    if (best.item < 0) return;
    open.delete(best.item);
    yield { ...best, open };
  }
}

const isSlot = (name = ''): boolean => name !== '' && !isUnknown(name);

function leaveOut(shares: Float64Array | undefined, at: number): void {
  if (!shares) return;
  const rest = Math.max(leastLeft, 1 - (shares[at] ?? 0));
  shares[at] = 0;
  for (let k = 0; k < shares.length; k++) shares[k] = (shares[k] ?? 0) / rest;
}

function lessen(shares: Float64Array | undefined, at: number, factor: number): void {
  if (!shares) return;
  shares[at] = (shares[at] ?? 0) * factor;
  toOne(shares);
}
