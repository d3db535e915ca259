/** Whether a night may be relied on: pure, from what it read and found. */

import type { ByPlatform, Delivered, FileRead, LinkedShare } from '../../domain/night.js';
import { counted } from '../../lib/wording.js';
import { healthSettings as settings } from './settings.js';
import { belowUsual, belowUsualShare } from './usual.js';

export interface NightEvidence {
  /** Local date. */
  night: string;
  /** Files and globs that could not be read, as sentences. */
  inputProblems: readonly string[];
  files: readonly (FileRead & { file: string })[];
  maximumQuarantineShare: number;
  /** What the whole window holds. */
  window: { from: string; sessions: number; handoffs: number; contacts: number; found: number };
  /** Days up to the night's own without any agent contact, and the handoffs of them. */
  silent: { days: number; handoffs: number };
  /** First local date of which conversations are kept; null where nothing was ever purged. */
  purgedBefore: string | null;
  /** What the night's own day brought. */
  delivered: Delivered;
  /** The same of earlier days of its weekday. */
  usual: readonly Delivered[];
  /** Handoffs of the night's own day, and those of good nights before it. */
  links: LinkedShare;
  usualLinks: readonly LinkedShare[];
  /** Days after the night that are over and have agent contacts, the newest first; none where somebody named the night. */
  later: readonly LaterDay[];
}

export interface LaterDay {
  /** Local date. */
  day: string;
  delivered: Delivered;
  /** The same of earlier days of its weekday. */
  usual: readonly Delivered[];
}

/** What is missing, one short phrase each; empty for a good night. */
export function suspicions(evidence: NightEvidence): string[] {
  return [
    ...evidence.inputProblems,
    ...purged(evidence),
    ...unusable(evidence),
    ...quarantined(evidence),
    ...oneSidedSince(evidence),
    ...firstOf(oneSided, tooFew, oneSidedDay, tooFewSurveys)(evidence),
    ...unlinked(evidence),
  ];
}

/** Without their words, old journeys fail at nothing: a night that looks at them would replace what is known by less. */
function purged({ purgedBefore, window: { from } }: NightEvidence): string[] {
  if (purgedBefore === null || !looksBehind(from, purgedBefore)) return [];
  return [
    `conversations before ${purgedBefore} are purged, and this night looks at all since ${from}: it cannot be made again`,
  ];
}

/** Whether a window that begins on a local date reaches behind what is kept. */
export const looksBehind = (from: string, purgedBefore: string): boolean => from < purgedBefore;

/** A file of which nothing could be used is another format, or the same with other columns. */
function unusable({ files }: NightEvidence): string[] {
  return files
    .filter(({ read, quarantined: set }) => read > 0 && set === read)
    .map(({ file, read }) => `${file}: nothing of it could be used (${counted(read, 'record')})`);
}

/** Of the night's own day, which a month that is read at once would hide; else of its window: what is older is nobody's figures. */
function quarantined(evidence: NightEvidence): string[] {
  const { files, night, window, maximumQuarantineShare: most } = evidence;
  const share = (from: string, what: string) => {
    const counts = files.flatMap(({ days, ...whole }) =>
      days
        ? Object.entries(days).flatMap(([day, of]) => (day >= from && day <= night ? of : []))
        : whole,
    );
    const read = sum(counts.map((one) => one.read));
    const set = sum(counts.map((one) => one.quarantined));
    if (set <= read * most) return [];
    return [
      `more than ${most * 100} % of what was read ${what} is in quarantine (${set} of ${read}; maximum_quarantine_share)`,
    ];
  };
  const ofNight = share(night, `of ${night}`);
  return ofNight.length > 0 ? ofNight : share(window.from, `since ${window.from}`);
}

type Look = (evidence: NightEvidence) => string[];

/** What explains the others comes first, and says it alone. */
const firstOf =
  (...looks: readonly Look[]): Look =>
  (evidence) =>
    looks.map((look) => look(evidence)).find((found) => found.length > 0) ?? [];

function oneSided({ window: { from, sessions, handoffs, contacts } }: NightEvidence): string[] {
  if (contacts === 0) return [`no agent contact since ${from}`];
  if (sessions === 0) return [`no bot session since ${from}`];
  if (handoffs === 0 && sessions >= settings.sessionsWithoutHandoff)
    return [`none of ${sessions} bot sessions was handed to an agent`];
  return [];
}

