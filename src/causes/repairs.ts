/** From causes to repairs: all causes that one unit of work, for one owner in one place, would end. */
import { type Category, categoryNames } from '../domain/categories.js';
import { formSlots } from '../domain/form-slots.js';
import type { JourneyResult } from '../domain/journey.js';
import { type RepairKind, repairKinds, repairs } from '../domain/repair.js';
import type { Cause, Quote, Repair } from '../domain/ticket.js';
import { groupBy } from '../lib/group-by.js';
import type { GroupedCause } from './causes.js';
import { describe } from './describe.js';
import { type Elevated, elevated } from './elevated.js';
import { handoffsOf } from './handoffs.js';
import type { RepairInput } from './repair-input.js';
import { repairOf } from './repair-of.js';
import { joinedCodes } from './same-wish.js';
import { slotsNamed } from './settings.js';
import { toldUnasked } from './unasked.js';

/** @returns repairs in a fixed order: by kind, then by what they are about. A cause is part of one repair at most. */
export function repairsOf(input: RepairInput): Repair[] {
  const { has: hasSlot } = formSlots(input.definition);
  const rates = elevated(input, hasSlot);
  const isUnasked = toldUnasked(input.causes, input.results);
  const byId = new Map(input.results.map((result) => [result.session, result]));
  const found = input.causes.flatMap((cause) => {
    const kind = repairOf(cause, hasSlot, isUnasked);
    return kind === null ? [] : [{ cause, kind }];
  });
  const lacking = found.filter(({ kind }) => kind === 'new_intent').map(({ cause }) => cause);
  const joined = joinedCodes(lacking, byId);
  const parts = found.map(({ cause, kind }) => {
    const isBeyond = !repairs[kind].beyondUsual || rates.isBeyond(cause, kind);
    const own = isBeyond ? keyOf(kind, cause) : isWhole(kind, rates) ? '' : usual;
    const key = kind === 'new_intent' ? (joined.get(own) ?? own) : own;
    return { cause, kind, key, isBeyond: key !== usual };
  });
  return [...groupBy(parts, ({ kind, key }) => JSON.stringify([kind, key])).values()]
    .map((group) => repairFrom(group, byId))
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

interface Part {
  cause: GroupedCause;
  kind: RepairKind;
  key: string;
  isBeyond: boolean;
}

/** What is not beyond the usual rate is kept apart from what is, under one name a kind: it is no work of its own. */
const usual = 'usual';

/** Loops everywhere are one repair, the rule that lets a question be repeated; so are backends that fail everywhere. */
const isWhole = (kind: RepairKind, { failsEverywhere }: Elevated): boolean =>
  kind === 'break_loop' || (kind === 'fix_backend' && failsEverywhere);

function keyOf(kind: RepairKind, cause: GroupedCause): string {
  const { by } = repairs[kind];
  if (by === 'nothing') return '';
  if (by === 'window') return JSON.stringify([cause.intent ?? null, cause.window ?? null]);
  return cause[by] ?? '';
}

function repairFrom(parts: readonly Part[], results: ReadonlyMap<string, JourneyResult>): Repair {
  const { kind, key, isBeyond } = parts[0] as Part;
  const causes = parts.map(({ cause }) => cause);
  const largest = [...causes].sort(
    (a, b) => b.sessions.length - a.sessions.length,
  )[0] as GroupedCause;
  const sessions = inOrder(
    causes.flatMap((one) => one.sessions),
    results,
  );
  const primary = new Set(causes.flatMap(({ primarySessions }) => primarySessions));
  const isWholeBot = key === '' && repairs[kind].by !== 'cluster';
  const intents = isWholeBot ? [] : distinct(causes.map(({ intent }) => intent));
  const slots = isWholeBot ? mostAsked(causes) : distinct(causes.map(({ slot }) => slot));
  const repair: Omit<Repair, 'title' | 'why'> = {
    repair: kind,
    owner: repairs[kind].owner,
    category: largest.category,
    categories: countCategories(causes),
    intents,
    slots,
    ...(intents.length === 1 && intents[0] !== undefined && { intent: intents[0] }),
    ...(slots.length === 1 && slots[0] !== undefined && { slot: slots[0] }),
    ...(largest.window && { window: largest.window }),
    ...(largest.windowCause && { windowCause: largest.windowCause }),
    key,
    ...handoffsOf(sessions, results),
    beyondUsual: isBeyond,
    parts: causes.map(({ category, intent, slot, cluster, window }) => ({
      category,
      ...(intent !== undefined && { intent }),
      ...(slot !== undefined && { slot }),
      ...(cluster !== undefined && { cluster }),
      ...(window && { window }),
    })),
    sessions,
    primarySessions: sessions.filter((session) => primary.has(session)),
    evidence: evidenceFrom(causes),
    robust: causes.filter(({ robust }) => robust).length * 2 >= causes.length,
  };
  return { ...repair, ...describe(repair, largest, results) };
}

function mostAsked(causes: readonly Cause[]): string[] {
  const counts = new Map<string, number>();
  for (const { slot, sessions } of causes)
    if (slot !== undefined) counts.set(slot, (counts.get(slot) ?? 0) + sessions.length);
  return [...counts]
    .sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
    .slice(0, slotsNamed)
    .map(([slot]) => slot)
    .sort();
}

const distinct = (values: readonly (string | undefined)[]): string[] =>
  [...new Set(values.filter((value) => value !== undefined))].sort();

function inOrder(
  sessions: readonly string[],
  results: ReadonlyMap<string, JourneyResult>,
): string[] {
  return [...new Set(sessions)]
    .flatMap((session) => results.get(session) ?? [])
    .sort((a, b) => a.startedAt - b.startedAt || (a.session < b.session ? -1 : 1))
    .map(({ session }) => session);
}

function countCategories(causes: readonly Cause[]): Repair['categories'] {
  const counts = new Map<Category, Set<string>>();
  for (const { category, sessions } of causes) {
    const known = counts.get(category) ?? new Set();
    counts.set(category, known);
    for (const session of sessions) known.add(session);
  }
  return [...counts]
    .map(([category, sessions]) => ({ category, journeys: sessions.size }))
    .sort(
      (a, b) =>
        b.journeys - a.journeys ||
        categoryNames.indexOf(a.category) - categoryNames.indexOf(b.category),
    );
}

const shown = 5;

/** In turn from each cause, the largest first, so that every part of the repair is seen. */
function evidenceFrom(causes: readonly Cause[]): Quote[] {
  const lists = [...causes]
    .sort((a, b) => b.sessions.length - a.sessions.length)
    .map(({ evidence }) => evidence);
  const chosen = new Map<string, Quote>();
  for (let round = 0; round < shown; round++)
    for (const list of lists) {
      const one = list[round];
      if (one && chosen.size < shown && !chosen.has(one.sessionId)) chosen.set(one.sessionId, one);
    }
  return [...chosen.values()];
}

const sortKey = ({ repair, key }: Repair): string =>
  `${String(repairKinds.indexOf(repair)).padStart(2, '0')} ${key}`;
