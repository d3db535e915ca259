/** The keyed hashes of all that a text could name as a value. */
import type { Language } from '../language/language.js';
import type { Shape } from '../language/spelled-search.js';

const longestNumber = 3;
const longestValue = 6;
const longestName = 4;
const longestText = 14;

const spelledCode: Shape = {
  mayBegin: (characters) => /^[a-z\d]{1,12}$/.test(characters),
  isWhole: (characters) => characters.length >= 5,
  mostDoubt: 0.9,
};

/** Digests of all runs of words in a text. */
export function digestsIn(
  text: string,
  digestValue: (value: unknown) => string | null,
  { sums, spelling, webAddressesIn }: Language,
): ReadonlySet<string> {
  const digests = new Set<string>();
  const add = (run: string) => {
    const digest = digestValue(run);
    if (digest !== null) digests.add(digest);
  };
  // "64 pounds 17" is not 64 pounds: what stands in a longer sum is no value of its own.
  const rest = text.replace(sums.inTwoNumbers, (sum) => {
    add(sum);
    return ' ';
  });
  for (const run of runsOf(rest, webAddressesIn)) add(run);
  for (const sum of sums.spoken(text)) add(sum);
  const words = spelling.words(text);
  const code = spelling.hasLetters(words) ? spelling.read(words, spelledCode) : null;
  if (code) add(code.characters);
  return digests;
}

/** Runs of one to six words of the first words of a text, longest first; those without a figure are of four at most, unless an address of the web is said. */
function runsOf(text: string, webAddressesIn: Language['webAddressesIn']): string[] {
  const parts = text.split(/\s+/, longestText);
  const figures = parts.map((part) => /\d/.test(part));
  // "bright north studio dot co dot uk"
  const isLong = webAddressesIn(parts.join(' ')).length > 0;
  const runs: string[] = [];
  for (let length = Math.min(longestValue, parts.length); length > 0; length--)
    for (let from = 0; from + length <= parts.length; from++)
      if (length <= longestName || isLong || figures.includes(true, from))
        runs.push(parts.slice(from, from + length).join(' '));
  return [...runs, ...turnedNames(parts, figures)];
}

/** "Corolla 2024" is the "2024 Corolla": a figure may stand before a name of up to three words or behind it. */
function turnedNames(parts: readonly string[], figures: readonly boolean[]): string[] {
  const turned: string[] = [];
  for (const [at, figure] of figures.entries())
    for (let length = 1; figure && length < longestName; length++) {
      const number = parts[at] ?? '';
      const before = parts.slice(Math.max(0, at - length), at);
      const after = parts.slice(at + 1, at + 1 + length);
      if (before.length === length) turned.push([number, ...before].join(' '));
      if (after.length === length) turned.push([...after, number].join(' '));
    }
  return turned;
}

/** Digests of what has a digit in it, in runs of up to three words: "576 pounds 50", "5 March". */
export function numberDigests(
  text: string,
  { digestValue }: { digestValue: (value: unknown) => string | null },
): Set<string> {
  const bare = text.replace(/⟨[^⟩]*⟩/g, ' ');
  if (!/\d\d/.test(bare)) return new Set();
  const parts = bare.split(/\s+/);
  const digests = new Set<string>();
  for (let from = 0; from < parts.length; from++)
    for (let to = from + 1; to <= Math.min(parts.length, from + longestNumber); to++) {
      const run = parts.slice(from, to).join(' ');
      const digest = /\d\d/.test(run) ? digestValue(run.replace(/^\W*(?=£)/, '')) : null;
      if (digest !== null) digests.add(digest);
    }
  return digests;
}
