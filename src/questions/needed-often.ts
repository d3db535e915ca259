/** From which share of the agents on a slot counts as needed. */
import type { NeedTrace } from './need-trace.js';
import { fewestJourneys, peculiarLift } from './settings.js';
import type { QuestionTools } from './tools.js';

/**
 * Some wordings are not understood. So a slot is needed, too, where a good part of the agents is seen to ask for it and
 * hardly anybody elsewhere, where it is not needed; an agent's habit of taking a phone number is the same everywhere.
 */
export function oftenAsked(
  counts: readonly Count[],
  isDefined: (at: number) => boolean,
  isNew: boolean,
  read: number,
  { config }: QuestionTools,
): boolean[] {
  const neededShare = config.neededShare * read;
  const shares = counts.map(({ hits, all }) => (all < fewestJourneys ? 0 : hits / all));
  const usual = counts.map((count, at) =>
    isDefined(at) || (shares[at] ?? 0) >= neededShare ? none : count,
  );
  const hits = sumOf(usual.map((count) => count.hits));
  const all = sumOf(usual.map((count) => count.all));
  return shares.map((share, at) => {
    if (share >= neededShare || !isNew) return share >= neededShare;
    const { hits: own, all: here } = usual[at] ?? none;
    const elsewhere = (hits - own + 0.5) / (all - here + 1);
    return share >= neededShare / 2 && share >= peculiarLift * elsewhere;
  });
}

export interface Count {
  hits: number;
  /** Journeys in which the bot does not hold the slot. */
  all: number;
}

const none: Count = { hits: 0, all: 0 };

export function neededByCode(
  traces: readonly NeedTrace[],
  read: number,
  tools: QuestionTools,
): Map<string, Set<string>> {
  const codes = [...new Set(traces.flatMap(({ code }) => code ?? []))].sort();
  const slots = [...new Set(traces.flatMap(({ asked }) => [...asked]))].sort();
  const needed = new Map(codes.map((code) => [code, new Set<string>()]));
  for (const slot of slots) {
    const without = traces.filter(({ held }) => !held.has(slot));
    const counts = codes.map((code) => {
      const own = without.filter((trace) => trace.code === code);
      return { hits: own.filter(({ asked }) => asked.has(slot)).length, all: own.length };
    });
    const often = oftenAsked(counts, () => false, !tools.slots.has(slot), read, tools);
    for (const [at, code] of codes.entries()) if (often[at]) needed.get(code)?.add(slot);
  }
  return needed;
}

export const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);
