/** Slots that a yes or no does not answer: nobody answered the bot's own questions for them so. */
import { fewestOwn, yesNoBelow } from './settings.js';
import type { Wording } from './wordings.js';

export const yesNo = '~yesno';

/** @returns for each class, whether enough answers to the bot's own questions are known, and hardly any is a yes or no */
export function neverYesNo(wordings: readonly Wording[], classes: readonly string[]): boolean[] {
  const given = new Map<string, { all: number; yesNo: number }>();
  for (const { label, answers } of wordings) {
    if (label === undefined) continue;
    const known = given.get(label) ?? { all: 0, yesNo: 0 };
    for (const n of answers.values()) known.all += n;
    known.yesNo += answers.get(yesNo) ?? 0;
    given.set(label, known);
  }
  return classes.map((name) => {
    const { all, yesNo: said } = given.get(name) ?? { all: 0, yesNo: 0 };
    return all >= fewestOwn && said < yesNoBelow * all;
  });
}

/** Share of the answers that are a yes or no. */
export function yesNoShare(answers: ReadonlyMap<string, number>): number {
  let all = 0;
  for (const n of answers.values()) all += n;
  return all === 0 ? 0 : (answers.get(yesNo) ?? 0) / all;
}
