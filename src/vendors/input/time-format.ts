/** The pattern of a column of times, where its cells leave no doubt of it: what `handback init` proposes. */

const clock = '(?:,? \\d{1,2}:\\d\\d(?::\\d\\d)?(?: ?[AaPp]\\.?[Mm]\\.?)?)?';
/** Each with the date's sign and year among its groups. */
const forms: readonly {
  form: RegExp;
  dateOf(sign: string, year: string, isDayFirst: boolean): string;
}[] = [
  {
    form: new RegExp(
      `^(?<one>\\d{1,2})(?<sign>[/.-])(?<two>\\d{1,2})\\k<sign>(?<year>\\d{4}|\\d{2})${clock}$`,
    ),
    dateOf: (sign, year, isDayFirst) =>
      `${isDayFirst ? `DD${sign}MM` : `MM${sign}DD`}${sign}${year}`,
  },
  {
    form: new RegExp(
      `^\\d{1,2}(?<sign>[ -])\\p{L}{3,}\\.?\\k<sign>(?<year>\\d{4}|\\d{2})${clock}$`,
      'u',
    ),
    dateOf: (sign, year) => `DD${sign}MMMM${sign}${year}`,
  },
  {
    form: new RegExp(`^\\p{L}{3,}\\.?(?<sign> )\\d{1,2}, (?<year>\\d{4})${clock}$`, 'u'),
    dateOf: (sign, year) => `MMMM${sign}DD, ${year}`,
  },
];

/**
 * Undefined for times that need no pattern, and for days and months that could be either way round: only a day above 12
 * tells, or dots, which stand behind a day wherever they are used.
 * @param cells of the column, none of them empty
 */
export function formatOf(cells: readonly string[]): string | undefined {
  for (const { form, dateOf } of forms) {
    const found = cells.map((cell) => form.exec(cell)?.groups);
    const [first] = found;
    if (!first || found.some((one) => !one)) continue;
    const { sign = '', one } = first;
    const isDayFirst = sign === '.' || found.some((each) => Number(each?.one) > 12);
    if (one !== undefined && !isDayFirst && !found.some((each) => Number(each?.two) > 12))
      return undefined;
    const patterns = new Set(
      found.map((each, i) => {
        const year = each?.year?.length === 2 ? 'YY' : 'YYYY';
        return `${dateOf(each?.sign ?? '', year, isDayFirst)}${clockOf(cells[i] ?? '')}`;
      }),
    );
    const [pattern] = patterns;
    return patterns.size === 1 ? pattern : undefined;
  }
  return undefined;
}

function clockOf(cell: string): string {
  const [, comma, seconds, half] =
    /(,?) \d{1,2}:\d\d(:\d\d)?( ?[AaPp]\.?[Mm]\.?)?$/.exec(cell) ?? [];
  if (comma === undefined) return '';
  const hours = `${half === undefined ? 'HH' : 'hh'}:mm${seconds === undefined ? '' : ':ss'}`;
  return `${comma} ${hours}${half === undefined ? '' : half.startsWith(' ') ? ' A' : 'A'}`;
}
