import { type PersonalRule, type PersonalValue, valuesOf } from '../personal-rule.js';
import { type Signals, sign } from '../signals.js';

const digitRun = /(?<![\p{L}\p{N}+.])\d+(?:[ -]\d+)*(?![\p{L}\p{N}])/gu;
interface Code {
  /** The shortest row of digits that it can have. */
  least: number;
  pattern: RegExp;
}
const codes: readonly Code[] = [
  // ab12345, ORD-48291, 12345678X.
  { least: 5, pattern: /(?<![\p{L}\p{N}])\p{L}{1,5}[-/# ]?\d{5,14}\p{L}{0,3}(?![\p{L}\p{N}])/gu },
  { least: 5, pattern: /(?<![\p{L}\p{N}])\d{5,14}[-/]?\p{L}{1,3}(?![\p{L}\p{N}])/gu },
];
/** C26 504683, C26 504-683: what stands before the space is a part of the number. */
const codeInParts =
  /(?<![\p{L}\p{N}])\p{L}{1,3}\d{1,4}[ -](?:\d{5,}|\d{3,}[ -]\d{3,})(?![\p{L}\p{N}])/gu;
const mixedCodes: readonly Code[] = [
  {
    least: 4,
    pattern: /(?<![\p{L}\p{N}])\p{L}{2,5}[-/#]\d{4,}(?:[-/][\p{L}\p{N}]+)*(?![\p{L}\p{N}])/gu,
  },
  // 7XK29QP, 4F7K-92LQ-11ZX: capitals and at least three digits in a mix.
  {
    least: 1,
    pattern:
      /(?<![\p{L}\p{N}-])(?=(?:[A-Z-]*\d){3})(?=[\d-]*[A-Z])[A-Z\d]{2,}(?:-[A-Z\d]{2,})*(?<=[A-Z\d-]{6,})(?![\p{L}\p{N}-])/gu,
  },
  {
    least: 1,
    pattern:
      /(?<![\p{L}\p{N}-])(?=(?:[a-z]*\d){3})(?=\d*[a-z]+\d+[a-z]|[a-z]+\d+[a-z]+\d)[a-z\d]{7,}(?![\p{L}\p{N}-])/gu,
  },
  {
    least: 1,
    pattern:
      /(?<![\p{L}\p{N}-])[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}(?![\p{L}\p{N}-])/giu,
  },
];
const subject =
  '(?:reference|ref|order|booking|reservation|confirmation|ticket|account|acct|policy|customer|member(?:ship)?|case|claim|invoice|tracking|contract|loan|meter|serial|loyalty|subscriber|user|pin|passcode|security code|sort code|cvv|cvc|verification code)';
/** "my order number is AB12", "ref: 4821", "booking code XKQJPT". */
const named = new RegExp(
  `\\b${subject}(?: (?:number|no\\.?|num|code|id|ref(?:erence)?))*(?:\\s*(?:is|was|it's|:|#)\\s*|\\s+)(?<value>(?=[\\p{L}-]*\\d[\\p{L}-]*\\d)[\\p{L}\\d](?:-?[\\p{L}\\d]){2,19})(?![\\p{L}\\p{N}%])`,
  'giu',
);
const namedCapitals =
  /\b(?:reference|ref|booking|reservation|confirmation)(?: (?:number|no\.?|code|id))*(?: is|:)? (?<value>[A-Z]{5,8})(?![\p{L}\p{N}])/gu;

/** A number or code under which a firm knows a customer: six digits or more, a reference code, or one called so. */
export const account: PersonalRule = {
  id: 'account',
  needs: ({ digits, signs }) => digits >= 2 || (signs & sign.capitals) !== 0,
  hint: /\d{2}|\d[ -]\d|[A-Z]{5}/,
  find: (scene) => {
    const text = scene.numbers();
    const runs = Array.from(text.matchAll(digitRun)).flatMap((match) =>
      accountsIn(match[0], match.index),
    );
    const coded = patternsFor(scene.signals)
      .flatMap((pattern) => valuesOf('account', pattern, text))
      .filter(({ start, end }) => !isYear(text.slice(start, end)));
    return [...valuesOf('account', codeInParts, text), ...runs, ...coded];
  },
};

function patternsFor({ signs, digits, longestNumber, mixed }: Signals): RegExp[] {
  const patterns = digits >= 2 ? [named] : [];
  if (signs & sign.capitals) patterns.push(namedCapitals);
  for (const { least, pattern } of codes) if (longestNumber >= least) patterns.push(pattern);
  if (mixed && digits >= 3)
    for (const { least, pattern } of mixedCodes) if (longestNumber >= least) patterns.push(pattern);
  return patterns;
}

const isYear = (digits: string) => /^(?:19|20)\d\d$/.test(digits);
/** 250000 is a sum of money, even where nobody says so. */
const isRound = (digits: string) => /^[1-9]\d{0,2}0{4,}$/.test(digits);

function accountsIn(run: string, offset: number): PersonalValue[] {
  const groups = run.split(/[ -]/);
  if (groups.length > 1 && isGrouped(run, groups))
    return [{ kind: 'account', start: offset, end: offset + run.length }];
  return Array.from(run.matchAll(/\d{6,}/g))
    .filter(({ 0: digits }) => !isRound(digits))
    .map(({ 0: digits, index }) => ({
      kind: 'account',
      start: offset + index,
      end: offset + index + digits.length,
    }));
}

/**
 * One number in groups, rather than several numbers: not "2019-2020", "100-200", "1500-2000", "1 000 000". Two years with a blank
 * between them are no span of years, and a last digit by itself checks the others: "457-505-6".
 */
function isGrouped(run: string, groups: readonly string[]): boolean {
  const digits = groups.join('').length;
  if (digits < 6 || (groups.every(isYear) && run.includes('-'))) return false;
  if (groups.slice(1).every((group) => group === '000')) return false;
  if (groups.every((group) => group.length === 1)) return true;
  const round = digits < 8 ? '0' : '00';
  if (/^\d+-\d+$/.test(run) && groups.every((group) => group.endsWith(round))) return false;
  const withCheck = digits >= 7 && /^\d{3,}([ -])\d{3,}\1\d$/.test(run);
  if (!withCheck && groups.some((group) => group.length < 2)) return false;
  return digits >= 7 || new Set(groups.map((group) => group.length)).size === 1;
}
