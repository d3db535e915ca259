/** Whether a cause that was laid aside has become another matter: its rate doubled, and not by chance. */

import type { CauseDay } from '../domain/release.js';
import { addDays } from '../lib/calendar.js';
import { between, certain, exposureOf, type Row, total } from './days.js';
import { fitRate } from './odds.js';
import { errorsFrom } from './ratio.js';
import { dismissedBaselineDays, fewestRecent, recentDays, surely } from './settings.js';
import { dispersion } from './spread.js';

/** @param since the day up to which the rate was judged bearable; the last seven days are held against the 28 up to it */
export function hasDoubled(days: readonly CauseDay[], since: string, night: string): boolean {
  const recentFrom = addDays(night, 1 - recentDays);
  if (recentFrom <= since) return false;
  const before = between(days, addDays(since, 1 - dismissedBaselineDays), since);
  const recent = between(days, recentFrom, night);
  if (before.length < recentDays || recent.length === 0 || total(recent) < fewestRecent)
    return false;
  const usual = total(before) / exposureOf(before);
  const now = total(recent) / exposureOf(recent);
  if (now < 2 * usual) return false;
  const [one, other] = [before.map(alone), recent.map(alone)];
  const { factor } = dispersion(
    { rows: one, rate: fitRate(one) },
    { rows: other, rate: fitRate(other) },
  );
  return errorsFrom({ before: one, after: other, dispersion: factor })(1) >= surely;
}

/** A day that is compared with nothing else. */
const alone = ({ events, exposure }: CauseDay): Row => ({
  events,
  exposure,
  controlEvents: certain,
  controlExpected: certain,
});
