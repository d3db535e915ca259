/** What the releases came to, in a line. */
import type { Releases } from '../domain/release.js';
import { addDays } from '../lib/calendar.js';
import { clip } from '../lib/visible.js';
import type { Write } from './format.js';

/** @param night local date of the night that says so */
export function releaseLine(
  write: Write,
  { tickets, winLoss, candidates }: Releases,
  night: string,
): string {
  const waiting = candidates.length === 0 ? '' : `; ${unnamed(write, candidates.length)}`;
  if (tickets.length === 0)
    return `No repair was reported as released, so none can be judged${waiting}`;
  const { wins, losses, noEffect, open } = winLoss;
  const score = `${write.count(wins)} proven, ${write.count(noEffect)} without effect, ${write.count(losses)} worse since, ${write.count(open)} too early to say${soonest(write, tickets, night)}`;
  return `Releases: ${score}${waiting}`;
}

const longestTitle = 80;

/** Which of those that are open is to be known first, and about when. */
function soonest(write: Write, tickets: Releases['tickets'], night: string): string {
  const [first] = tickets
    .filter(({ verification: { verdict } }) => verdict === 'too_early')
    .sort((a, b) => (a.verification.daysLeft ?? 0) - (b.verification.daysLeft ?? 0));
  if (!first) return '';
  const { title, verification } = first;
  const name = clip(title, longestTitle);
  // 0: its days are over, and too few of them had sessions.
  if (!verification.daysLeft) return ` (${name}: not before more sessions come)`;
  return ` (${name}: about ${write.day(addDays(night, verification.daysLeft))})`;
}

const unnamed = (write: Write, n: number): string =>
  `${write.counted(n, 'change')} of the training data that nobody has named as a release`;
