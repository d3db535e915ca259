/** Scores as survey tools write them: a number, with its label, its stars or the highest that it could have been. */

type Decimal = '.' | ',';

/** What stands in a cell where nobody answered. */
const unanswered = /^(?:n\/?a|nan|null|none|[-\u2013\u2014]+)$/i;

const number = '-?\\d+(?:[.,]\\d+)*';
/** `4 - Good`, `4: Good`, `4 (Good)`, `4 = Good`, `4 stars`; what follows is no number. */
const before = new RegExp(
  `^(${number})\\s*(?:[-\u2013\u2014:=.)]\\s*[^\\d\\s].*|\\(\\D*\\)|(?:stars?|points?|pts)\\.?)$`,
  'iu',
);
/** `Good (4)`, `Good - 4`. */
const behind = new RegExp(`^\\D+?[\\s(\\[:=-]\\(?(${number})[)\\]]?$`, 'u');
/** `4/5`, `4 out of 5`. */
const ofHighest = new RegExp(`^(${number})\\s*(?:/|out of|of)\\s*(${number})$`, 'i');
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
  const [, score, highest] = ofHighest.exec(cell) ?? [];
  if (score !== undefined)
    return read(highest) === max
      ? read(score)
      : { fault: `not out of ${max}, the highest of \`scale\`` };
  const found = read((before.exec(cell) ?? behind.exec(cell))?.[1] || 'none');
  return Number.isFinite(found) ? found : { fault: 'no number; map words to scores with `values`' };
}

/** With a point for its decimals. A sign before groups of three digits parts thousands, but where it is the decimal one. */
function plainNumber(text: string, decimal: Decimal): string {
  const other = decimal === ',' ? '.' : ',';
  const isGrouped =
    decimal === ',' ? /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/ : /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
  const joined = isGrouped.test(text) ? text.replaceAll(other, '') : text;
  return joined.replace(',', '.');
}
