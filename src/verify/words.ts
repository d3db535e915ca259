/** A verdict in one sentence. */

import type { Verification } from '../domain/release.js';
import { counted } from '../lib/wording.js';
import { leastDays } from './settings.js';

export function noteOf(verification: Omit<Verification, 'note'>): string {
  const { verdict, change, days, daysLeft, controls } = verification;
  const against =
    controls === 0
      ? 'with nothing unchanged to compare it with'
      : `against ${counted(controls, 'unchanged cause')}`;
  const moved = change === null ? '' : `${inWords(change)}, ${against}`;
  if (verdict === 'verified') return `The rate fell: ${moved}.`;
  if (verdict === 'regressed') return `The rate rose: ${moved}.`;
  if (verdict === 'no_effect') return `No fall that matters was seen: ${moved}.`;
  const so = moved === '' ? '' : ` So far: ${moved}.`;
  if (days.announced === null) return `Too early, and ${unannounced(days.before)}.${so}`;
  if (daysLeft === 0) return `Too early: too few days with sessions since the release.${so}`;
  const isFirst = days.end !== undefined && days.after < days.announced;
  const what = isFirst ? 'a rate that is nearly gone' : 'a halved rate';
  return `Too early: ${counted(daysLeft ?? 0, 'more day')} until ${what} would show.${so}`;
}

const unannounced = (before: number): string =>
  before < leastDays
    ? `only ${counted(before, 'day')} before the release are known`
    : 'too rare to show even a large fall within twelve weeks';

/** Relative change as people write it. */
export function inWords({ value, interval }: NonNullable<Verification['change']>): string {
  const [low, high] = interval;
  return `${percent(value)} (${percent(low)} to ${percent(high)})`;
}

function percent(share: number): string {
  if (share > 10) return 'over +1000 %';
  const whole = Math.round(100 * share);
  return `${whole > 0 ? '+' : ''}${whole} %`;
}
