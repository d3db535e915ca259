/**
 * What tonight's learning says of one journey, in short: while that is the same, and the journey's records are, judging it again
 * would find the same. Probabilities may move a little, so that a digit does not have everything judged anew.
 */
import { coveredBy, readIntent, trueIntent } from '../intents/true-intent.js';
import { neededSlots, surelyAsked } from '../questions/needs.js';
import { misheard, shapes } from '../questions/told-before.js';
import { createTools } from '../questions/tools.js';
import { textKey } from '../text/text-key.js';
import type { DetectContext } from '../transcript/context.js';
import { feltMood } from './de-escalation.js';
import type { NightModels } from './learned.js';
import { needTraceOf } from './need-trace.js';
import { referencesIn } from './opening.js';
import { leastBelieved, tolerance } from './settings.js';
import type { Trace } from './trace.js';

export interface LearnedAbout {
  /** Names and slots, as one hash. */
  claims: string;
  /** Probabilities of these, in a fixed order. */
  chances: number[];
}

export const sameLearned = (a: LearnedAbout, b: LearnedAbout): boolean =>
  a.claims === b.claims &&
  a.chances.length === b.chances.length &&
  a.chances.every((chance, i) => Math.abs(chance - (b.chances[i] ?? 0)) < tolerance);

/** @returns null where nothing was learned of wordings: then every question is read by its words and by what is needed */
export function createLearnedAbout(
  learned: NightModels,
  context: DetectContext,
): (trace: Trace) => LearnedAbout | null {
  const tools = createTools(context, learned.slots);
  const { model, needs, verbatimRates } = learned;
  const { trueIntentFrom, askConfidence } = context.config;
  return ({ session, intent, contact, words, held, receptions, opening }) => {
    if (learned.asking === null) return null;
    const heard = learned.words.get(session) ?? words;
    const reading = readIntent(heard, contact ?? undefined, model);
    const truth = trueIntent(reading, model, trueIntentFrom);
    const covered = coveredBy(reading, model);
    const asks = learned.asks.get(session) ?? [];
    const known = needTraceOf({ words: heard, contact: contact ?? undefined, intent, held }, model);
    const needed = (asked: Set<string>) => [...neededSlots({ ...known, asked }, needs)].sort();
    const claims = [
      [truth.name, truth.standing, covered.intent, covered.probability >= leastBelieved],
      asks.map(({ turn, slot, kind, confidence }) => [
        turn,
        slot,
        kind,
        confidence >= askConfidence,
      ]),
      receptions.map((one) => feltMood(one, learned.deEscalation)),
      opening && referencesIn(opening, learned.openings),
      needed(new Set()),
      needed(surelyAsked(asks, tools)),
    ];
    return {
      claims: textKey(JSON.stringify(claims)),
      chances: [
        truth.probability,
        covered.probability,
        ...asks.map(({ confidence }) => confidence),
        ...held.flatMap((slot) => [
          verbatimRates.get(slot) ?? 0,
          ...shapes.map((shape) => misheard(slot, shape, verbatimRates)),
        ]),
      ].map((chance) => Math.round(1000 * chance) / 1000),
    };
  };
}
