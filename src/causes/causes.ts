/** Findings of single journeys, and patterns of many, as causes: what one repair answers. */
import { type Category, type CauseKey, categories, type Grouping } from '../domain/categories.js';
import type { Finding, JourneyResult } from '../domain/journey.js';
import type { Pattern } from '../domain/pattern.js';
import type { Incident } from '../domain/report.js';
import type { Cause } from '../domain/ticket.js';
import { evidenceOf, type Instance, isStrong } from './evidence.js';
import { causeName, keyOf } from './membership.js';
import { minimumStrong, readable } from './settings.js';

/** A cause, with the wrap-up code that tells it from others of its category where nothing else does. */
export interface GroupedCause extends Cause {
  cluster?: string;
  /** What a pattern says of itself; of findings it is made from their numbers. */
  why?: string;
}

/** @returns causes in a fixed order: by category, then by what they are about */
export function causesOf(
  results: readonly JourneyResult[],
  patterns: readonly Pattern[],
  incidents: readonly Incident[],
): GroupedCause[] {
  const minimum = results.length < readable ? 1 : 2;
  const groups = groupFindings(results, incidents);
  const found = [...groups.values()]
    .filter(({ instances }) => instances.length >= minimum)
    .map(causeOfGroup);
  const many = patterns.flatMap((pattern) => {
    const cause = causeOfPattern(pattern, results);
    return cause === null ? [] : [cause];
  });
  return [...found, ...many].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

interface Group {
  category: Category;
  grouping: Grouping;
  key: CauseKey;
  instances: Instance[];
}

function groupFindings(
  results: readonly JourneyResult[],
  incidents: readonly Incident[],
): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const result of results) {
    for (const finding of result.findings) {
      const { category } = finding;
      const key = keyOf(finding, result, incidents);
      const { grouping } = categories[category];
      if (key === null || grouping === null) continue;
      const id = causeName({ category, ...key });
      const group = groups.get(id) ?? { category, grouping, key, instances: [] };
      groups.set(id, group);
      addInstance(group.instances, result, finding);
    }
  }
  return groups;
}

/** Results come one after the other, so a journey's second finding of one cause meets its first at the end. */
function addInstance(instances: Instance[], result: JourneyResult, finding: Finding): void {
  const last = instances.at(-1);
  const { turns, confidence, primary } = finding;
  if (last?.result !== result) instances.push({ result, turns, confidence, primary });
  else {
    last.turns = [...new Set([...last.turns, ...turns])];
    last.confidence = Math.max(last.confidence, confidence);
    last.primary ||= primary;
  }
}

function causeOfGroup({ category, grouping, key, instances }: Group): GroupedCause {
  return {
    category,
    owner: categories[category].owner,
    ...key,
    ...members(instances),
    // A wish without an intent is known by its words alone.
    evidence: evidenceOf(instances, grouping.quote, grouping.by.includes('cluster')),
    robust: isRobust(instances, categories[category].groundedIn === 'bot'),
  };
}

function members(instances: readonly Instance[]): Pick<Cause, 'sessions' | 'primarySessions'> {
  const ordered = [...instances].sort(
    ({ result: a }, { result: b }) => a.startedAt - b.startedAt || (a.session < b.session ? -1 : 1),
  );
  return {
    sessions: ordered.map(({ result }) => result.session),
    primarySessions: ordered.filter(({ primary }) => primary).map(({ result }) => result.session),
  };
}

/** Without the weak links at least two journeys are left, and at least half. What the bot's log shows needs no link. */
function isRobust(instances: readonly Instance[], botShowsIt: boolean): boolean {
  const strong = instances.filter(({ result }) => botShowsIt || isStrong(result)).length;
  return strong >= minimumStrong && strong * 2 >= instances.length;
}

/** A pattern of sessions among which not one handoff is left has nobody to read it. */
function causeOfPattern(
  { category, intent, window, windowCause, why, holds }: Pattern,
  results: readonly JourneyResult[],
): GroupedCause | null {
  const instances = results.filter(holds).flatMap((result) => {
    const finding = result.findings.find(
      (one) => one.category === category && one.intent === intent,
    );
    if (!finding) return [];
    const { turns, confidence, primary } = finding;
    return [{ result, turns, confidence, primary }];
  });
  if (instances.length === 0) return null;
  return {
    category,
    owner: categories[category].owner,
    ...(intent !== undefined && { intent }),
    ...(window !== undefined && { window }),
    ...(windowCause !== undefined && { windowCause }),
    why,
    ...members(instances),
    evidence: evidenceOf(instances, 'bot'),
    robust: isRobust(instances, true),
  };
}

const sortKey = ({ category, intent, slot, cluster, window }: GroupedCause): string =>
  JSON.stringify([category, intent ?? '', slot ?? '', cluster ?? '', window ?? '']);
