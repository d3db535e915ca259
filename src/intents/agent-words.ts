/**
 * What an agent's own words say of the customer's wish. Customers say one wish in many ways, some of which the bot never learned; what agents
 * then do and say is much the same. Which words go with which wish is learned from the contacts themselves, by what the other signals say of them.
 */
import { seedOf } from '../lib/seed.js';
import { type Distribution, normalised } from './distribution.js';
import { agentWords, readingFolds } from './settings.js';
import { type Counts, countWords, type WordCounts } from './word-counts.js';

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

/**
 * Expectation maximisation. What agents say of an intent is learned first of contacts whose words the bot's own phrases let be heard; the others of a code
 * show by it whether they want the same, or something that the bot lacks.
 *
 * @param traces in an order that does not depend on how they came
 * @param base what customers want, all together
 */
export function learnAgentWords(traces: readonly AgentTrace[], base: Distribution): WordCounts {
  const { doubt, rounds } = agentWords;
  const isKnown = wordsOfSome(traces);
  const before = traces.map(({ key, code = '', posterior, isHeard, said }) => ({
    fold: foldOf(key),
    code,
    isHeard,
    posterior: posterior?.map((p, k) => (1 - doubt) * p + doubt * (base[k] ?? 0)) ?? null,
    said: said.filter(isKnown),
  }));
  let shares = sharesOfNone(before, agentWords.noneAtFirst);
  let counts = countWords(
    before.map((one) => ({
      ...one,
      posterior: one.posterior && (one.isHeard ? one.posterior : onlyNone(one.posterior)),
    })),
    base.length,
  );
  for (let round = 1; round < rounds; round++) {
    const read = createReader(counts);
    const now = before.map((one) => {
      if (!one.posterior) return one;
      const prior = one.isHeard
        ? one.posterior
        : withNone(one.posterior, shares.get(one.code) ?? 0);
      const told = read(one.said, one.fold, one.code);
      return {
        ...one,
        posterior: told ? normalised(prior.map((p, k) => p * (told[k] ?? 1))) : prior,
      };
    });
    shares = sharesOfNone(now, 0);
    counts = countWords(now, base.length);
  }
  return counts;
}

const onlyNone = (posterior: Distribution): Distribution =>
  posterior.map((_, k) => (k === posterior.length - 1 ? 1 : 0));

/** The same but for the share of none. */
function withNone(posterior: Distribution, none: number): Distribution {
  const last = posterior.length - 1;
  const rest = Math.max(1e-9, 1 - (posterior[last] ?? 0));
  return posterior.map((p, k) => (k === last ? none : ((1 - none) * p) / rest));
}

/** By code, of the contacts that are not heard. */
function sharesOfNone(
  contacts: readonly { code: string; isHeard: boolean; posterior: Distribution | null }[],
  least: number,
): Map<string, number> {
  const sums = new Map<string, [none: number, all: number]>();
  for (const { code, isHeard, posterior } of contacts) {
    if (isHeard || !posterior) continue;
    const [none, all] = sums.get(code) ?? [0, 0];
    sums.set(code, [none + (posterior.at(-1) ?? 0), all + 1]);
  }
  return new Map([...sums].map(([code, [none, all]]) => [code, Math.max(least, none / all)]));
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

/** @returns likelihoods of which the largest is 1 */
function createReader(counts: WordCounts) {
  const known = new Map<string, Distribution>();
  const logsOf = (word: string, own: Counts, fold: number | null, code: string): Distribution => {
    const place = JSON.stringify([word, fold, code]);
    const logs = known.get(place) ?? logsIn(own, counts, fold, code);
    known.set(place, logs);
    return logs;
  };
  return (said: readonly string[], fold: number | null, code: string): number[] | null => {
    const sums = new Array<number>(counts.size).fill(0);
    const telling = said.flatMap((word) => {
      const own = counts.words.get(word);
      return own ? [logsOf(word, own, fold, code)] : [];
    });
    if (telling.length === 0) return null;
    for (const logs of telling)
      logs.forEach((log, k) => {
        sums[k] = (sums[k] ?? 0) + log;
      });
    const highest = Math.max(...sums);
    return sums.map((sum) => Math.exp(agentWords.sharpness * (sum - highest)));
  };
}

/** Logs of P(word | each intent, or none of them in this code) over P(word), without the fold's contacts. */
function logsIn(
  own: Counts,
  { contacts, size, codes }: WordCounts,
  fold: number | null,
  code: string,
): Distribution {
  const row = fold === null ? null : (size + codes.size) * (1 + fold);
  const left = (counts: Counts, column: number): number =>
    Math.max(0, (counts[column] ?? 0) - (row === null ? 0 : (counts[row + column] ?? 0)));
  const columns = Array.from({ length: size }, (_, k) => k);
  const total = (counts: Counts): number => columns.reduce((sum, k) => sum + left(counts, k), 0);
  // What no other contact says is unknown.
  if (total(own) < 1) return columns.map(() => 0);
  const usual = total(own) / total(contacts);
  const share = (column: number, before: number, trust: number): number =>
    (left(own, column) + trust * before) / (left(contacts, column) + trust);
  const shares = columns.map((column) => share(column, usual, agentWords.trust));
  const ofCode = codes.get(code);
  if (ofCode !== undefined)
    shares[size - 1] = share(ofCode, shares[size - 1] ?? usual, agentWords.trustOfNone);
  const { offTopic } = agentWords;
  return shares.map((one) => Math.log((1 - offTopic) * (one / usual) + offTopic));
}
