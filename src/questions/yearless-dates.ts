/** Days that a text names without their year: "9/25", "September the twenty fifth". A bot fills in the year; people leave it out. */
import type { Language } from '../language/language.js';

const twoNumbers = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})(?![\d/-]|\.\d)/g;

/** `MM-DD`, in the order of the text. Two numbers are taken both ways round, since which comes first is a habit of the country. */
export function yearlessDates(text: string, { dates }: Language): string[] {
  const named = dates
    .patternsIn(text)
    .flatMap((pattern) =>
      Array.from(
        text.matchAll(pattern),
        ([found]) => /^--(.*)$/.exec(dates.form(found, '') ?? '')?.[1],
      ),
    );
  const numbered = Array.from(text.matchAll(twoNumbers)).flatMap(([, first = '', second = '']) => [
    dayOf(first, second),
    dayOf(second, first),
  ]);
  return [...new Set([...named, ...numbered])].filter((day) => day !== undefined);
}

function dayOf(month: string, day: string): string | undefined {
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return undefined;
  return `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
