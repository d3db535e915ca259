/**
 * By how much two systems' clocks disagree. A contact cannot begin before its handoff, and queues take somebody at once now
 * and then, so the earliest gaps of many pairs that surely belong together tell.
 */
import type { ClockReading } from '../domain/link.js';
import { firstFrom } from '../lib/binary-search.js';
import {
  farMs,
  leastDeviations,
  leastPairsForClocks,
  mostCarriersForClocks,
  onsetShare,
  processMs,
  stepMs,
  stretchMs,
  usualMs,
  widestShiftMs,
} from './settings.js';
import { type ContactSide, type HandoffSide, identityFields } from './sides.js';

/** One reading for each of the contacts' platforms with enough evidence; platforms in order of name. */
export function readClocks(
  handoffs: readonly HandoffSide[],
  contacts: readonly ContactSide[],
): ClockReading[] {
  const platforms = [...new Set(contacts.map(({ platform }) => platform))].sort();
  return platforms.flatMap((platform) => {
    const own = contacts.filter((contact) => contact.platform === platform);
    const byKey = gaps(handoffs, own, ({ keys }) => keys, 1);
    const sure =
      byKey.length >= leastPairsForClocks
        ? byKey
        : gaps(handoffs, own, identityKeys, mostCarriersForClocks);
    if (sure.length < leastPairsForClocks) return [];
    const sorted = Float64Array.from(sure).sort();
    const onset = onsetOf(sorted);
    if (onset === null) return [];
    const off = isBefore(sorted, onset) || onset > latest(sorted, onset);
    return [{ platform, aheadSeconds: off ? Math.round(onset / 1000) : 0, pairs: sure.length }];
  });
}

/** Contacts before their handoff: a few are different customers who share a value by chance. */
function isBefore(sorted: Float64Array, onset: number): boolean {
  if (onset >= -usualMs.before) return false;
  const early = firstFrom(sorted, -usualMs.before) - firstFrom(sorted, onset);
  return early >= leastPairsForClocks / 2;
}

/** A long queue begins late, too, but then its waits are spread as wide: only a delay beyond that is a clock's. */
function latest(sorted: Float64Array, onset: number): number {
  const from = firstFrom(sorted, onset);
  const until = firstFrom(sorted, onset + processMs);
  const median = sorted[Math.floor((from + until) / 2)] ?? onset;
  return Math.max(usualMs.after, median - onset);
}

/** The contacts as the bot's clock would have noted them. */
export function alignClocks(
  contacts: readonly ContactSide[],
  clocks: readonly ClockReading[],
): readonly ContactSide[] {
  const ahead = new Map(clocks.map(({ platform, aheadSeconds }) => [platform, aheadSeconds]));
  if (clocks.every(({ aheadSeconds }) => aheadSeconds === 0)) return contacts;
  return contacts.map((contact) => {
    const ms = 1000 * (ahead.get(contact.platform) ?? 0);
    if (ms === 0) return contact;
    const { at, endedAt } = contact;
    return { ...contact, at: at - ms, ...(endedAt !== undefined && { endedAt: endedAt - ms }) };
  });
}

const identityKeys = ({ customer }: HandoffSide | ContactSide): string[] =>
  identityFields.flatMap((field) =>
    customer[field] === undefined ? [] : `${field} ${customer[field]}`,
  );

/** Milliseconds from each handoff to the contacts that share a value with it, where few share it. */
function gaps(
  handoffs: readonly HandoffSide[],
  contacts: readonly ContactSide[],
  valuesOf: (side: HandoffSide | ContactSide) => readonly string[],
  mostContacts: number,
): number[] {
  const carriers = new Map<string, number[]>();
  for (const contact of contacts) {
    for (const value of valuesOf(contact)) {
      const same = carriers.get(value);
      if (same) same.push(contact.at);
      else carriers.set(value, [contact.at]);
    }
  }
  return handoffs.flatMap((handoff) =>
    valuesOf(handoff).flatMap((value) => {
      const times = carriers.get(value) ?? [];
      if (times.length > mostContacts) return [];
      return times.map((at) => at - handoff.at).filter((gap) => Math.abs(gap) <= widestShiftMs);
    }),
  );
}

/** Where the densest stretch of the gaps begins; null where none stands out. @param sorted ascending. */
function onsetOf(sorted: Float64Array): number | null {
  const within = (from: number, ms: number) =>
    firstFrom(sorted, from + ms) - firstFrom(sorted, from);
  let peak = { at: 0, n: 0 };
  for (const at of sorted) {
    const n = within(at, stretchMs);
    if (n > peak.n) peak = { at, n };
  }
  const chance = byChance(sorted, peak.at);
  if (peak.n < leastPairsForClocks / 2 + chance + leastDeviations * Math.sqrt(chance)) return null;
  const steps = Array.from({ length: stretchMs / stepMs }, (_, i) => peak.at + i * stepMs);
  const densest = Math.max(...steps.map((from) => within(from, stepMs)));
  const strangers = (chance * stepMs) / stretchMs;
  const begins = Math.max(2, onsetShare * densest) + strangers + 4 * Math.sqrt(strangers);
  const near = sorted.filter((gap) => gap >= peak.at - stretchMs && gap <= peak.at + stretchMs);
  const first = near.findIndex((gap) => within(gap, stepMs) >= begins);
  // A step may begin with a stranger's gap some seconds before the rise, so the onset is where half of it is reached.
  return near[first < 0 ? near.length : first + Math.floor(begins / 2)] ?? null;
}

/** Gaps that a stretch would hold if it held no more than those far from `at`. */
function byChance(sorted: Float64Array, at: number): number {
  const near = firstFrom(sorted, at + farMs) - firstFrom(sorted, at - farMs);
  return ((sorted.length - near) * stretchMs) / (2 * widestShiftMs - 2 * farMs);
}
