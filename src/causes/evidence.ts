/** The journeys that a ticket shows: few, clear and unlike each other, quoted word for word. */
import type { JourneyResult, TurnRef } from '../domain/journey.js';
import type { Quote } from '../domain/ticket.js';
import { prepare, similarity } from '../text/similarity.js';
import { mostCompared, quotesShown, strongLink } from './settings.js';

export interface Instance {
  result: JourneyResult;
  turns: readonly TurnRef[];
  confidence: number;
  primary: boolean;
}

/**
 * At most five: the clearest first, of different days and different words as long as there are any.
 * @param typical where what holds them together is their words: those first that say what most of the others say
 */
export function evidenceOf(
  instances: readonly Instance[],
  side: 'bot' | 'agent',
  typical = false,
): Quote[] {
  const quotes = [...instances].sort(byClarity).flatMap((instance) => {
    const evidence = quoted(instance, side);
    return evidence === null ? [] : [{ evidence, day: instance.result.day }];
  });
  const candidates = typical ? byTypicality(quotes) : quotes;
  const chosen: typeof candidates = [];
  const fresh: ((one: (typeof candidates)[number]) => boolean)[] = [
    ({ evidence, day }) =>
      chosen.every((one) => one.day !== day && one.evidence.quote !== evidence.quote),
    ({ evidence }) => chosen.every((one) => one.evidence.quote !== evidence.quote),
    (one) => !chosen.includes(one),
  ];
  for (const isFresh of fresh) {
    for (const one of candidates) {
      if (chosen.length >= quotesShown) break;
      if (isFresh(one)) chosen.push(one);
    }
  }
  return chosen.map(({ evidence }) => evidence);
}

function byTypicality<T extends { evidence: Quote }>(quotes: readonly T[]): T[] {
  const prepared = quotes.map((one) => prepare(one.evidence.quote));
  const sample = prepared.slice(0, mostCompared);
  const alike = prepared.map((one) =>
    sample.reduce((sum, other) => sum + similarity(one, other), 0),
  );
  return quotes
    .map((one, i) => ({ one, worth: alike[i] ?? 0 }))
    .sort((a, b) => b.worth - a.worth)
    .map(({ one }) => one);
}

function quoted({ result, turns }: Instance, side: 'bot' | 'agent'): Quote | null {
  const told = turns.filter((turn) => (result.quotes[turn] ?? '').trim() !== '');
  const turn = told.find((one) => one.startsWith(side)) ?? told[0];
  if (turn === undefined) return null;
  return {
    sessionId: result.sessionId,
    contactId: result.contactId,
    turns: [...turns],
    quote: result.quotes[turn] ?? '',
  };
}

function byClarity(a: Instance, b: Instance): number {
  return (
    Number(isStrong(b.result)) - Number(isStrong(a.result)) ||
    Number(b.primary) - Number(a.primary) ||
    b.confidence - a.confidence ||
    (a.result.session < b.result.session ? -1 : 1)
  );
}

/** Joined by a shared key, or all but certain. */
export const isStrong = ({ link }: JourneyResult): boolean =>
  link.status === 'linked' && (link.method === 'key' || link.probability >= strongLink);
