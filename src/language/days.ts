/** Days of the calendar from their numbers, in the order in which a country writes them. */

/** Countries that write the month first. */
export const monthFirst: ReadonlySet<string> = new Set(['US', 'PH', 'PR', 'GU', 'VI', 'FM']);
/** A year of two digits from here on is of the last century: people born then still ring up. */
const lastCenturyFrom = 40;

/** Two numbers as day and month in the region's order; in the other one where only that is a day. */
export function orderedDate(
  [first, second]: readonly [string | undefined, string | undefined],
  year: string | undefined,
  region: string,
): string | null {
  const dayThenMonth = validDate(year, second, first);
  const monthThenDay = validDate(year, first, second);
  return monthFirst.has(region) ? (monthThenDay ?? dayThenMonth) : (dayThenMonth ?? monthThenDay);
}

const two = (number: number) => `${number}`.padStart(2, '0');

/** ISO form of a day that may be, `--MM-DD` without a year; a year of two digits is of this century or the last. */
export function validDate(year: string | undefined, month = '', day = ''): string | null {
  const [m, d] = [Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > 31) return null;
  if (year === undefined) return `--${two(m)}-${two(d)}`;
  const y = fullYear(year.replace("'", ''));
  return y < 1800 || y > 2200 ? null : `${y}-${two(m)}-${two(d)}`;
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year >= lastCenturyFrom ? 1900 + year : 2000 + year;
}
