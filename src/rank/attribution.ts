/** Who answers for a journey that has several causes: their shares add up to 1, so that no minute is counted twice. */
import type { Cause } from '../domain/ticket.js';

/** What the cause that explains the handoff best answers for where others share the journey. */
const primaryShare = 0.5;

/** @returns for each cause, its share of each of its journeys */
export function attribute(causes: readonly Cause[]): Map<string, number>[] {
  const owners = new Map<string, number[]>();
  causes.forEach(({ sessions }, i) => {
    for (const session of new Set(sessions)) {
      const known = owners.get(session);
      if (known) known.push(i);
      else owners.set(session, [i]);
    }
  });
  const primaries = causes.map(({ primarySessions }) => new Set(primarySessions));
  const shares = causes.map(() => new Map<string, number>());
  for (const [session, list] of owners) {
    const first = list.find((i) => primaries[i]?.has(session));
    for (const i of list) shares[i]?.set(session, shareOf(list.length, first, i));
  }
  return shares;
}

function shareOf(n: number, primary: number | undefined, own: number): number {
  if (n === 1) return 1;
  if (primary === undefined) return 1 / n;
  return own === primary ? primaryShare : (1 - primaryShare) / (n - 1);
}
