/** Which journeys the report shows whole: some by chance, and those that its repairs point at. */
import { createHash } from 'node:crypto';
import { categoryNames } from '../domain/categories.js';
import type { JourneyResult } from '../domain/journey.js';
import type { SampledJourney } from '../domain/report.js';
import type { Ticket } from '../domain/ticket.js';
import { groupBy } from '../lib/group-by.js';

/** Quotes that stand below a repair; each leads to its journey. */
export const quotesShown = 3;
/** As many as a person reads in an hour. */
const byChance = 20;
/** Turns in all, of some 250 bytes each as the report writes them: more would make the file too large for an e-mail. */
const mostTurns = 3500;

/** @returns linked journeys, each once: the first `byChance` by chance, then what the evidence of listed repairs rests on */
export function journeysToRead(
  journeys: readonly JourneyResult[],
  tickets: readonly Ticket[],
): JourneyResult[] {
  const linked = journeys.filter(({ contact }) => contact !== null);
  return [...new Set([...sample(linked), ...pointedAt(linked, tickets)])];
}

/**
 * Every primary category in turn, so that the rare ones are read too, and within a category by a hash of the session, which
 * is as good as chance and the same every night.
 */
function sample(linked: readonly JourneyResult[]): JourneyResult[] {
  const hashed = linked
    .map((result) => ({ result, hash: createHash('sha256').update(result.session).digest('hex') }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const byCategory = groupBy(
    hashed.map(({ result }) => result),
    ({ findings }) => findings.find(({ primary }) => primary)?.category ?? 'unknown',
  );
  const chosen: JourneyResult[] = [];
  for (let round = 0; chosen.length < Math.min(byChance, hashed.length); round++) {
    for (const category of categoryNames) {
      const result = byCategory.get(category)?.[round];
      if (result && chosen.length < byChance) chosen.push(result);
    }
  }
  return chosen;
}

/** Those by chance, and of the others, in their order, as many as a file of that size can hold. */
export function asManyAsFit(samples: readonly SampledJourney[]): SampledJourney[] {
  let turns = 0;
  return samples.filter(({ bot, agent }, i) => {
    turns += bot.length + agent.length;
    return i < byChance || turns <= mostTurns;
  });
}

/** The first quote of every repair before the second of any. */
function pointedAt(linked: readonly JourneyResult[], tickets: readonly Ticket[]): JourneyResult[] {
  const byId = new Map(linked.map((result) => [result.sessionId, result]));
  const listed = tickets.filter((ticket) => ticket.listed);
  const rounds = Array.from({ length: quotesShown }, (_, round) =>
    listed.flatMap(({ evidence }) => evidence[round] ?? []),
  );
  const found = rounds.flat().flatMap(({ sessionId }) => byId.get(sessionId) ?? []);
  return [...new Set(found)];
}
