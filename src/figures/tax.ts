/** The handoff tax: the way to solving through the bot, less the way there for those who went straight to an agent. */
import { mean, median } from 'simple-statistics';
import type { Estimate } from '../domain/estimate.js';
import type { TaxStage } from '../domain/figures.js';
import { type DirectContact, type JourneyResult, stageNames } from '../domain/journey.js';
import { linkedOf, meanByDay } from './by-day.js';

/** Minutes from the bot's first message to the start of solving; null where any stage on the way is unknown. */
export function minutesToSolving({ effort }: JourneyResult): number | null {
  const { bot, wait, identify, explain } = effort;
  if (bot === null || wait === null || identify === null || explain === null) return null;
  return (bot + wait + identify + explain) / 60;
}

export function directMinutes(direct: readonly DirectContact[]): number | null {
  const known = direct.flatMap(({ secondsToSolving }) => secondsToSolving ?? []);
  return known.length === 0 ? null : median(known) / 60;
}

/** @returns null where nothing is known of the direct contacts: a tax needs something to be taken off */
export function handoffTax(
  results: readonly JourneyResult[],
  direct: readonly DirectContact[],
): Estimate | null {
  const usual = directMinutes(direct);
  if (usual === null) return null;
  return meanByDay(linkedOf(results), (result) => {
    const minutes = minutesToSolving(result);
    return minutes === null ? null : minutes - usual;
  });
}

/**
 * Stages before solving are those of journeys whose whole way there is known, so that their means, less the direct way, are
 * the tax. Where none is, as without transcripts, there is no tax either, and each stage is of the journeys in which it is known.
 */
export function stageFigures(results: readonly JourneyResult[]): TaxStage[] {
  const linked = linkedOf(results);
  const whole = linked.filter((one) => minutesToSolving(one) !== null);
  const onTheWay = whole.length > 0 ? whole : linked;
  return stageNames.map((stage) => {
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
