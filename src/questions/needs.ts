/**
 * Which slots an intent needs by what agents ask for: the definition names only what its author thought of. What a journey
 * is about is seldom certain, so each counts for every intent by its share, and what its agent asks for moves the shares:
 * a mixture, fitted by expectation maximisation.
 */

import { type Distribution, normalised } from '../intents/distribution.js';
import type { AgentAsk } from './agent-side.js';
import { countsOf, type Part } from './need-counts.js';
import type { NeedTrace } from './need-trace.js';
import { isFormless, neededByCode, oftenAsked, sumOf } from './needed-often.js';
import {
  claimTrust,
  definedRate,
  leastRead,
  likelyAbout,
  mostRate,
  needRounds,
  needTrust,
  negligible,
  silenceTrust,
  usuallyRead,
  usuallyRight,
} from './settings-of-needs.js';
import { shareOf, type Uncertain } from './share-of-need.js';
import type { QuestionTools } from './tools.js';

export interface Needs {
  /** The first of them are those that the signals speak of. "None of them" comes after the last. */
  intents: readonly string[];
  slots: ReadonlyMap<string, SlotNeed>;
  /** Slots that agents ask for wherever they file a contact under a wrap-up code: the bot may have no intent for it. */
  byCode: ReadonlyMap<string, ReadonlySet<string>>;
  /** P(what the bot acted on is what the customer wants). */
  actedRight: number;
  /** Share of the agents' asks that are read: how many of the asks that the definition lets expect were seen. */
  read: Uncertain;
  /** The same in counts: asks that the definition lets expect, and those of them that were seen. */
  expected: Record<'seen' | 'all', number>;
}

/** Of one slot, by intent. */
interface SlotNeed {
  /** ln P(the agent asks for it | the bot does not hold it), and of what an agent's silence about it is worth. */
  logs: { asked: Distribution; silent: Distribution };
  /** The definition says so, or agents ask for it often enough, as likely as not. */
  needed: readonly boolean[];
}

/** `wants`: the intents that the traces' posteriors are over. */
export function learnNeeds(
  traces: readonly NeedTrace[],
  wants: readonly string[],
  tools: QuestionTools,
): Needs {
  const acted = new Set(traces.flatMap(({ acted: name }) => name ?? []));
  const others = [...acted].filter((name) => !wants.includes(name)).sort();
  const intents = [...wants, ...others];
  // An agent who asks for nothing passes the customer on, or knows everything.
  const telling = traces.filter(({ asked, held }) => asked.size + held.size > 0);
  let needs: Needs = {
    intents,
    slots: new Map(),
    byCode: new Map(),
    actedRight: usuallyRight,
    read: allRead,
    expected: { seen: 0, all: 0 },
  };
  for (let round = 0; round < needRounds; round++) {
    const shares = telling.map((trace) => partsOf(sharesOf(trace, needs)));
    const expected = expectedAsks(telling, shares, intents, tools);
    const read = readShare(expected);
    needs = {
      intents,
      read,
      expected,
      byCode: new Map(),
      slots: slotNeeds(telling, shares, intents, read, tools),
      actedRight: rightShare(telling, shares, intents),
    };
  }
  return { ...needs, byCode: neededByCode(telling, needs.read, tools) };
}

/** What the agent surely asks for, identity checks apart. */
export function surelyAsked(asks: readonly AgentAsk[], { config }: QuestionTools): Set<string> {
  const sure = asks.filter(
    ({ kind, confidence, slot }) =>
      kind === 'request' &&
      confidence >= config.askConfidence &&
      !config.verificationSlots.includes(slot),
  );
  return new Set(sure.map(({ slot }) => slot));
}

/** The slots that a journey needs, as likely as not, given what is known of it. */
export function neededSlots(trace: NeedTrace, needs: Needs): Set<string> {
  const shares = sharesOf(trace, needs);
  const found = new Set(needs.byCode.get(trace.code ?? ''));
  for (const [slot, { needed }] of needs.slots) {
    const likely = shares.reduce((sum, share, k) => sum + (needed[k] ? share : 0), 0);
    if (likely >= 0.5) found.add(slot);
  }
  return found;
}

