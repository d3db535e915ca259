/** What the releases came to, in a line. */
import type { Releases } from '../domain/release.js';
import type { Write } from './format.js';

export function releaseLine(write: Write, { tickets, winLoss, candidates }: Releases): string {
  const waiting = candidates.length === 0 ? '' : `; ${unnamed(write, candidates.length)}`;
  if (tickets.length === 0)
    return `No repair was reported as released, so none can be judged${waiting}`;
  const { wins, losses, noEffect, open } = winLoss;
  const score = `${write.count(wins)} proven, ${write.count(noEffect)} without effect, ${write.count(losses)} worse since, ${write.count(open)} too early to say`;
  return `Releases: ${score}${waiting}`;
}

const unnamed = (write: Write, n: number): string =>
  `${write.counted(n, 'change')} of the training data that nobody has named as a release`;
