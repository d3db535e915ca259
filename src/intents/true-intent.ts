/** What the customer really wanted: a posterior over the bot's intents and "none", from independent signals. */
import type { Classifier } from '../domain/classifier.js';
import type { Contact } from '../domain/conversation.js';
import type { IntentSignal, TrueIntent } from '../domain/journey.js';
import { withoutTokens } from '../text/tokens.js';
import { type ClassifierReliability, likelihoods, reading } from './classifier-reliability.js';
import { type Distribution, normalised } from './distribution.js';
import { doubted, type FiledHere } from './one-code.js';
import { meaningOf, type OutcomeModel } from './outcome-model.js';
import { sameWords, speaksFrom, weightOf } from './settings.js';

export interface Words {
  toBot: Distribution | null;
  toAgent: Distribution | null;
  /** How like the two texts are, 0 to 1: the same words heard twice are heard once. */
  alike?: number;
  /** P(what the agent asks for and does not | each intent, none last), up to a common factor. */
  asked?: Distribution;
  /** P(the agent's own words | each intent, none last), up to a common factor. */
  byAgent?: Distribution;
}

export interface IntentModel {
  intents: readonly string[];
  codes: OutcomeModel;
  /** Of the codes. */
  filedHere: FiledHere;
  queues: OutcomeModel;
  /** How far the classifier's word is to be trusted. */
  reliability: ClassifierReliability;
  /** What customers want, all together: the intents and, last, none of them. */
  base: Distribution;
  /** How far a contact's queue follows from its wrap-up code, 0 to 1. */
  queueFollows: number;
}

export const nothingClaimed: TrueIntent = {
  name: null,
  probability: 0,
  signals: [],
  standing: 'none',
};

interface Voice {
  source: IntentSignal['source'];
  /** P(what the signal shows | each intent, none last), up to a common factor. */
  likelihood: Distribution;
  weight: number;
}

export interface IntentReading {
  voices: Voice[];
  /** Over the model's intents, "none of them" last; null where nothing speaks. */
  posterior: Distribution | null;
  alike: number;
}

/** What a contact is filed under. */
type Labels = Pick<Contact, 'queue' | 'outcome'>;

/** All signals of what the customer wanted, taken together. */
export function readIntent(
  words: Words,
  contact: Labels | undefined,
  model: IntentModel,
): IntentReading {
  const voices = model.intents.length === 0 ? [] : voicesOf(words, contact, model);
  const logs = model.base.map((share, k) =>
    voices.reduce(
      (sum, { likelihood, weight }) => sum + weight * Math.log(Math.max(likelihood[k] ?? 0, 1e-9)),
      Math.log(Math.max(share, 1e-9)),
    ),
  );
  const highest = Math.max(...logs);
  const together = normalised(logs.map((log) => Math.exp(log - highest)));
  const posterior = voices.length === 0 ? null : doubtedBy(contact, together, model);
  return { voices, posterior, alike: words.alike ?? 0 };
}

function doubtedBy(
  contact: Labels | undefined,
  posterior: Distribution,
  { codes, filedHere }: IntentModel,
): Distribution {
  const code = contact?.outcome.reason;
  const meaning = meaningOf(code, codes);
  const here = code === undefined ? undefined : filedHere.get(code);
  return meaning && here ? doubted(posterior, meaning, here) : posterior;
}

function voicesOf(words: Words, contact: Labels | undefined, model: IntentModel): Voice[] {
  const { base, reliability } = model;
  const code = meaningOf(contact?.outcome.reason, model.codes);
  const queue = meaningOf(contact?.queue, model.queues);
  const toAgent = contact ? words.toAgent : null;
  const { toBot } = words;
  // A label's meaning has the base in it already.
  const label = (means: Distribution) =>
    means.map((share, k) => share / Math.max(1e-9, base[k] ?? 0));
  const queueWeight = weightOf.queue * (code ? 1 - model.queueFollows : 1);
  const voices: Voice[] = [];
  if (code) voices.push({ source: 'wrap_up_code', likelihood: label(code), weight: weightOf.code });
  if (queue) voices.push({ source: 'queue', likelihood: label(queue), weight: queueWeight });
  if (contact && words.asked)
    voices.push({ source: 'slots_asked', likelihood: words.asked, weight: weightOf.asked });
  if (contact && words.byAgent)
    voices.push({ source: 'agent_words', likelihood: words.byAgent, weight: weightOf.byAgent });
  if (toAgent)
    voices.push({
      source: 'words_to_agent',
      likelihood: likelihoods(reading(toAgent), reliability),
      weight: weightOf.toAgent,
    });
  if (toBot)
    voices.push({
      source: 'words_to_bot',
      likelihood: likelihoods(reading(toBot), reliability),
      weight: toAgent ? weightOf.toBot : weightOf.alone,
    });
  return voices;
}

