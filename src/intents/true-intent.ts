/** What the customer really wanted: a posterior over the bot's intents and "none", from independent signals. */
import type { Classifier } from '../domain/classifier.js';
import type { Contact } from '../domain/conversation.js';
import type { IntentSignal, TrueIntent } from '../domain/journey.js';
import { withoutTokens } from '../text/tokens.js';
import { type Distribution, normalised } from './distribution.js';
import { type Hearing, likelihoods } from './hearing.js';
import type { OutcomeModel } from './outcome-model.js';

export interface Words {
  toBot: Distribution | null;
  toAgent: Distribution | null;
}

export interface IntentModel {
  intents: readonly string[];
  codes: OutcomeModel;
  queues: OutcomeModel;
  /** How far the shadow's word is to be trusted. */
  hearing: Hearing;
}

/** The intent that a journey is about: what the agent side shows, where it claims one, else what the bot acted on. */
export function intentInQuestion(truth: TrueIntent, acted: string | undefined): string | undefined {
  return (truth.standing === 'none' ? null : truth.name) ?? acted;
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

export interface IntentReading {
  signals: IntentSignal[];
  /** Over the model's intents, "none of them" last; null where nothing speaks. */
  posterior: Distribution | null;
}

/** All signals of what the customer wanted, taken together. */
export function readIntent(
  words: Words,
  contact: Contact | undefined,
  model: IntentModel,
): IntentReading {
  const { intents } = model;
  if (intents.length === 0) return { signals: [], posterior: null };
  const given: [IntentSignal['source'], Distribution | null][] = [
    ['wrap_up_code', model.codes.given(contact?.outcome.reason)],
    ['queue', model.queues.given(contact?.queue)],
    ['words_to_agent', contact ? weighed(words.toAgent, model.hearing) : null],
    ['words_to_bot', weighed(words.toBot, model.hearing)],
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
  const highest = Math.max(...logs);
  const posterior =
    signals.length === 0 ? null : normalised(logs.map((log) => Math.exp(log - highest)));
  return { signals, posterior };
}

/** What may be claimed of it. */
export function trueIntent(
  { signals, posterior }: IntentReading,
  { intents }: IntentModel,
  claimFrom: number,
): TrueIntent {
  if (!posterior) return nothingClaimed;
  const { intent, probability } = best(posterior, intents);
  const votes = signals.filter(
    (one) => one.intent === intent && one.probability >= votesFrom && canVote(one),
  );
  const claimed = probability >= claimFrom && votes.length > 0;
  const standing = !claimed ? 'none' : votes.length >= 2 ? 'label' : 'review';
  return { name: intent, probability, signals, standing };
}

/** The shadow's posterior as evidence: what it said, by how often it says so of each intent. */
function weighed(posterior: Distribution | null, hearing: Hearing): Distribution | null {
  return posterior && normalised(likelihoods(posterior, hearing));
}

/** That the shadow does not know the words is no sign that the bot lacks the intent; that agents file it elsewhere is. */
const canVote = ({ source, intent }: IntentSignal) => intent !== null || source === 'wrap_up_code';

function best(distribution: Distribution, intents: readonly string[]) {
  let at = 0;
  distribution.forEach((p, i) => {
    if (p > (distribution[at] ?? 0)) at = i;
  });
  return { intent: intents[at] ?? null, probability: distribution[at] ?? 0 };
}

/** A text that is small talk but for this share says nothing of what is wanted. */
const tellsFrom = 0.3;

/** The shadow's posterior on a text over what customers can want (see `wantsOf`), "none" last; null where it says nothing. */
export function distributionOf(
  text: string | undefined,
  shadow: Classifier | null,
  wants: readonly string[],
): Distribution | null {
  if (!shadow || wants.length === 0 || text === undefined) return null;
  const { ranking, none } = shadow.classify(withoutTokens(text));
  const byIntent = new Map(ranking.map(({ intent, probability }) => [intent, probability]));
  const said = [...wants.map((intent) => byIntent.get(intent) ?? 0), none];
  const told = said.reduce((sum, p) => sum + p, 0);
  return told < tellsFrom ? null : normalised(said);
}
