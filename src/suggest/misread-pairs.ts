/** Journeys in which the bot took one intent for another, by the two. */
import type { JourneyResult } from '../domain/journey.js';
import type { AdviceInput } from './advice.js';
import { labelled } from './candidates.js';
import { groupInOrder } from './group-in-order.js';

export interface MisreadPair {
  /** What the bot acted on. */
  from: string;
  /** What the agent side shows. */
  to: string;
  journeys: JourneyResult[];
}

/** Pairs with enough journeys, in order of their names. */
export function misreadPairs({ journeys, config }: AdviceInput): MisreadPair[] {
  const misread = journeys.flatMap((journey) => {
    const { botIntent: from, trueIntent } = journey;
    const to = trueIntent.name;
    if (!labelled(journey, config.labelProbability)) return [];
    return from === undefined || to === null || from === to ? [] : [{ from, to, journey }];
  });
  const groups = groupInOrder(misread, ({ from, to }) => JSON.stringify([from, to]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length < config.minimumEvidence) return [];
    return [{ from: first.from, to: first.to, journeys: group.map(({ journey }) => journey) }];
  });
}

/** Those whose two intents customers want: between a wish and a greeting nobody has to choose. */
export function pairsOfWishes(input: AdviceInput): MisreadPair[] {
  const wanted = new Set(input.results.map(({ trueIntent }) => trueIntent.name));
  return misreadPairs(input).filter(({ from }) => wanted.has(from));
}
