/** What a held value is, where there are few values that it may be: only its hash is kept. */
import { onePer } from '../lib/memo.js';
import type { SlotValue } from './slot-value.js';
import type { QuestionTools } from './tools.js';

type DigestValue = QuestionTools['digestValue'];

const setOf = (values: readonly string[], digestValue: DigestValue): ReadonlySet<string> =>
  new Set(values.flatMap((value) => digestValue(value) ?? []));

/** A leap year has every day. */
const leapYear = 2024;
const daysOfYear = 366;
const dayLength = 86_400_000;

/** `MM-DD` of all days. */
const monthsAndDays = (): string[] =>
  Array.from({ length: daysOfYear }, (_, i) =>
    new Date(Date.UTC(leapYear, 0, 1) + i * dayLength).toISOString().slice(5, 10),
  );

/** By year; a day without its year is `--MM-DD`. */
const daysOf = onePer((digestValue: DigestValue) => {
  const byYear = new Map<number | null, ReadonlySet<string>>();
  return (year: number | null): ReadonlySet<string> => {
    const days = () =>
      setOf(
        monthsAndDays().map((day) => `${year ?? '-'}-${day}`),
        digestValue,
      );
    const known = byYear.get(year) ?? days();
    byYear.set(year, known);
    return known;
  };
});

/** A day with or without its year, of the year in which it was said or those beside it. */
export function isDay({ digest, at }: SlotValue, { digestValue }: QuestionTools): boolean {
  const year = new Date(at).getUTCFullYear();
  return [null, year - 1, year, year + 1].some((one) => daysOf(digestValue)(one).has(digest));
}

const smallNumbers = 100;
const commonValues = onePer((digestValue: DigestValue) =>
  setOf(['true', 'false', ...Array.from({ length: smallNumbers }, (_, i) => `${i}`)], digestValue),
);

/** Yes, no or a small number: said in many an answer. */
export const isCommon = (digest: string, { digestValue }: QuestionTools): boolean =>
  commonValues(digestValue).has(digest);
