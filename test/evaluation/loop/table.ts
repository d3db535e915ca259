/** How a bot does on next month's queries, and whether any intent got significantly worse. */
import type { LabelledPhrase, Prediction } from '../../../src/domain/classifier.js';
import { signTest } from '../../../src/suggest/sign-test.js';

export interface Month {
  all: number;
  inside: number;
  /** Share of what no intent covers that is recognised as such; NaN where there is none. */
  outside: number;
  /** By query. */
  right: boolean[];
}

const share = (flags: readonly boolean[]) => flags.filter(Boolean).length / flags.length;

export function monthOf(queries: readonly LabelledPhrase[], said: readonly Prediction[]): Month {
  const right = queries.map(({ intent }, i) => said[i]?.intent === intent);
  return {
    all: share(right),
    inside: share(right.filter((_, i) => queries[i]?.intent !== null)),
    outside: share(right.filter((_, i) => queries[i]?.intent === null)),
    right,
  };
}

/** Intents with significantly more losses than wins at .05, corrected for their number (Holm's first step). */
export function worseIntents(
  queries: readonly LabelledPhrase[],
  before: Month,
  after: Month,
): (string | null)[] {
  const changes = new Map<string | null, { wins: number; losses: number }>();
  queries.forEach(({ intent }, i) => {
    const change = changes.get(intent) ?? { wins: 0, losses: 0 };
    changes.set(intent, change);
    if (before.right[i] && !after.right[i]) change.losses++;
    if (!before.right[i] && after.right[i]) change.wins++;
  });
  const limit = 0.05 / changes.size;
  return [...changes]
    .filter(([, { wins, losses }]) => losses > wins && signTest(wins, losses) < limit)
    .map(([intent]) => intent);
}

export const points = (value: number) =>
  Number.isNaN(value) ? '–' : `${value < 0 ? '' : '+'}${(100 * value).toFixed(1)}`;

export const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

export const row = (cells: readonly string[]) =>
  cells.map((cell, i) => cell.padEnd(i === 0 ? 38 : 14)).join('');
