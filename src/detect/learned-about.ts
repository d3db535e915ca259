/**
 * What tonight's learning says of one journey, in short: while that is the same, and the journey's records are, judging it again
 * would find the same. Probabilities count in steps, so that a digit that moves does not have everything judged anew.
 */
import { coveredBy, readIntent, trueIntent } from '../intents/true-intent.js';
import type { AgentAsk } from '../questions/agent-side.js';
import { neededSlots, surelyAsked } from '../questions/needs.js';
import { misheard, shapes } from '../questions/told-before.js';
import { createTools } from '../questions/tools.js';
import { textKey } from '../text/text-key.js';
import type { DetectContext } from '../transcript/context.js';
import type { NightModels } from './learn.js';
import type { Trace } from './trace.js';

const step = (probability: number): number => Math.round(10 * probability);

/** @returns null where nothing was learned of wordings: then every question is read by its words and by what is needed */
export function createLearnedAbout(
  learned: NightModels,
  context: DetectContext,
): (trace: Trace) => string | null {
  const tools = createTools(context, learned.slots);
  const { model, needs, sayable } = learned;
  const bare = ({ turn, slot, kind, confidence }: AgentAsk) => [turn, slot, kind, step(confidence)];
  return ({ session, intent, contact, words, held }) => {
    if (learned.asking === null) return null;
    const reading = readIntent(learned.words.get(session) ?? words, contact ?? undefined, model);
    const truth = trueIntent(reading, model, context.config.trueIntentFrom);
    const covered = coveredBy(reading, model);
    const asks = learned.asks.get(session) ?? [];
    const known = {
      posterior: reading.posterior,
      acted: intent,
      code: contact?.outcome.reason,
      held: new Set(held),
    };
    const needed = (asked: Set<string>) => [...neededSlots({ ...known, asked }, needs)].sort();
    return textKey(
      JSON.stringify([
        [truth.name, truth.standing, step(truth.probability)],
        [covered.intent, step(covered.probability)],
        asks.map(bare),
        needed(new Set()),
        needed(surelyAsked(asks, tools)),
        held.map((slot) => [
          step(sayable.get(slot) ?? 0),
          ...shapes.map((shape) => step(misheard(slot, shape, sayable))),
        ]),
      ]),
    );
  };
}
