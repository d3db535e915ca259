/** Scores as survey tools write them: a number, with its label, its stars or the highest that it could have been. */

type Decimal = '.' | ',';

/** What stands in a cell where nobody answered. */
const unanswered = /^(?:n\/?a|nan|null|none|[-\u2013\u2014]+)$/i;

const digits = '\\d+(?:[.,]\\d+)*';
const number = `-?${digits}`;
/** `4/5`, `4 out of 5`: a score may have it wherever it stands. */
const highestOf = `(?:\\s*(?:/|out of|of)\\s*(${digits}))?`;
const unit = '(?:stars?|points?|pts)\\.?';
/** `4 - Good`, `4: Good`, `4 (Good)`, `4 = Good`, `4 stars`; what follows is no number. */
const before = new RegExp(
  `^(${number})${highestOf}\\s*(?:[-\u2013\u2014:=.)]\\s*[^\\d\\s].*|\\(\\D*\\)|${unit})?$`,
  'iu',
);
/** `Good (4)`, `Good - 4`, `Good -4`: a sign that follows a blank parts the two, one behind a colon or a bracket is the number's. */
const behind = new RegExp(
  `^\\D+?(?:[(\\[:=]\\s*(${number})|[\\s\u2013\u2014-](${digits}))${highestOf}(?:\\s*${unit})?[)\\]]?$`,
  'iu',
);
const percentage = new RegExp(`^(${number})\\s*%$`);
const stars = /^(?:[\u2605\u2606\u2b50\u2729\u272d\s]|\ufe0f)+$/u;
const filledStar = /[\u2605\u2b50\u272d]/gu;

export interface ScoreForm {
  decimal?: Decimal;
  /** The highest that a score can be. */
  max: number;
}

/** undefined where nobody answered, else the score or why it is none. */
export function scoreOf(
  text: string,
  { decimal = '.', max }: ScoreForm,
): number | { fault: string } | undefined {
  const cell = text.trim();
  if (cell === '' || unanswered.test(cell)) return undefined;
  const read = (written: string | undefined) => Number(plainNumber(written ?? '', decimal));
  const plain = read(cell);
  if (Number.isFinite(plain)) return plain;
  if (stars.test(cell)) return cell.match(filledStar)?.length ?? 0;
  const [, share] = percentage.exec(cell) ?? [];
  if (share !== undefined)
    return max === 100 ? read(share) : { fault: 'a percentage; set `scale` to min 0 and max 100' };
  const { score, highest } = partsOf(cell);
  if (highest !== undefined && read(highest) !== max)
    return { fault: `not out of ${max}, the highest of \`scale\`` };
  const found = read(score || 'none');
  return Number.isFinite(found) ? found : { fault: 'no number; map words to scores with `values`' };
}

function partsOf(cell: string): { score?: string | undefined; highest?: string | undefined } {
  const first = before.exec(cell);
  if (first) return { score: first[1], highest: first[2] };
  const [, signed, unsigned, highest] = behind.exec(cell) ?? [];
  return { score: signed ?? unsigned, highest };
}

/** With a point for its decimals. A sign before groups of three digits parts thousands, but where it is the decimal one. */
function plainNumber(text: string, decimal: Decimal): string {
  const other = decimal === ',' ? '.' : ',';
  const isGrouped =
    decimal === ',' ? /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/ : /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
  const joined = isGrouped.test(text) ? text.replaceAll(other, '') : text;
  return joined.replace(',', '.');
}
