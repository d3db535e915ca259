/** The handoff tax: the way to solving through the bot, less the way there for those who went straight to an agent. */
import { mean, median } from 'simple-statistics';
import type { Estimate } from '../domain/estimate.js';
import type { TaxStage } from '../domain/figures.js';
import { type DirectContact, effortStages, type JourneyResult } from '../domain/journey.js';
import { groupBy } from '../lib/group-by.js';
import { linkedOf, meanByDay } from './by-day.js';
import { fewestDirect } from './settings.js';

/** Minutes from the bot's first message to the start of solving; null where any stage on the way is unknown. */
export function minutesToSolving({ effort }: JourneyResult): number | null {
  const { bot, wait, identify, explain } = effort;
  if (bot === null || wait === null || identify === null || explain === null) return null;
  return (bot + wait + identify + explain) / 60;
}

/**
 * Minutes that a direct contact needs on average to get there: one of the same wrap-up code where enough are known, else any.
 * Means on both sides, and like with like: a median would hide the long waits of the direct ones, and keep those of the others.
 * @returns null where nothing is known of direct contacts
 */
function directWays(direct: readonly DirectContact[]): ((reason?: string) => number) | null {
  const known = direct.filter(({ secondsToSolving }) => secondsToSolving !== null);
  if (known.length === 0) return null;
  const minutes = (list: readonly DirectContact[]) =>
    mean(list.map(({ secondsToSolving }) => secondsToSolving ?? 0)) / 60;
  const ofAll = minutes(known);
  const enough = [...groupBy(known, ({ outcome }) => outcome.reason)].filter(
    ([reason, same]) => reason !== undefined && same.length >= fewestDirect,
  );
  const byReason = new Map(enough.map(([reason, same]) => [reason, minutes(same)]));
  return (reason) => byReason.get(reason) ?? ofAll;
}

/**
 * What the tax takes off: the direct way, averaged over what the escalated customers came for.
 * @returns null where nothing is known of direct contacts
 */
export function directMinutes(
  results: readonly JourneyResult[],
  direct: readonly DirectContact[],
): number | null {
  const way = directWays(direct);
  if (way === null) return null;
  const known = linkedOf(results).filter((one) => minutesToSolving(one) !== null);
  return known.length === 0 ? way() : mean(known.map(({ outcome }) => way(outcome.reason)));
}

/**
 * The interval holds the chance of both sides: of two independent means, half widths add in squares.
 * @returns null where nothing is known of the direct contacts: a tax needs something to be taken off
 */
export function handoffTax(
  results: readonly JourneyResult[],
  direct: readonly DirectContact[],
): Estimate | null {
  const way = directWays(direct);
  if (way === null) return null;
  const tax = meanByDay(linkedOf(results), (result) => {
    const minutes = minutesToSolving(result);
    return minutes === null ? null : minutes - way(result.outcome.reason);
  });
  const other = meanByDay(
    direct,
    ({ secondsToSolving }) => secondsToSolving && secondsToSolving / 60,
  );
  if (tax === null || other === null) return tax;
  const reach = Math.hypot(tax.interval[1] - tax.value, other.interval[1] - other.value);
  return { ...tax, interval: [tax.value - reach, tax.value + reach] };
}

/**
 * Stages before solving are those of journeys whose whole way there is known, so that their means, less the direct way, are
 * the tax. Where none is, as without transcripts, there is no tax either, and each stage is of the journeys in which it is known.
 */
export function stageFigures(results: readonly JourneyResult[]): TaxStage[] {
  const linked = linkedOf(results);
  const whole = linked.filter((one) => minutesToSolving(one) !== null);
  const onTheWay = whole.length > 0 ? whole : linked;
  return effortStages.map((stage) => {
    const own = stage === 'solve' ? linked : onTheWay;
    const known = own.flatMap(({ effort }) => effort[stage] ?? []);
    return {
      stage,
      medianSeconds: known.length === 0 ? null : median(known),
      meanSeconds: known.length === 0 ? null : mean(known),
      n: known.length,
    };
  });
}
