/** Where slots, loops and backends fail beyond what is usual on this bot. */
import type { JourneyResult } from '../domain/journey.js';
import type { RepairKind } from '../domain/repair.js';
import type { Cause } from '../domain/ticket.js';
import type { HasSlot } from './chain.js';
import type { RepairInput } from './repair-input.js';
import { everywhere, fewestFailures, timesUsual, timesUsualLoop } from './settings.js';
import { beyondUsual, type Rate, usualRate } from './usual-rates.js';

export interface Elevated {
  /** @param kind the repair that the cause is part of */
  isBeyond(cause: Cause, kind: RepairKind): boolean;
  /** Backends fail so often everywhere that it is one repair for the whole bot. */
  failsEverywhere: boolean;
}

const pairOf = (intent: string | undefined, slot: string | undefined): string =>
  JSON.stringify([intent, slot]);

export function elevated({ causes, results, sessions }: RepairInput, hasSlot: HasSlot): Elevated {
  const asked = countAsked(results, hasSlot);
  const byIntent = new Map<string, number>();
  for (const { intent = '' } of sessions) byIntent.set(intent, (byIntent.get(intent) ?? 0) + 1);
  const ofPairs = (category: Cause['category']): Set<string> => {
    const failed = new Map(
      causes
        .filter((cause) => cause.category === category)
        .map(({ intent, slot, sessions: all }) => [pairOf(intent, slot), all.length]),
    );
    const pairs = new Set([...asked.keys(), ...failed.keys()]);
    return beyondUsual(
      [...pairs].map((of) => rateOf(of, failed, asked)),
      timesUsual,
    );
  };
  const intentRates = (
    category: Cause['category'],
    counts: (session: string) => boolean = () => true,
  ): Rate[] => {
    const failed = new Map(
      causes
        .filter((cause) => cause.category === category && cause.intent !== undefined)
        .map(({ intent = '', sessions: all }) => [intent, all.filter(counts).length]),
    );
    return [...byIntent.keys()].map((of) => rateOf(of, failed, byIntent));
  };
  const pairs = {
    uncaptured_slot: ofPairs('uncaptured_slot'),
    wrong_slot_value: ofPairs('wrong_slot_value'),
  };
  const isUnheard = hasUnheard(pairs.uncaptured_slot);
  const unheard = new Set(results.filter(isUnheard).map(({ session }) => session));
  const intents = {
    intent_loop: beyondUsual(
      intentRates('intent_loop', (session) => !unheard.has(session)),
      timesUsualLoop,
    ),
    backend_error: beyondUsual(intentRates('backend_error'), timesUsual),
  };
  return {
    failsEverywhere: usualRate(intentRates('backend_error')) >= everywhere,
    isBeyond: ({ category, intent, slot, sessions: all }, kind) => {
      // A conversation that is cut short leaves questions open now and then, in every form a few.
      if (kind === 'ask_before_handoff') return all.length >= fewestFailures;
      if (category === 'uncaptured_slot' || category === 'wrong_slot_value')
        return pairs[category].has(pairOf(intent, slot));
      if (category === 'intent_loop' || category === 'backend_error')
        return intents[category].has(intent ?? '');
      return true;
    },
  };
}

/**
 * A form that does not catch an answer asks again; then the answer is the fault, not the form. Where nobody sees whether the agent
 * had to ask, it is so for slots that this bot often does not catch.
 */
const hasUnheard =
  (often: ReadonlySet<string>) =>
  (result: JourneyResult): boolean =>
    result.findings.some(({ category }) => category === 'uncaptured_slot') ||
    result.ledger.some(
      ({ slot, bot }) =>
        bot === 'asked_not_captured' && often.has(pairOf(intentAsked(result), slot)),
    );

/** The intent whose form is in question. */
const intentAsked = ({ trueIntent, botIntent }: JourneyResult): string | undefined =>
  trueIntent.standing === 'none' ? botIntent : (trueIntent.name ?? undefined);

const rateOf = (
  of: string,
  failed: ReadonlyMap<string, number>,
  tried: ReadonlyMap<string, number>,
): Rate => ({ of, failed: failed.get(of) ?? 0, tried: tried.get(of) ?? 0 });

/** Journeys in which the bot asked for a slot of the wanted intent's form, or was told it. */
function countAsked(results: readonly JourneyResult[], hasSlot: HasSlot): Map<string, number> {
  const counts = new Map<string, number>();
  for (const result of results) {
    const intent = intentAsked(result);
    for (const { slot, bot } of result.ledger) {
      if (bot === 'never_asked' || !hasSlot(intent, slot)) continue;
      const pair = pairOf(intent, slot);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return counts;
}
