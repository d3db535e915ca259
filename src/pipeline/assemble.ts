/** Puts what the stages found into the one Report that every exporter receives. */
import { createHash } from 'node:crypto';
import { categoryNames } from '../domain/categories.js';
import type { Config } from '../domain/config.js';
import type { Journey, JourneyResult, Link, TurnRef } from '../domain/journey.js';
import type { Releases } from '../domain/release.js';
import type { Report, RunSummary, SampledJourney } from '../domain/report.js';
import type { LabelNoise, Suggestion } from '../domain/suggestion.js';
import type { Ticket } from '../domain/ticket.js';
import type { Calendar } from '../lib/calendar.js';
import { groupBy } from '../lib/group-by.js';
import type { QuarantineEntry } from '../store/store.js';
import type { NightLinks } from './link-sides.js';
import { directOf, type Sides } from './read-sides.js';
import type { CohortOutcome } from './stages/cohorts.js';
import type { Trends } from './trends.js';
import { unlinked } from './unlinked.js';

const sampleSize = 20;

export interface Parts {
  bot: string;
  from: string;
  to: string;
  config: Config;
  calendar: Calendar;
  linked: NightLinks;
  sides: Sides;
  outcome: CohortOutcome;
  trends: Trends;
  tickets: Ticket[];
  releases: Releases;
  suggestions: Suggestion[];
  labelNoise: LabelNoise | null;
  faults: Report['faults'];
  engine: string;
  quarantine: readonly QuarantineEntry[];
}

/** @param load reads the transcripts of the few journeys that are shown whole. */
export async function assemble(
  parts: Parts,
  load: (sessions: readonly string[]) => Promise<Journey[]>,
): Promise<Report> {
  const { outcome, linked, sides, calendar } = parts;
  const journeys = outcome.results;
  const chosen = sample(journeys);
  const loaded = await load(chosen.map(({ session }) => session));
  return {
    run: summary(parts),
    findings: findingCounts(journeys),
    tickets: parts.tickets,
    releases: parts.releases,
    suggestions: parts.suggestions,
    labelNoise: parts.labelNoise,
    figures: outcome.figures,
    weeks: parts.trends.weeks,
    restated: parts.trends.restated,
    incidents: outcome.incidents,
    losses: outcome.losses,
    timeOfDay: outcome.timeOfDay,
    linkModel: linked.model,
    linkChanges: linked.changes,
    unlinked: unlinked(linked.links, sides, calendar, parts),
    samples: chosen.flatMap((result) => show(result, loaded)),
    journeys,
    quarantine: quarantineCounts(parts.quarantine),
    faults: parts.faults,
    engine: parts.engine,
  };
}

function summary({ bot, from, to, config, linked: night, sides, outcome }: Parts): RunSummary {
  const { links, changes, clocks } = night;
  const linked = links.filter(({ status }) => status === 'linked');
  const by = (method: Link['method']) => linked.filter((one) => one.method === method).length;
  const sum = linked.reduce((total, { probability }) => total + probability, 0);
  return {
    bot,
    from,
    to,
    timeZone: config.bot.timeZone,
    journeyOwner: config.journeyOwner,
    sessions: sides.sessions.length,
    links: {
      handoffs: links.length,
      linked: linked.length,
      possible: links.filter(({ status }) => status === 'possible').length,
      none: links.filter(({ status }) => status === 'none').length,
      expectedPrecision: linked.length === 0 ? null : sum / linked.length,
      byMethod: { key: by('key'), identity: by('identity'), scored: by('scored') },
      withLegs: links.filter(({ legs }) => legs.length > 0).length,
      changed: changes.length,
      clocks,
    },
    contacts: {
      total: sides.contacts.length,
      linked: outcome.results.filter(({ contact }) => contact !== null).length,
      direct: directOf(sides, links).length,
    },
  };
}

function findingCounts(journeys: readonly JourneyResult[]): Report['findings'] {
  const byCategory = groupBy(
    journeys.flatMap(({ findings }) => findings),
    ({ category }) => category,
  );
  return categoryNames.map((category) => {
    const own = byCategory.get(category) ?? [];
    const primary = own.filter((finding) => finding.primary).length;
    return {
      category,
      findings: own.length,
      primary,
      share: journeys.length === 0 ? 0 : primary / journeys.length,
    };
  });
}

/**
 * Twenty journeys to read end to end: every primary category in turn, so that the rare ones are read too, and within a
 * category by a hash of the session, which is as good as chance and the same every night.
 */
function sample(journeys: readonly JourneyResult[]): JourneyResult[] {
  const hashed = journeys
    .filter(({ contact }) => contact !== null)
    .map((result) => ({ result, hash: createHash('sha256').update(result.session).digest('hex') }))
    .sort((a, b) => (a.hash < b.hash ? -1 : 1));
  const byCategory = groupBy(
    hashed.map(({ result }) => result),
    ({ findings }) => findings.find(({ primary }) => primary)?.category ?? 'unknown',
  );
  const chosen: JourneyResult[] = [];
  for (let round = 0; chosen.length < Math.min(sampleSize, hashed.length); round++) {
    for (const category of categoryNames) {
      const result = byCategory.get(category)?.[round];
      if (result && chosen.length < sampleSize) chosen.push(result);
    }
  }
  return chosen;
}

function show(result: JourneyResult, loaded: readonly Journey[]): SampledJourney[] {
  const journey = loaded.find(({ session }) => session.id === result.session);
  if (!journey) return [];
  const highlights: SampledJourney['highlights'] = {};
  for (const { category, turns } of result.findings) {
    for (const turn of turns as TurnRef[])
      highlights[turn] = [...(highlights[turn] ?? []), category];
  }
  return [{ result, bot: journey.session.turns, agent: journey.contact?.turns ?? [], highlights }];
}

function quarantineCounts(entries: readonly QuarantineEntry[]): Report['quarantine'] {
  const counts = new Map<string, { source: string; reason: string; count: number }>();
  for (const { source, reason } of entries) {
    const key = `${source}\u0000${reason}`;
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { source, reason, count: 1 });
  }
  const reasons = [...counts.values()].sort(
    (a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1),
  );
  return { total: entries.length, reasons };
}