/** What needs no history to be seen. */
function oneSidedDay(evidence: NightEvidence): string[] {
  const { delivered, night } = evidence;
  const sessionsToday = sum(Object.values(delivered.sessions));
  const contactsToday = sum(Object.values(delivered.contacts));
  if (sessionsToday === 0) return [`no bot session of ${night}`];
  if (contactsToday === 0 && delivered.handoffs >= settings.fewestHandoffs)
    return [`no agent contact of ${night}, and ${delivered.handoffs} handoffs`];
  return silentFor(evidence);
}

/** A small desk has few handoffs a day, and rests for a long weekend. */
function silentFor({ silent: { days, handoffs }, night }: NightEvidence): string[] {
  if (days < settings.silentDays || handoffs < settings.fewestHandoffs) return [];
  return [`no agent contact in the ${days} days up to ${night}, and ${handoffs} handoffs`];
}

/** Agents' contacts of days of which the bot has no log, unless the bot never works on such days. */
export function oneSidedSince({ later, delivered, night }: NightEvidence): string[] {
  const own = sum(Object.values(delivered.contacts));
  const missing = later.find(({ delivered: { sessions, contacts }, usual }) => {
    const isClosed =
      usual.length >= settings.fewestUsualDays &&
      usual.every((day) => sum(Object.values(day.sessions)) === 0);
    const came = sum(Object.values(contacts));
    const isEmpty = sum(Object.values(sessions)) === 0;
    return isEmpty && !isClosed && came > 0 && came >= own * settings.leastLaterShare;
  });
  return missing ? [`agent contacts up to ${missing.day}, but no bot session after ${night}`] : [];
}

function tooFew({ delivered, usual, night, files }: NightEvidence): string[] {
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'long', timeZone: 'UTC' }).format(
    Date.parse(night),
  );
  const said = (count: number, middle: number, what: string) =>
    `${what}: ${count} on ${night}, where a ${weekday} usually brings about ${Math.round(middle)}`;
  const of = (side: 'sessions' | 'contacts', name: string) =>
    platformsOf([delivered, ...usual], side).flatMap((platform) => {
      const count = delivered[side][platform] ?? 0;
      const middle = belowUsual(
        count,
        usual.map((day) => day[side][platform] ?? 0),
      );
      return middle === null ? [] : [said(count, middle, `${name} of ${platform}`)];
    });
  const found = [...of('sessions', 'bot sessions'), ...of('contacts', 'agent contacts')];
  if (found.length > 0) return [...found, ...cutFiles({ files, night })];
  const middle = belowUsual(
    delivered.handoffs,
    usual.map(({ handoffs }) => handoffs),
    settings.leastHandoffShare,
  );
  return middle === null ? [] : [said(delivered.handoffs, middle, 'handoffs')];
}

/** Where records of the day are missing, files of it that break off or break are named: one that was cut ends in half a record. */
function cutFiles({ files, night }: Pick<NightEvidence, 'files' | 'night'>): string[] {
  return files.flatMap(({ file, days }) => {
    const set = days?.[night]?.quarantined ?? 0;
    return set === 0
      ? []
      : [`${file}: ${counted(set, 'record')} of that day could not be read; was the file cut off?`];
  });
}

/** A source of surveys that stops is seen within three days; few of them come on their day. */
function tooFewSurveys({ delivered, usual, night }: NightEvidence): string[] {
  const count = delivered.surveys;
  if (count === undefined) return [];
  const middle = belowUsual(
    count,
    usual.flatMap(({ surveys }) => surveys ?? []),
  );
  if (middle === null) return [];
  return [
    `surveys: ${count} in the week to ${night}, where a week usually brings about ${Math.round(middle)}`,
  ];
}

function unlinked({ window, links, usualLinks }: NightEvidence): string[] {
  const { handoffs, contacts, found } = window;
  if (
    contacts > 0 &&
    handoffs >= settings.fewestHandoffs &&
    found < handoffs * settings.leastLinked
  )
    return [`${found} of ${handoffs} handoffs found an agent contact`];
  const usual = usualLinks
    .filter((one) => one.handoffs >= settings.fewestHandoffs)
    .map((one) => one.found / one.handoffs);
  const middle = belowUsualShare(links, usual);
  if (middle === null) return [];
  return [
    `${links.found} of the day's ${links.handoffs} handoffs found an agent contact, usually ${Math.round(middle * 100)} %`,
  ];
}

export const platformsOf = (days: readonly Delivered[], side: 'sessions' | 'contacts'): string[] =>
  [...new Set(days.flatMap((day) => Object.keys(day[side] satisfies ByPlatform)))].sort();
const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);
