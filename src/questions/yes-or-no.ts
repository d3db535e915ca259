/** Slots that a yes or no does not answer: nobody answered the bot's own questions for them so. */
import { fewestOwn, yesNoBelow } from './settings.js';
import { asksOther, type Wording } from './wordings.js';

export const yesNo = '~yesno';
/** The class of what a yes or no answers and no slot stands for: "have you told your bank?" */
export const sideQuestion = `${asksOther}${yesNo}`;

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

/**
 * Share of the answers that are a yes or no.
 *
 * @param given the answers that are values, by their shapes: one of many words is one answer
 */
export function yesNoShare(
  answers: ReadonlyMap<string, number>,
  given: ReadonlyMap<string, number>,
): number {
  const said = answers.get(yesNo) ?? 0;
  if (said === 0) return 0;
  let all = said;
  for (const n of given.values()) all += n;
  return said / all;
}
