/** What the agents' own words say of the customers' wishes, learned from all journeys and read in each. */
import { createAgentWordReader, learnAgentWords } from '../intents/agent-words.js';
import { reading } from '../intents/classifier-reliability.js';
import { coveredCodes } from '../intents/covered-codes.js';
import { readIntent, type Words } from '../intents/true-intent.js';
import type { WordCounts } from '../intents/word-counts.js';
import { isAsked } from '../questions/questions.js';
import type { Heard } from './read-asks.js';
import type { Trace } from './trace.js';

/**
 * Which of the agents' words go with which wish.
 *
 * @param traces in an order that does not depend on how they came
 * @param covered see `coveredCodes`
 */
export function agentWordsOf(
  traces: readonly Trace[],
  { model, words }: Heard,
  covered: ReadonlySet<string>,
): WordCounts {
  const spoken = traces.flatMap((trace) => {
    const { session: key, contact, words: own } = trace;
    if (!contact) return [];
    const heard = isHeard(own);
    // What the bot's own phrases let be heard needs no second reading, which may have learned it wrongly from those that are not.
    const { byAgent: _, ...others } = heard ? own : (words.get(key) ?? own);
    const { posterior } = readIntent(others, contact, model);
    return [
      {
        key,
        code: contact.outcome.reason,
        posterior,
        isHeard: heard,
        said: statedIn(trace),
      },
    ];
  });
  return learnAgentWords(spoken, model.base, covered);
}

/** See `coveredCodes`. */
export function codesCovered(traces: readonly Trace[]): Set<string> {
  return coveredCodes(
    traces.flatMap((trace) => {
      const code = trace.contact?.outcome.reason;
      if (code === undefined) return [];
      return { code, isHeard: isHeard(trace.words), said: statedIn(trace) };
    }),
  );
}

/** @param words as the bot's own phrases let them be heard */
const isHeard = ({ toBot, toAgent }: Words): boolean =>
  [toBot, toAgent].some((said) => said !== null && reading(said).grade === 0);

/**
 * What is heard of a journey beside what the agent says.
 *
 * @param wasThere whether a journey was there when the counts were made, by session: then it is read by the counts without its fold
 */
export function createAgentHearing(
  counts: WordCounts,
  wasThere: (session: string) => boolean,
): (words: Words, trace: Trace) => Words {
  const read = createAgentWordReader(counts);
  return (words, trace) => {
    const { contact, session } = trace;
    if (!contact) return words;
    const key = wasThere(session) ? session : null;
    const byAgent = read(statedIn(trace), contact.outcome.reason, key);
    const { byAgent: _, ...others } = words;
    return byAgent ? { ...others, byAgent } : others;
  };
}

/** The same of all journeys that taught. */
export function hearAll<W extends Heard>(
  heard: W,
  traces: readonly Trace[],
  counts: WordCounts,
): W & Heard {
  const hear = createAgentHearing(counts, () => true);
  const words = traces.map((trace) => {
    const { session, words: own } = trace;
    return [session, hear(heard.words.get(session) ?? own, trace)] as const;
  });
  return { ...heard, words: new Map(words) };
}

/**
 * The agent's words that ask for nothing: what is asked for is another signal. What an agent has done is answered with courtesy ("sweet",
 * "finally okay"), which looks like a value and is none: so answered statements are among them.
 */
function statedIn({ questions }: Trace): string[] {
  const stated = (questions ?? []).filter((one) => !isAsked(one));
  return [...new Set(stated.flatMap(({ sentence }) => sentence.clause.stems))];
}
