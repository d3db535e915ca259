/** Digits in the place of others: a code in a bot's training data is known by its shape, which a token would not have. */

/** The same for all texts of one shape, and for what it returns itself. @example otherDigits('LM 7466010') // 'LM 1234567' */
export function otherDigits(text: string): string {
  let place = 0;
  return text.replace(/\d/g, () => String((place++ % 9) + 1));
}

const fewest = 3;

/** Whether a text's digits may stand for others; one whose own are 1, 2, 3 passes for one. */
export const hasOtherDigits = (text: string): boolean =>
  (text.match(/\d/g)?.length ?? 0) >= fewest && otherDigits(text) === text;
