/** What the releases came to, in a line. */
import type { Releases } from '../domain/release.js';
import { count, counted, decimal } from './format.js';

export function releaseLine({ tickets, winLoss, candidates }: Releases): string {
  const waiting = candidates.length === 0 ? '' : `; ${unnamed(candidates.length)}`;
  if (tickets.length === 0) return `Releases: none is known yet${waiting}`;
  const { wins, losses, noEffect, open, ratio } = winLoss;
  const score = `${count(wins)} verified, ${count(noEffect)} without effect, ${count(losses)} regressed, ${count(open)} too early to say`;
  const odds = ratio === null ? '' : `; win/loss ratio ${decimal(ratio, 1)}`;
  return `Releases: ${score}${odds}${waiting}`;
}

const unnamed = (n: number): string =>
  `${counted(n, 'change')} of the training data that nobody has named as a release`;