/** The same without what the agent asks for, for those who weigh that themselves. */
export function unaskedPosterior(
  { asked: _, ...words }: Words,
  contact: Labels | undefined,
  model: IntentModel,
): Distribution | null {
  return readIntent(words, contact, model).posterior;
}

/** What may be claimed of it. */
export function trueIntent(
  reading: IntentReading,
  model: IntentModel,
  claimFrom: number,
): TrueIntent {
  const { posterior, voices } = reading;
  if (!posterior) return nothingClaimed;
  const at = bestOf(posterior);
  const { name, probability, standing } = claimOf(reading, model, claimFrom);
  const signals = voices.map((voice) => signalOf(voice, at, model.intents, model.base));
  return { name, probability, signals, standing };
}

/** The same without what each signal says, for those who ask for every journey several times over. */
export function claimOf(
  { voices, posterior, alike }: IntentReading,
  { intents, base }: IntentModel,
  claimFrom: number,
): Omit<TrueIntent, 'signals'> {
  if (!posterior) return nothingClaimed;
  const at = bestOf(posterior);
  const speaking = voices.filter((voice) => speaksFor(voice, at, base)).map(({ source }) => source);
  const filed = speaking.some((source) => source === 'wrap_up_code' || source === 'queue');
  const said = speaking.filter((source) => source.startsWith('words')).length;
  const asked = speaking.includes('slots_asked');
  const byAgent = speaking.includes('agent_words');
  const votes =
    Number(filed) +
    Number(asked) +
    Number(byAgent) +
    (alike < sameWords ? said : Math.min(1, said));
  const probability = posterior[at] ?? 0;
  // That the classifier does not know the words is no sign that the bot lacks the intent; that agents file it elsewhere, or say something else, is.
  const votable = at < intents.length || filed || byAgent;
  const claimed = probability >= claimFrom && votes > 0 && votable;
  const standing = !claimed ? 'none' : votes >= 2 ? 'label' : 'review';
  return { name: intents[at] ?? null, probability, standing };
}

/** How likely the bot has an intent for what the customer wanted, whichever it is, and the likeliest of them. */
export function coveredBy(
  { posterior }: IntentReading,
  { intents }: Pick<IntentModel, 'intents'>,
): { intent: string | null; probability: number } {
  if (!posterior) return { intent: null, probability: 0 };
  const own = posterior.slice(0, intents.length);
  const probability = own.reduce((sum, p) => sum + p, 0);
  return { intent: intents[bestOf(own)] ?? null, probability };
}

function speaksFor({ likelihood, weight }: Voice, at: number, base: Distribution): boolean {
  const others = base.reduce(
    (sum, share, k) => (k === at ? sum : sum + share * (likelihood[k] ?? 0)),
    0,
  );
  const odds = ((likelihood[at] ?? 0) * (1 - (base[at] ?? 0))) / Math.max(1e-12, others);
  return weight > 0 && odds >= speaksFrom;
}

/** What the signal says by itself: the intent in question where it speaks for it, else its own best. */
function signalOf(
  voice: Voice,
  at: number,
  intents: readonly string[],
  base: Distribution,
): IntentSignal {
  const alone = normalised(base.map((share, k) => share * (voice.likelihood[k] ?? 0)));
  const own = speaksFor(voice, at, base) ? at : bestOf(alone);
  return { source: voice.source, intent: intents[own] ?? null, probability: alone[own] ?? 0 };
}

function bestOf(distribution: Distribution): number {
  let at = 0;
  distribution.forEach((p, i) => {
    if (p > (distribution[at] ?? 0)) at = i;
  });
  return at;
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
