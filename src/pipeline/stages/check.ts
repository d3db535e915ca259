/** Says whether the night's data came, before anything is made of them. */

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Config } from '../../domain/config.js';
import type { Delivered, FileRead, LinkedShare } from '../../domain/night.js';
import { version } from '../../domain/version.js';
import { addDays } from '../../lib/calendar.js';
import { purgedSetting } from '../../store/deletions.js';
import type { Span, Store } from '../../store/store.js';
import type { NightContext } from '../context.js';
import { deliveredOn } from '../delivered-on.js';
import {
  type LaterDay,
  type NightEvidence,
  oneSidedSince,
  platformsOf,
  suspicions,
} from '../health/judge.js';
import { healthSettings as settings } from '../health/settings.js';
import type { Checked, Ingested, Linked } from '../so-far.js';
import type { Stage } from '../stage.js';

export const checkStage: Stage<Ingested & Linked, Checked> = {
  name: 'check',
  async run(context, soFar) {
    const { config, store, seconds } = context;
    const { night, from, ingested, linked, sides } = soFar;
    const own = dayOf(night, context);
    const delivered = await deliveredOn(night, context);
    const files = await filesOf(soFar, context);
    const links = shareOf(soFar, own);
    const evidence = {
      night,
      inputProblems: ingested.warnings,
      files: Object.entries(files).map(([file, read]) => ({ file, ...read })),
      maximumQuarantineShare: config.maximumQuarantineShare,
      window: {
        from,
        sessions: sides.sessions.length,
        handoffs: linked.links.length,
        contacts: sides.contacts.length,
        found: linked.links.filter(({ status }) => status !== 'none').length,
      },
      silent: silentOf(soFar, context),
      purgedBefore: await store.setting(purgedSetting),
      delivered,
      usual: await usualDays(night, context),
      links,
      usualLinks: await usualLinks(soFar, context),
      later: await laterDays(night, context),
    };
    const suspect = context.acceptData ? [] : suspicions(evidence);
    const configHash = hashOf(config);
    const stored = await usualDays(night, context, async () => null);
    const newest = await newestDays({ from, night }, [delivered, ...stored], context);
    const day = { delivered, usual: stored, newest };
    return {
      day,
      isBehind: suspect.length > 0 && oneSidedSince(evidence).length > 0,
      record: { version, configHash, files, delivered, links, seconds, suspect },
    };
  },
};

function dayOf(day: string, { calendar }: NightContext): Span {
  return { from: calendar.startOf(day), to: calendar.startOf(addDays(day, 1)) };
}

/** A run again of the same night reads nothing anew: what its first run read still counts, while it is there. */
async function filesOf(
  { night, ingested }: Ingested,
  { store }: NightContext,
): Promise<Record<string, FileRead>> {
  const before = (await store.nightRecord(night))?.files ?? {};
  const still = Object.entries({ ...before, ...ingested.files }).filter(([file]) =>
    existsSync(file),
  );
  return Object.fromEntries(still.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** As they were when their nights ran, where a night did run; else as they are stored now. */
async function usualDays(
  night: string,
  context: NightContext,
  recordOf: Store['nightRecord'] = (day) => context.store.nightRecord(day),
): Promise<Delivered[]> {
  const { store, calendar } = context;
  const extent = await store.extent();
  if (!extent) return [];
  const first = calendar.local(extent.first).day;
  const days: Delivered[] = [];
  for (let week = 1; week <= settings.usualDays; week++) {
    const day = addDays(night, -7 * week);
    if (day < first) break;
    const then = await recordOf(day);
    days.push(then?.delivered ?? (await deliveredOn(day, context)));
  }
  return days;
}

/**
 * Days after the night's own that have agent contacts: where nobody named the night, it is the newest with sessions, and a bot log
 * that did not come would make the last whole night again and call it good. Today is not over, and says nothing.
 */
async function laterDays(night: string, context: NightContext): Promise<NightEvidence['later']> {
  const { isByItself, store, calendar, now } = context;
  if (!isByItself) return [];
  const last = await store.newestContact(calendar.startOf(calendar.local(now()).day));
  const days: LaterDay[] = [];
  for (let day = last === null ? night : calendar.local(last).day; day > night; ) {
    days.push({
      day,
      delivered: await deliveredOn(day, context),
      usual: await usualDays(day, context),
    });
    if (days.length === settings.laterDays) break;
    day = addDays(day, -1);
  }
  return days;
}

/** By platform, the last day of the window with a record of it. Days before the last are looked at only for one that brought nothing then. */
async function newestDays(
  { from, night }: { from: string; night: string },
  known: readonly Delivered[],
  context: NightContext,
): Promise<Checked['day']['newest']> {
  const newest: Checked['day']['newest'] = { sessions: {}, contacts: {} };
  const isDone = () =>
    bothSides.every((side) => platformsOf(known, side).every((platform) => newest[side][platform]));
  for (let day = night; day >= from && !isDone(); day = addDays(day, -1)) {
    const brought = await deliveredOn(day, context);
    for (const side of bothSides)
      for (const platform of Object.keys(brought[side])) newest[side][platform] ??= day;
  }
  return newest;
}

const bothSides = ['sessions', 'contacts'] as const;

/** Of good nights before; where too few have run, as when a month is read at once, of the days before in the window. */
async function usualLinks(soFar: Ingested & Linked, context: NightContext): Promise<LinkedShare[]> {
  const { night, from } = soFar;
  const before = await context.store.nightRecords(night, settings.usualNights);
  const good = before.filter(({ record }) => record.suspect.length === 0);
  if (good.length >= settings.fewestUsualDays) return good.map((one) => one.record.links);
  const days: LinkedShare[] = [];
  for (let back = 1; back <= settings.usualNights && addDays(night, -back) >= from; back++)
    days.push(shareOf(soFar, dayOf(addDays(night, -back), context)));
  return days;
}

function shareOf({ linked, sides }: Linked, { from, to }: Span): LinkedShare {
  const own = new Set(
    sides.handoffs.filter(({ at }) => at >= from && at < to).map(({ session }) => session),
  );
  const links = linked.links.filter(({ session }) => own.has(session));
  return {
    handoffs: links.length,
    found: links.filter(({ status }) => status !== 'none').length,
  };
}

function silentOf({ sides, night }: Linked & Ingested, { calendar }: NightContext) {
  const last = sides.contacts.reduce((newest, { at }) => Math.max(newest, at), 0);
  const lastDay = calendar.local(last).day;
  const handoffs = sides.handoffs.filter(({ at }) => calendar.local(at).day > lastDay).length;
  let days = 0;
  // A window without any contact is told by its sides.
  if (last > 0) for (let day = night; day > lastDay; day = addDays(day, -1)) days += 1;
  return { days, handoffs };
}

/** Where the files lie says nothing about what a night comes to. */
function hashOf({ file: _, database, out, keyFile, workers, ...config }: Config): string {
  return createHash('sha256').update(JSON.stringify(config)).digest('hex').slice(0, 32);
}
