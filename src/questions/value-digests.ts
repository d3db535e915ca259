/** The keyed hashes of all that a text could name as a value. */
import { monthPattern } from '../language/en/dates.js';

const longestValue = 6;
const longestName = 4;
const longestText = 14;

/** Digests of all runs of words in a text. */
export function digestsIn(
  text: string,
  digestValue: (value: unknown) => string | null,
): ReadonlySet<string> {
  const digests = new Set<string>();
  const add = (run: string) => {
    const digest = digestValue(run);
    if (digest !== null) digests.add(digest);
  };
  // "64 pounds 17" is not 64 pounds: what stands in a longer sum is no value of its own.
  const rest = text.replace(longSum, (sum) => {
    add(sum);
    return ' ';
  });
  for (const run of runsOf(rest)) add(run);
  return digests;
}

const longSum = new RegExp(
  `(?:[£$€]\\s?)?\\d[\\d,]*(?:\\.\\d+)?\\s(?:pounds?|dollars?|euros?|quid)\\s(?:and\\s)?\\d{2}(?:\\s(?:pence|p|cents?)(?!\\p{L}))?(?!\\d|(?:st|nd|rd|th)\\b|\\s+(?:of\\s+)?${monthPattern})`,
  'giu',
);

/** Runs of one to six words of the first words of a text, longest first; those without a figure are of four at most. */
function runsOf(text: string): string[] {
  const parts = text.split(/\s+/, longestText);
  const figures = parts.map((part) => /\d/.test(part));
  const runs: string[] = [];
  for (let length = Math.min(longestValue, parts.length); length > 0; length--)
    for (let from = 0; from + length <= parts.length; from++)
      if (length <= longestName || figures.includes(true, from))
        runs.push(parts.slice(from, from + length).join(' '));
  return runs;
}
