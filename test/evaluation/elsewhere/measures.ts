/** Measures that the scorers lack: asks read by the agents' manner, slots invented, the bias of the handoff tax. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type NamedAsks, namesOf } from './names.js';
import type { Judged } from './scorers.js';

interface Effort {
  bot: number | null;
  wait: number | null;
  identify: number | null;
  explain: number | null;
}
interface Details {
  session_id: string;
  legs?: string[];
  agent?: string;
  manner?: string;
  transcript?: boolean;
  ledger?: Record<string, { bot: string; agent: string }>;
  effort?: Effort;
}
interface Truth {
  session_id: string;
  findings: { category: string; slot?: string }[];
}
interface Night {
  session_id: string;
  contact_id: string | null;
  findings: { category: string; slot?: string }[];
  ledger?: { slot: string; agent: string }[];
  effort: Effort;
}

const linesOf = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);

/** Agent to manner, where the company's description has them. */
function mannersOf(world: string): Map<string, string> {
  const file = join(world, 'world.json');
  if (!existsSync(file)) return new Map();
  const { planted } = JSON.parse(readFileSync(file, 'utf8')) as {
    planted: { agents?: { id: string; style: string }[] };
  };
  return new Map((planted.agents ?? []).map(({ id, style }) => [id, style]));
}

const asksOf = (slots: readonly { slot: string; agent: string }[]) =>
  slots.filter(({ agent }) => agent === 'asked' || agent === 'verified').map(({ slot }) => slot);

const asksIn = ({ ledger = [] }: Night, detail: Details): NamedAsks => ({
  asked: asksOf(Object.entries(detail.ledger ?? {}).map(([slot, { agent }]) => ({ slot, agent }))),
  read: asksOf(ledger),
});

export interface Asks {
  /** Slots that agents asked for, in journeys that are rightly linked. */
  asked: number;
  /** Those of which the night's ledger says so. */
  read: number;
  /** Slots of which the ledger says that they were asked for, though they were not. */
  wrong: number;
}

export interface TaxError {
  median: number | null;
  medianAbsolute: number | null;
}

export interface Measures {
  asksByManner: Map<string, Asks>;
  asks: Asks;
  /** Share of the night's missed slots whose slot no agent of the company asks for. */
  inventedShare: number | null;
  /** Share of the bot team's slot findings that are really lost context. */
  lostContextAsBotShare: number | null;
  /** Seconds, ours less the sum of the true stages. */
  tax: TaxError;
  /** The same where one agent answered, with the seconds until that agent greeted: the way to solving holds them. */
  taxWithGreeting: TaxError;
}

interface ContactRecord {
  type: string;
  contact_id?: string;
  answered_at?: string;
  turns?: { actor: string; at: string }[];
}

/** By contact, seconds from the answer to the agent's first words. Empty where the truth's stages hold them. */
function greetingsOf({ world, leavesOutGreeting }: Judged): Map<string, number> {
  const greetings = new Map<string, number>();
  if (!leavesOutGreeting) return greetings;
  for (const one of linesOf<ContactRecord>(join(world, 'records.ndjson'))) {
    const greeted = one.turns?.find(({ actor }) => actor === 'agent')?.at;
    if (one.contact_id === undefined || !one.answered_at || greeted === undefined) continue;
    greetings.set(one.contact_id, (Date.parse(greeted) - Date.parse(one.answered_at)) / 1000);
  }
  return greetings;
}

const errorOf = (errors: readonly number[]): TaxError => ({
  median: median(errors),
  medianAbsolute: median(errors.map(Math.abs)),
});

const median = (numbers: readonly number[]): number | null =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? null;
const share = (part: number, all: number): number | null => (all === 0 ? null : part / all);

function taxOf(effort: Effort | undefined): number | null {
  if (!effort) return null;
  const { bot, wait, identify, explain } = effort;
  if (bot === null || wait === null || identify === null || explain === null) return null;
  return bot + wait + identify + explain;
}

function countAsks(counts: Asks, asked: readonly string[], read: readonly string[]): void {
  counts.asked += asked.length;
  counts.read += asked.filter((slot) => read.includes(slot)).length;
  counts.wrong += read.filter((slot) => !asked.includes(slot)).length;
}

const botTeam = ['missed_slot', 'uncaptured_slot', 'wrong_slot_value'];
const none = (): Asks => ({ asked: 0, read: 0, wrong: 0 });

/** Over the journeys whose link is right and whose contact has a transcript. */
export function measure(judged: Judged): Measures {
  const { world, night } = judged;
  const greetings = greetingsOf(judged);
  const manners = mannersOf(world);
  const details = new Map(
    linesOf<Details>(join(world, 'details.ndjson')).map((one) => [one.session_id, one]),
  );
  const truths = new Map(
    linesOf<Truth>(join(world, 'truth.ndjson')).map((one) => [one.session_id, one.findings]),
  );
  const everAsked = new Set(
    [...details.values()].flatMap(({ ledger = {} }) => Object.keys(ledger)),
  );
  const journeys = linesOf<Night>(join(night, 'journeys.ndjson')).flatMap((journey) => {
    const detail = details.get(journey.session_id);
    const isLinked = detail?.legs?.includes(journey.contact_id ?? '');
    return detail && isLinked && detail.transcript !== false
      ? { journey, detail, ...asksIn(journey, detail) }
      : [];
  });
  const names = namesOf(journeys);
  const named = (slot: string) => names.get(slot) ?? slot;
  const asksByManner = new Map<string, Asks>();
  const asks = none();
  const errors: number[] = [];
  const errorsWithGreeting: number[] = [];
  const slots = { missed: 0, invented: 0, bot: 0, lost: 0 };
  for (const { journey, detail, asked, read } of journeys) {
    const manner = detail.manner ?? manners.get(detail.agent ?? '') ?? 'unknown';
    const ofManner = asksByManner.get(manner) ?? none();
    asksByManner.set(manner, ofManner);
    for (const counts of [asks, ofManner]) countAsks(counts, asked, read.map(named));
    const [ours, theirs] = [taxOf(journey.effort), taxOf(detail.effort)];
    if (ours !== null && theirs !== null) {
      errors.push(ours - theirs);
      const greeting = greetings.get(journey.contact_id ?? '');
      if (greeting !== undefined && detail.legs?.length === 1)
        errorsWithGreeting.push(ours - theirs - greeting);
    }
    const lost = new Set(
      (truths.get(journey.session_id) ?? [])
        .filter(({ category }) => category === 'context_lost')
        .map(({ slot }) => slot),
    );
    for (const { category, slot: called = '' } of journey.findings) {
      const slot = named(called);
      if (category === 'missed_slot') slots.missed++;
      if (category === 'missed_slot' && !everAsked.has(slot)) slots.invented++;
      if (botTeam.includes(category)) slots.bot++;
      if (botTeam.includes(category) && lost.has(slot)) slots.lost++;
    }
  }
  return {
    asksByManner,
    asks,
    inventedShare: share(slots.invented, slots.missed),
    lostContextAsBotShare: share(slots.lost, slots.bot),
    tax: errorOf(errors),
    taxWithGreeting: errorOf(errorsWithGreeting),
  };
}