/** What a journey is about, by what the signals say, what the bot acted on, and what the agent asks for. */
function sharesOf(
  { posterior, acted, held, asked }: NeedTrace,
  { intents, slots, actedRight }: Needs,
): Distribution {
  const astray = (1 - actedRight) / (intents.length + 1);
  const before = [...intents, undefined].map((name, k) => {
    const last = (posterior?.length ?? 0) - 1;
    const said = name === undefined ? posterior?.[last] : k < last ? posterior?.[k] : negligible;
    return (
      (posterior ? (said ?? 0) ** claimTrust : 1) *
      (acted === undefined || name === acted ? 1 : astray)
    );
  });
  const open = [...slots].filter(([slot]) => asked.size > 0 && !held.has(slot));
  const evidence = open.map(([slot, { logs }]) => (asked.has(slot) ? logs.asked : logs.silent));
  const after = normalised(before).map((share, k) => {
    if (share < negligible) return 0;
    let log = 0;
    for (const logs of evidence) log += logs[k] ?? 0;
    return share * Math.exp(log);
  });
  return normalised(after);
}

const noSlots: ReadonlySet<string> = new Set();

const definedNeeds = ({ forms }: QuestionTools, intents: readonly string[]) =>
  intents.map((intent) => forms.byIntent.get(intent) ?? noSlots);

const partsOf = (shares: Distribution): Part[] =>
  shares.flatMap((share, k) => (share === 0 ? [] : { k, share }));

function slotNeeds(
  traces: readonly NeedTrace[],
  shares: readonly Part[][],
  intents: readonly string[],
  read: Uncertain,
  tools: QuestionTools,
): Map<string, SlotNeed> {
  const defined = definedNeeds(tools, intents);
  const asked = new Set(traces.flatMap((trace) => [...trace.asked]));
  for (const slot of defined.flatMap((slots) => [...slots])) asked.add(slot);
  const { counts: bySlot, total } = countsOf([...asked].sort(), traces, shares, intents.length + 1);
  return new Map(
    [...bySlot].map(([slot, { hits, held }]) => {
      // Where the bot always holds it, sums of floating-point numbers may leave less than nothing.
      const all = total.map((n, k) => Math.max(0, n - (held[k] ?? 0)));
      const [hitsOfAll, allOfAll] = [sumOf(hits), sumOf(all)];
      const mean = (hitsOfAll + 0.5) / (allOfAll + 1);
      const rates = hits.map((n, k) => {
        const rate = Math.min(mostRate, (n + needTrust * mean) / ((all[k] ?? 0) + needTrust));
        return defined[k]?.has(slot) ? Math.max(rate, definedRate) : rate;
      });
      const counts = hits.map((n, k) => ({ hits: n, all: all[k] ?? 0 }));
      const isDefined = (k: number) => defined[k]?.has(slot) ?? false;
      const known = {
        counts,
        isDefined,
        isFormless: isFormless(slot, tools),
        isNew: !tools.slots.has(slot),
      };
      const often = oftenAsked(known, read, tools);
      const needed = often.map((probability, k) => isDefined(k) || probability >= 0.5);
      const logs = {
        asked: rates.map((rate) => Math.log(rate)),
        silent: rates.map((rate) => silenceTrust * Math.log(1 - rate)),
      };
      return [slot, { logs, needed }] as const;
    }),
  );
}

/**
 * An agent asks for nearly all that the definition says an intent needs and the bot does not hold. What is seen of these asks
 * says how many are read; shares of asks are compared with the share that would be seen.
 */
function readShare({ seen, all }: Needs['expected']): Uncertain {
  // So that a night of few journeys is taken to read what most do.
  const { mean, variance } = shareOf({ hits: seen, all }, usuallyRead, needTrust);
  // Then nothing is known of how much is read, and what is seen stands as it is.
  if (mean < leastRead) return allRead;
  return { mean: Math.min(1, mean / definedRate), variance: variance / definedRate ** 2 };
}

const allRead: Uncertain = { mean: 1, variance: 0 };

function expectedAsks(
  traces: readonly NeedTrace[],
  shares: readonly Part[][],
  intents: readonly string[],
  tools: QuestionTools,
): Needs['expected'] {
  const defined = definedNeeds(tools, intents);
  let [seen, all] = [0, 0];
  traces.forEach(({ held, asked }, j) => {
    for (const { k, share } of (shares[j] ?? []).filter((part) => part.share >= likelyAbout))
      for (const slot of defined[k] ?? []) {
        if (held.has(slot)) continue;
        all += share;
        if (asked.has(slot)) seen += share;
      }
  });
  return { seen, all };
}

function rightShare(
  traces: readonly NeedTrace[],
  shares: readonly Part[][],
  intents: readonly string[],
): number {
  let [right, all] = [needTrust * usuallyRight, needTrust];
  traces.forEach(({ acted }, j) => {
    if (acted === undefined) return;
    all += 1;
    const at = intents.indexOf(acted);
    right += shares[j]?.find(({ k }) => k === at)?.share ?? 0;
  });
  return Math.min(mostRate, right / all);
}
