/** What the wrap-up codes of a night's journeys were taken to mean, as a mapping for a person to review. */
import type { IntentSignal, JourneyResult } from '../domain/journey.js';

export interface ProposedOutcome {
  /** Wrap-up code. */
  code: string;
  contacts: number;
  /**
   * `intent`: it means one intent; `none`: it means none of the bot's; `unsure`: one intent, but not surely; `silent`: it
   * stands for many, or says nothing; `reviewed`: a person has mapped it.
   */
  standing: 'intent' | 'none' | 'unsure' | 'silent' | 'reviewed';
  /** null with `none`, `silent`, or where a person said that it says nothing. */
  intent: string | null;
  /** P(intent | code), learned; null where nothing was learned. */
  probability: number | null;
  /** Journeys whose customers' own words tell an intent, and those of them that tell this one. */
  words: { told: number; agree: number };
}

const sureFrom = 0.8;
const fewestContacts = 10;
/** The customer's words say an intent from this probability on. */
const toldFrom = 0.5;

/** By number of contacts. @param reviewed the config's mapping: code to intent, null where it says nothing */
export function proposeOutcomes(
  results: readonly JourneyResult[],
  reviewed: Readonly<Record<string, string | null>>,
): ProposedOutcome[] {
  const byCode = new Map<string, JourneyResult[]>();
  for (const result of results) {
    const code = result.outcome.reason;
    if (code !== undefined) byCode.set(code, [...(byCode.get(code) ?? []), result]);
  }
  return [...byCode]
    .map(([code, own]) => proposal(code, own, reviewed))
    .sort((a, b) => b.contacts - a.contacts || (a.code < b.code ? -1 : 1));
}

function proposal(
  code: string,
  own: readonly JourneyResult[],
  reviewed: Readonly<Record<string, string | null>>,
): ProposedOutcome {
  const signal = own.flatMap((one) => signalOf(one, 'wrap_up_code') ?? []).at(0);
  const mapped = reviewed[code];
  const intent = mapped === undefined ? (signal?.intent ?? null) : mapped;
  const told = own.flatMap((one) => {
    const words = signalOf(one, 'words_to_agent') ?? signalOf(one, 'words_to_bot');
    return words && words.intent !== null && words.probability >= toldFrom ? [words.intent] : [];
  });
  return {
    code,
    contacts: own.length,
    standing: mapped === undefined ? standingOf(signal, own.length) : 'reviewed',
    intent,
    probability: signal?.probability ?? null,
    words: { told: told.length, agree: told.filter((one) => one === intent).length },
  };
}

function standingOf(
  signal: IntentSignal | undefined,
  contacts: number,
): ProposedOutcome['standing'] {
  if (!signal) return 'silent';
  if (signal.probability < sureFrom || contacts < fewestContacts) return 'unsure';
  return signal.intent === null ? 'none' : 'intent';
}

const signalOf = ({ trueIntent }: JourneyResult, source: IntentSignal['source']) =>
  trueIntent.signals.find((one) => one.source === source);
