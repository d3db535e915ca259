/** Customers' own words as possible training phrases. */
import type { JourneyResult } from '../domain/journey.js';
import type { Phrase } from '../domain/suggestion.js';
import type { Prepared } from '../text/similarity.js';
import { words } from '../text/words.js';
import type { AdviceInput } from './advice.js';
import { personalData } from './personal-data.js';
import { longestWording } from './settings.js';
import { phraseKey, wordingKey } from './training.js';
import type { OwnEnds } from './wording.js';

export interface Candidate {
  phrase: Phrase;
  key: string;
  prepared: Prepared;
  /** See `Worded`. */
  content: string;
  ownEnds: OwnEnds;
  /** 0 to 1: how much the bot's classifier has to learn from it. */
  informative: number;
  /** 0 to 1: how probably its label is wrong. */
  doubt: number;
}

/**
 * The utterances of these journeys with made-up values, each wording once with all its sources; without what the
 * training data has already, what a person refused, and what says too little to be taught.
 *
 * @param whole the turn as it is, and not the wish in it alone
 */
export function candidatesFrom(
  journeys: readonly JourneyResult[],
  input: AdviceInput,
  intent: string | null,
  whole = false,
): Candidate[] {
  const byKey = new Map<string, Candidate>();
  for (const journey of journeys) {
    const { utterance } = journey;
    if (!utterance || !teachable(utterance.text)) continue;
    const worded = whole
      ? input.phrasing.turn(utterance, intent)
      : input.phrasing.wish(journey, intent);
    if (worded === null) continue;
    const { prepared, content, ownEnds, ...spoken } = worded;
    const key = phraseKey(spoken.text);
    if (words(spoken.text).length === 0 || input.isRefused(spoken)) continue;
    if (personalData(spoken.text) !== null) continue;
    if (isTaught(spoken.text, input, intent)) continue;
    const known = byKey.get(key);
    const doubt = input.doubt.get(journey.sessionId) ?? 0;
    if (known) {
      known.phrase.sources.push(sourceOf(journey, utterance.turn));
      known.doubt = Math.min(known.doubt, doubt);
    } else {
      const phrase = { ...spoken, sources: [sourceOf(journey, utterance.turn)] };
      const informative = surprise(spoken.text, input, intent) * journey.trueIntent.probability;
      byKey.set(key, { phrase, key, prepared, content, ownEnds, informative, doubt });
    }
  }
  return [...byKey.values()];
}

/** A slash or JSON is a button's payload or a command, not language. */
const payload = /^\s*[/{[]|^\s*[\w.-]+[:=][\w.-]+\s*$/;

function teachable(text: string): boolean {
  return text.length <= longestWording && !payload.test(text) && !/[⟨⟩]/.test(stripTokens(text));
}

const stripTokens = (text: string) => text.replace(/⟨[a-z_]+:[0-9a-f]+⟩/g, '');

/** In the bot's training data, with whatever figures; of nothing that it has an intent for under any. */
function isTaught(text: string, { training }: AdviceInput, intent: string | null): boolean {
  const intents = training.byWording.get(wordingKey(text));
  return intents !== undefined && (intent === null || intents.includes(intent));
}

/** Signals that agree with the label are its evidence; the others are not. */
export function sourceOf({ sessionId, trueIntent }: JourneyResult, turn: number) {
  const agreeing = trueIntent.signals.filter(({ intent }) => intent === trueIntent.name);
  const signals = [...new Set(agreeing.map(({ source }) => source))].sort();
  return { sessionId, turn, signals, labelProbability: trueIntent.probability };
}

function surprise(text: string, { training }: AdviceInput, intent: string | null): number {
  if (!training.shadow) return 1;
  const { none, ranking } = training.shadow.classify(text);
  if (intent === null) return 1 - none;
  return 1 - (ranking.find((one) => one.intent === intent)?.probability ?? 0);
}

/** Whether what was seen of the journey is sure enough to label its words. A weak link never is. */
export function labelled(journey: JourneyResult, labelProbability: number): boolean {
  return (
    journey.link.status === 'linked' &&
    journey.trueIntent.standing === 'label' &&
    journey.trueIntent.probability >= labelProbability
  );
}
