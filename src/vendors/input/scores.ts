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

/** What stands before the number, where that is a dash; and where it is one dash behind another, the last the number's. */
const dashEnds = /[-\u2013\u2014\u2212]\s*$/;
const signEnds = /[-\u2013\u2014]\s*-$/;

export interface ScoreForm {
  decimal?: Decimal;
  /** The lowest that a score can be, 0 unless given. */
  min?: number;
  /** The highest that a score can be. */
  max: number;
}

/** undefined where nobody answered, else the score or why it is none. */
export function scoreOf(
  text: string,
  { decimal = '.', min = 0, max }: ScoreForm,
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
  const parts = partsOf(cell, min < 0);
  if ('fault' in parts) return parts;
  const { score, highest } = parts;
  if (highest !== undefined && read(highest) !== max)
    return { fault: `not out of ${max}, the highest of \`scale\`` };
  const found = read(score || 'none');
  return Number.isFinite(found) ? found : { fault: `no number; ${mapped}` };
}

const mapped = 'map words to scores with `values`';

interface Parts {
  score?: string | undefined;
  highest?: string | undefined;
}

/** `Bad - 2` is 2, unless it may be what `Bad -2` is on a scale that goes below 0. */
function partsOf(cell: string, belowZero: boolean): Parts | { fault: string } {
  const first = before.exec(cell);
  if (first) return { score: first[1], highest: first[2] };
  const [, signed, unsigned, highest] = behind.exec(cell) ?? [];
  const label = /^\D*/.exec(cell)?.[0] ?? '';
  if (unsigned === undefined || !belowZero || !dashEnds.test(label))
    return { score: signed ?? unsigned, highest };
  if (signEnds.test(label)) return { score: `-${unsigned}`, highest };
  return { fault: `a dash before a number that may be below 0; ${mapped}` };
}

/** With a point for its decimals. A sign before groups of three digits parts thousands, but where it is the decimal one. */
function plainNumber(text: string, decimal: Decimal): string {
  const other = decimal === ',' ? '.' : ',';
  const isGrouped =
    decimal === ',' ? /^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/ : /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
  const joined = isGrouped.test(text) ? text.replaceAll(other, '') : text;
  return joined.replace(',', '.');
}
