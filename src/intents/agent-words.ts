/**
 * What an agent's own words say of the customer's wish. Customers say one wish in many ways, some of which the bot never learned; what agents
 * then do and say is much the same. Which words go with which wish is learned from the contacts themselves, by what the other signals say of them.
 */
import { seedOf } from '../lib/seed.js';
import { type Distribution, normalised } from './distribution.js';
import { agentWords, readingFolds } from './settings.js';
import { countWords, type WordCounts } from './word-counts.js';
import { createReader } from './word-reader.js';

export interface AgentTrace {
  /** The session: what puts it into its fold, whatever other journeys there are. */
  key: string;
  /** The wrap-up code. */
  code?: string | undefined;
  /** What the other signals say; null where none speaks. */
  posterior: Distribution | null;
  /** The bot's own training phrases let the customer's words be heard clearly: it is no question whether the bot has an intent for them. */
  isHeard: boolean;
  /** The agent's words, each once. */
  said: readonly string[];
}

interface Unsettled {
  fold: number;
  code: string;
  isHeard: boolean;
  posterior: Distribution | null;
  said: readonly string[];
}

/**
 * Expectation maximisation. What agents say of an intent is learned first of contacts whose words the bot's own phrases let be heard; the others of a code
 * show by it whether they want the same, or something that the bot lacks.
 *
 * @param traces in an order that does not depend on how they came
 * @param base what customers want, all together
 * @param covered see `coveredCodes`
 */
export function learnAgentWords(
  traces: readonly AgentTrace[],
  base: Distribution,
  covered: ReadonlySet<string>,
): WordCounts {
  const { doubt, rounds, noneAtFirst } = agentWords;
  const isKnown = wordsOfSome(traces);
  const before = traces.map(
    ({ key, code = '', posterior, isHeard, said }): Unsettled => ({
      fold: foldOf(key),
      code,
      isHeard,
      posterior: posterior?.map((p, k) => (1 - doubt) * p + doubt * (base[k] ?? 0)) ?? null,
      said: said.filter(isKnown),
    }),
  );
  const usual = sharesOfNone(before);
  let shares = new Map([...usual].map(([code, share]) => [code, Math.max(noneAtFirst, share)]));
  const count = (contacts: readonly Unsettled[]) => countWords(contacts, base.length, covered);
  let counts = count(fromThoseHeard(before, base.length, count, covered));
  for (let round = 1; round < rounds; round++) {
    const read = createReader(counts);
    const now = before.map((one) => {
      const { posterior, isHeard, code } = one;
      if (!posterior) return one;
      const prior = isHeard ? posterior : shifted(posterior, usual.get(code), shares.get(code));
      const told = read(one.said, one.fold, code);
      return { ...one, posterior: normalised(prior.map((p, k) => p * (told?.[k] ?? 1))) };
    });
    shares = sharesOfNone(now);
    counts = count(now);
  }
  return counts;
}

/**
 * Those that are not heard count for none of the intents, but under covered codes, where they count for the intents whose words their agents have; and for
 * intents of which too few are heard.
 */
function fromThoseHeard(
  contacts: readonly Unsettled[],
  size: number,
  count: (contacts: readonly Unsettled[]) => WordCounts,
  covered: ReadonlySet<string>,
): Unsettled[] {
  const none = size - 1;
  const heard = new Array<number>(size).fill(0);
  for (const { isHeard, posterior } of contacts)
    if (isHeard)
      posterior?.forEach((p, k) => {
        heard[k] = (heard[k] ?? 0) + p;
      });
  const isLearned = heard.map((n, k) => k < none && n >= agentWords.fewestContacts);
  const unsettled = contacts.map((one) => {
    const { posterior, isHeard } = one;
    if (isHeard || !posterior) return one;
    return { ...one, posterior: posterior.map((p, k) => (isLearned[k] || k === none ? 0 : p)) };
  });
  const read = covered.size > 0 ? createReader(count(unsettled)) : null;
  return unsettled.map((one, i) => {
    const before = contacts[i]?.posterior;
    if (one.isHeard || !one.posterior || !before) return one;
    const told = read && covered.has(one.code) ? read(one.said, one.fold, one.code) : null;
    if (told)
      return {
        ...one,
        posterior: normalised(
          told.map((p, k) => (k === none ? 0 : p * ((before[k] ?? 0) + agentWords.leastPrior))),
        ),
      };
    const rest = one.posterior.reduce((left, p) => left - p, 1);
    return { ...one, posterior: one.posterior.map((p, k) => (k === none ? rest : p)) };
  });
}

/** What a contact's signals say where none of the intents has another share in its code than it had when they were read. */
function shifted(posterior: Distribution, from = 0.5, to = 0.5): Distribution {
  const last = posterior.length - 1;
  const [none, own] = [to / Math.max(1e-9, from), (1 - to) / Math.max(1e-9, 1 - from)];
  return normalised(posterior.map((p, k) => p * (k === last ? none : own)));
}

/** By code, of the contacts that are not heard. */
function sharesOfNone(contacts: readonly Unsettled[]): Map<string, number> {
  const sums = new Map<string, [none: number, all: number]>();
  for (const { code, isHeard, posterior } of contacts) {
    if (isHeard || !posterior) continue;
    const [none, all] = sums.get(code) ?? [0, 0];
    sums.set(code, [none + (posterior.at(-1) ?? 0), all + 1]);
  }
  return new Map([...sums].map(([code, [none, all]]) => [code, none / all]));
}

/** @param key of a contact that was there as the counts were learned: it is read without its own fold; else null */
export type AgentWordReader = (
  said: readonly string[],
  code: string | undefined,
  key: string | null,
) => Distribution | null;

/** @returns what reads P(an agent's words | each intent, none last), up to a common factor; null where none of them tells wishes apart */
export function createAgentWordReader(counts: WordCounts): AgentWordReader {
  const read = createReader(counts);
  return (said, code = '', key) => {
    const told = read(said, key === null ? null : foldOf(key), code);
    return told && normalised(told);
  };
}

const foldOf = (key: string): number => seedOf(key) % readingFolds;

/** Words that some contacts have and others have not. */
function wordsOfSome(traces: readonly AgentTrace[]): (word: string) => boolean {
  const contacts = new Map<string, number>();
  for (const { said } of traces)
    for (const word of said) contacts.set(word, (contacts.get(word) ?? 0) + 1);
  const most = agentWords.mostOfContacts * traces.length;
  return (word) => {
    const n = contacts.get(word) ?? 0;
    return n >= agentWords.fewestContacts && n <= most;
  };
}
