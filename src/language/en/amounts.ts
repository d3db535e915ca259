/** "A$", "NZ$": whose dollars they are. */
const symbol = '[£€¥₹]|[a-z]{0,2}\\$|gbp|usd|eur|inr|chf|cad|aud|nzd|sgd|hkd|jpy|zar|rs\\.?';
const name = 'pounds?|dollars?|euros?|rupees?|yen|francs?|quid|bucks?|(?:pounds? )?sterling';
const small = 'p|pence|penny|cents?|c';
const number = "\\d[\\d,.']*(?: \\d{3})*(?:[.,]\\d{1,2})?|\\.\\d+";
const scales: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  grand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
};

const money = new RegExp(
  `^(-?)(?:(${symbol})\\s*)?(${number})(?:\\s*(k|m|mn|thousand|million|grand))?` +
    `(?:\\s*(${symbol}|${name}))?(?:\\s+(?:and\\s+)?(\\d{1,2})\\s*(${small})?)?$`,
);
/** "99p"; "5c" is a room. */
const onlyPence = /^(\d{1,4}) ?(?:p|pence|pennies|penny|cents)$/;
const bareAmount =
  /^-?(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3})+,\d{1,2}|\d*[.,]\d{1,2}|\d+\.\d+|\d+k|-\d+)$/;
/** Countries that write a decimal comma and group thousands by points. */
const decimalComma = new Set(
  'AT BE BR CZ DE DK ES FI FR GR HU ID IT NL NO PL PT RO RU SE TR UA'.split(' '),
);

/**
 * The plain number that an amount of money or a decimal number comes to, for example `25.5`; null for anything else. The
 * currency is left out, since people say "25" for "£25". Whole numbers without currency, separators or sign are no amounts here.
 */
export function amountForm(text: string, region: string): string | null {
  const plain = text
    .toLowerCase()
    .trim()
    .replace(/(\d) point (?=\d{1,2}(?!\d))/, '$1.');
  const pence = onlyPence.exec(plain);
  if (pence) return `${Number(pence[1]) / 100}`;
  const match = money.exec(plain);
  if (!match) return null;
  const [, sign, before, digits = '', scale, after, rest] = match;
  const hasCurrency = before !== undefined || after !== undefined;
  if (rest !== undefined && after === undefined) return null;
  if (!hasCurrency && scale === undefined && !bareAmount.test(plain)) return null;
  const value = amountOf(digits, region);
  if (!Number.isFinite(value)) return null;
  const whole = value * (scales[scale ?? ''] ?? 1) + Number(rest ?? 0) / 100;
  // Beyond this a number loses digits, and is written with an exponent in the end: so much is no sum of money.
  if (whole > Number.MAX_SAFE_INTEGER) return null;
  return `${sign}${Number(whole.toFixed(6))}`;
}

function amountOf(digits: string, region: string): number {
  const bare = digits.replace(/[\s']/g, '').replace(/[.,]+$/, '');
  const separators = bare.replace(/\d/g, '');
  if (separators.length === 1) return Number(singleSeparator(bare, separators, region));
  if (separators.length < 2) return Number(bare);
  const last = separators.at(-1) ?? '';
  const isDecimal = separators.slice(0, -1).includes(last) === false;
  const at = bare.lastIndexOf(last);
  const wholePart = (isDecimal ? bare.slice(0, at) : bare).replace(/[.,]/g, '');
  return Number(isDecimal ? `${wholePart}.${bare.slice(at + 1)}` : wholePart);
}

function singleSeparator(digits: string, separator: string, region: string): string {
  const groups = /^\d{1,3}[.,]\d{3}$/.test(digits);
  const thousands = groups && (separator === ',' || decimalComma.has(region));
  return thousands ? digits.replace(separator, '') : digits.replace(',', '.');
}
