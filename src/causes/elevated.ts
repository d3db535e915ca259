/** Where slots, loops and backends fail beyond what is usual on this bot. */
import type { JourneyResult } from '../domain/journey.js';
import type { Cause } from '../domain/ticket.js';
import type { HasSlot } from './chain.js';
import type { RepairInput } from './repair-input.js';
import { everywhere, timesUsual, timesUsualLoop } from './settings.js';
import { beyondUsual, type Rate, usualRate } from './usual-rates.js';

export interface Elevated {
  isBeyond(cause: Cause): boolean;
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
  const unheard = new Set(results.filter(hasUnheard).map(({ session }) => session));
  const intents = {
    intent_loop: beyondUsual(
      intentRates('intent_loop', (session) => !unheard.has(session)),
      timesUsualLoop,
    ),
    backend_error: beyondUsual(intentRates('backend_error'), timesUsual),
  };
  return {
    failsEverywhere: usualRate(intentRates('backend_error')) >= everywhere,
    isBeyond: ({ category, intent, slot }) => {
      if (category === 'uncaptured_slot' || category === 'wrong_slot_value')
        return pairs[category].has(pairOf(intent, slot));
      if (category === 'intent_loop' || category === 'backend_error')
        return intents[category].has(intent ?? '');
      return true;
    },
  };
}

/** A form that does not catch an answer asks again; then the answer is the fault, not the form. */
const hasUnheard = ({ findings }: JourneyResult): boolean =>
  findings.some(({ category }) => category === 'uncaptured_slot');

const rateOf = (
  of: string,
  failed: ReadonlyMap<string, number>,
  tried: ReadonlyMap<string, number>,
): Rate => ({ of, failed: failed.get(of) ?? 0, tried: tried.get(of) ?? 0 });

/** Journeys in which the bot asked for a slot of the wanted intent's form, or was told it. */
function countAsked(results: readonly JourneyResult[], hasSlot: HasSlot): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ledger, trueIntent, botIntent } of results) {
    const intent = trueIntent.standing === 'none' ? botIntent : (trueIntent.name ?? undefined);
    for (const { slot, bot } of ledger) {
      if (bot === 'never_asked' || !hasSlot(intent, slot)) continue;
      const pair = pairOf(intent, slot);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return counts;
}
