/** Puts what the stages found into the one Report that every exporter receives, and makes the night's files of it. */

import { join, relative } from 'node:path';
import { projectFolder } from '../../config/config.js';
import { categoryNames } from '../../domain/categories.js';
import type { Journey, JourneyResult, TurnRef } from '../../domain/journey.js';
import type { Link } from '../../domain/link.js';
import type { QuarantineEntry } from '../../domain/night.js';
import type { PlatformDay, Report, RunSummary, SampledJourney } from '../../domain/report.js';
import type { ScreenPopSettings } from '../../domain/screen-pop.js';
import type { Suggestion } from '../../domain/suggestion.js';
import type { Ticket } from '../../domain/ticket.js';
import { groupBy } from '../../lib/group-by.js';
import { unlinked } from '../../link/unlinked.js';
import { asManyAsFit, journeysToRead } from '../../publish/journeys-to-read.js';
import { publish } from '../../publish/publish.js';
import { ofStored } from '../../screenpop/escalating.js';
import { screenPop } from '../../screenpop/screenpop.js';
import type { Store } from '../../store/store.js';
import { isMadeUp } from '../../suggest/made-up.js';
import { trainingFiles } from '../../vendors/training.js';
import { reportReleases } from '../../verify/follow.js';
import type { NightContext } from '../context.js';
import { platformsOf } from '../health/judge.js';
import { usualCount } from '../health/usual.js';
import { refuseLeaks } from '../leaks.js';
import { journeysById } from '../read-journeys.js';
import { directOf } from '../read-sides.js';
import type {
  Checked,
  CohortsFound,
  Detected,
  Ingested,
  Linked,
  Published,
  SuggestedNight,
  Verified,
} from '../so-far.js';
import type { Stage } from '../stage.js';

type Before = Ingested & Linked & Checked & Detected & CohortsFound & Verified & SuggestedNight;

/** Makes the files; `save.ts` writes them. */
export const publishStage: Stage<Before, Published> = {
  name: 'publish',
  async run(context, soFar) {
    const { config } = context;
    const report = await assemble(context, soFar);
    const own = config.trainingData;
    const training = own ? await trainingFiles(own) : [];
    const made = { training, vendor: own?.format ?? null, options: own?.options ?? {} };
    const files = publish(report, made);
    refuseLeaks(files, {
      language: context.language,
      region: config.bot.region,
      own: training.map(({ text }) => text),
      ids: soFar.outcome.results.flatMap((one) => [one.sessionId, one.contactId ?? '']),
      isMadeUp,
    });
    return { report, files, folder: join(config.out, soFar.night) };
  },
};

async function assemble(context: NightContext, soFar: Before): Promise<Report> {
  const { store, calendar, config } = context;
  const { outcome, linked, sides, trends, suggested, followed, from, night } = soFar;
  const journeys = outcome.results;
  const chosen = journeysToRead(journeys, suggested.tickets);
  const loaded = await journeysById(
    store,
    linked.links,
    chosen.map(({ session }) => session),
    sides.surveys,
  );
  const released = await lastSeen(
    followed.verifications.map(({ ticket }) => ticket),
    store,
  );
  const gone = unlinked(linked.links, sides, calendar, { from, to: night });
  const isWhole = soFar.record.suspect.length === 0 && gone.gaps.length === 0;
  return {
    run: {
      ...summary(context, soFar),
      ...(soFar.record.suspect.length > 0 && { inForce: await store.lastGoodNight() }),
      ...(!isWhole && askedOf(config).length > 0 && { ask: askedOf(config) }),
    },
    findings: findingCounts(journeys),
    tickets: suggested.tickets,
    releases: reportReleases(followed, suggested.tickets, released),
    suggestions: suggested.suggestions,
    labelNoise: suggested.labelNoise,
    reading: soFar.reading,
    figures: outcome.figures,
    weeks: trends.weeks,
    restated: trends.restated,
    incidents: outcome.incidents,
    losses: outcome.losses,
    timeOfDay: outcome.timeOfDay,
    linkModel: linked.model,
    linkChanges: linked.changes,
    unlinked: gone,
    platforms: platformDays(soFar),
    samples: asManyAsFit(chosen.flatMap((result) => show(result, loaded, config.screenPop))),
    journeys,
    quarantine: quarantineCounts(await store.quarantine()),
    faults: context.faults,
    engine:
      testedWith(suggested.suggestions) ??
      soFar.shadowEngine ??
      'none: the bot has no training data with phrases',
  };
}

const askedOf = ({ file, sources }: NightContext['config']) =>
  sources.flatMap(({ format, path, contact }) =>
    contact === undefined
      ? []
      : { source: `${format} ${relative(projectFolder(file), path)}`, contact },
  );

/** Of what is stored alone: which files brought it may differ between two ways to the same night. */
function platformDays({ day: { delivered, usual, newest } }: Before): PlatformDay[] {
  return (['sessions', 'contacts'] as const).flatMap((side) =>
    platformsOf([delivered, ...usual], side).map((platform) => ({
      platform,
      side,
      newest: newest[side][platform] ?? null,
      count: delivered[side][platform] ?? 0,
      usual: usualCount(usual.map((one) => one[side][platform] ?? 0)),
    })),
  );
}

const testedWith = (suggestions: readonly Suggestion[]): string | undefined =>
  suggestions.find(({ backtest }) => backtest)?.backtest?.engine;

/** Tickets as they were last stored: what a released one was called that tonight has no more. */
async function lastSeen(ids: readonly string[], store: Store): Promise<Map<string, Ticket>> {
  const histories = await Promise.all([...new Set(ids)].map((id) => store.ticket(id)));
  return new Map(
    histories.flatMap((history) => {
      const ticket = history.at(-1)?.ticket;
      return ticket ? [[ticket.id, ticket] as const] : [];
    }),
  );
}

function summary(
  { config }: NightContext,
  { bot, from, night, linked: { links, changes, clocks }, sides, outcome, record }: Before,
): RunSummary {
  const linked = links.filter(({ status }) => status === 'linked');
  const by = (method: Link['method']) => linked.filter((one) => one.method === method).length;
  const sum = linked.reduce((total, { probability }) => total + probability, 0);
  return {
    bot,
    from,
    to: night,
    timeZone: config.bot.timeZone,
    locale: config.bot.locale,
    journeyOwner: config.journeyOwner,
    currency: config.rank.currency,
    ...(record.suspect.length > 0 && { suspect: record.suspect }),
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

function show(
  result: JourneyResult,
  loaded: readonly Journey[],
  settings: ScreenPopSettings,
): SampledJourney[] {
  const journey = loaded.find(({ session }) => session.id === result.session);
  if (!journey) return [];
  const highlights: SampledJourney['highlights'] = {};
  for (const { category, turns } of result.findings) {
    for (const turn of turns as TurnRef[])
      highlights[turn] = [...(highlights[turn] ?? []), category];
  }
  const { session, contact } = journey;
  return [
    {
      result,
      bot: session.turns,
      agent: contact?.turns ?? [],
      highlights,
      given: session.handoff?.context ?? null,
      pop: screenPop(ofStored(session), settings),
    },
  ];
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
