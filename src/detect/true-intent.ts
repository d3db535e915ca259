/** What the customer really wanted: a posterior over the bot's intents and "none", from independent signals. */
import type { Classifier } from '../domain/classifier.js';
import type { Contact } from '../domain/conversation.js';
import type { IntentSignal, TrueIntent } from '../domain/journey.js';
import { withoutTokens } from '../text/tokens.js';
import { type Distribution, normalised, type OutcomeModel } from './outcome-model.js';

export interface Words {
  toBot: Distribution | null;
  toAgent: Distribution | null;
}

export interface IntentModel {
  intents: readonly string[];
  codes: OutcomeModel;
  queues: OutcomeModel;
}

/** Signals are not quite independent, so each counts for less than one; a queue serves many intents. */
const tempers: Record<IntentSignal['source'], number> = {
  wrap_up_code: 0.9,
  words_to_agent: 0.8,
  words_to_bot: 0.6,
  queue: 0.4,
};
/** A signal votes when its best intent is at least this likely. */
const votesFrom = 0.5;

export const nothingClaimed: TrueIntent = {
  name: null,
  probability: 0,
  signals: [],
  standing: 'none',
};

export function trueIntent(
  words: Words,
  contact: Contact | undefined,
  model: IntentModel,
  claimFrom: number,
): TrueIntent {
  const { intents } = model;
  if (intents.length === 0) return nothingClaimed;
  const given: [IntentSignal['source'], Distribution | null][] = [
    ['wrap_up_code', model.codes.given(contact?.outcome.reason)],
    ['queue', model.queues.given(contact?.queue)],
    ['words_to_agent', contact ? words.toAgent : null],
    ['words_to_bot', words.toBot],
  ];
  const signals: IntentSignal[] = [];
  let logs = intents.concat('').map(() => 0);
  for (const [source, distribution] of given) {
    if (!distribution) continue;
    signals.push({ source, ...best(distribution, intents) });
    logs = logs.map(
      (log, i) => log + tempers[source] * Math.log(Math.max(distribution[i] ?? 0, 1e-4)),
    );
  }
  if (signals.length === 0) return nothingClaimed;
  const highest = Math.max(...logs);
  const { intent, probability } = best(
    normalised(logs.map((log) => Math.exp(log - highest))),
    intents,
  );
  const votes = signals.filter((one) => one.intent === intent && one.probability >= votesFrom);
  const claimed = probability >= claimFrom && votes.length > 0;
  const standing = !claimed ? 'none' : votes.length >= 2 ? 'label' : 'review';
  return { name: intent, probability, signals, standing };
}

function best(distribution: Distribution, intents: readonly string[]) {
  let at = 0;
  distribution.forEach((p, i) => {
    if (p > (distribution[at] ?? 0)) at = i;
  });
  return { intent: intents[at] ?? null, probability: distribution[at] ?? 0 };
}

/** The shadow's posterior on a text, in the order of its intents, "none" last. */
export function distributionOf(
  text: string | undefined,
  shadow: Classifier | null,
): Distribution | null {
  if (!shadow || text === undefined) return null;
  const { ranking, none } = shadow.classify(withoutTokens(text));
  const byIntent = new Map(ranking.map(({ intent, probability }) => [intent, probability]));
  return [...shadow.intents.map((intent) => byIntent.get(intent) ?? 0), none];
}
