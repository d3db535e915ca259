/** The legs of a transferred contact as the one conversation that they were for the customer. */
import type { Contact, Outcome } from '../domain/conversation.js';

/**
 * @param legs the contacts after the first, in order of time.
 * @returns the first contact with everybody's turns, the last queue (the one that resolved it) and the last outcome.
 */
export function joinLegs(first: Contact, legs: readonly Contact[]): Contact {
  if (legs.length === 0) return first;
  const all = [first, ...legs];
  const known = <T>(values: (T | undefined)[]) => values.filter((v): v is T => v !== undefined);
  const ended = known(all.map(({ endedAt }) => endedAt));
  const held = known(all.map(({ holdSeconds }) => holdSeconds));
  const queue = all.findLast((one) => one.queue !== undefined)?.queue;
  return {
    ...first,
    ...(ended.length > 0 && { endedAt: Math.max(...ended) }),
    ...(held.length > 0 && { holdSeconds: held.reduce((a, b) => a + b, 0) }),
    ...(queue !== undefined && { queue }),
    waitedAgain: waitsBetween(all),
    outcome: { ...lastOutcome(all), transferred: true },
    turns: all.flatMap(({ turns }) => turns).sort((a, b) => a.at - b.at),
  };
}

/** Between the end of each leg and the answer of the next. */
function waitsBetween(legs: readonly Contact[]): { from: number; to: number }[] {
  return legs.slice(1).flatMap((leg, i) => {
    const before = legs[i];
    const from = before?.endedAt ?? before?.turns.at(-1)?.at ?? leg.startedAt;
    const to = leg.answeredAt ?? leg.turns.find(({ actor }) => actor === 'agent')?.at;
    return to === undefined || to < from ? [] : [{ from, to }];
  });
}

/** What the last leg that says anything of it says: a complaint to the first agent stays one. */
function lastOutcome(all: readonly Contact[]): Outcome {
  const outcome: Outcome = {};
  for (const one of all) Object.assign(outcome, one.outcome);
  if (all.some((one) => one.outcome.complaint)) outcome.complaint = true;
  return outcome;
}
