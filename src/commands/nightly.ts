import { existsSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import type { Config } from '../domain/config.js';
import { NightError } from '../domain/errors.js';
import { freeOn, isFull } from '../lib/disk.js';
import { counted, faultName } from '../lib/wording.js';
import { clearAside } from '../lib/write-whole.js';
import type { Intention } from '../pipeline/dry-run.js';
import { withLock } from '../pipeline/lock.js';
import { type NightOptions, type NightOutcome, nightly } from '../pipeline/nightly.js';
import { clearUnfinished } from '../publish/write.js';
import type { Store } from '../store/store.js';
import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  nightTools,
  type Outside,
  withStore,
} from './command.js';
import { deliverNight, deliveryLine } from './deliver.js';

import { mustNotBeLost, refuseLost } from './lost-database.js';
import { loadNightConfig, type NotedNight, withHealth } from './night-health.js';
import { warningOf } from './night-warning.js';

export interface NightlyOptions extends CommonOptions, NightOptions {}

/** `handback nightly`: the main job. */
export async function run(options: NightlyOptions, outside: Outside): Promise<CommandOutcome> {
  const { date, from, dryRun, acceptData, all, anew } = options;
  const config = (dryRun ? loadConfig : loadNightConfig)(options, outside);
  const night = dryRun ? runDry : runNight;
  const outcome = await night(config, outside, {
    ...(date !== undefined && { date }),
    ...(from !== undefined && { from }),
    ...(acceptData && { acceptData }),
    ...(all && { all }),
    ...(anew && { anew }),
  });
  const delivered = await deliverNight(outcome, config, outside);
  return {
    text: [describe(outcome, outside), ...delivered.map(deliveryLine)].join('\n'),
    warning: warningOf(outcome, outside),
    data: { ...summarise(outcome), delivered },
    exitCode: exitCode(outcome),
  };
}

/** One night at a time on a database; monitors are told how it ended. */
export function runNight(
  config: Config,
  outside: Outside,
  options: NightOptions,
): Promise<NotedNight> {
  return withLock(`${config.database}.lock`, () => {
    clearLeftovers(config);
    return withHealth(config, outside.now, options.date ?? null, () =>
      withNightStore(config, async (store) =>
        nightly(config, await nightTools(config, store, outside), options),
      ),
    );
  });
}

/** Of runs that were killed, or that a full disk has ended: the lock is ours, so nobody else's are there. */
function clearLeftovers({ out, schedule }: Config): void {
  const clear = (folder: string, work: () => void) => {
    try {
      if (existsSync(folder)) work();
    } catch {
      // What cannot be cleared away is in nobody's way; what cannot be written is said where it is written.
    }
  };
  clear(out, () => clearUnfinished(out));
  for (const file of [schedule.healthFile, schedule.metricsFile])
    clear(dirname(file), () => clearAside(file));
}

/** The store of a night, which makes the database only where none has ever been. @throws UsageError where it is lost */
async function withNightStore<T>(config: Config, work: (store: Store) => Promise<T>): Promise<T> {
  mustNotBeLost(config);
  try {
    return await withStore(config, async (store) => {
      await refuseLost(config, store);
      return work(store);
    });
  } catch (cause) {
    if (!isFull(cause)) throw cause;
    throw new NightError(
      `[store] ${(cause as Error).message}: ${freeOn(config.database)}; free some space and run the night again`,
      { cause },
    );
  }
}

/** Leaves nothing behind, no database and no key either: where there is none, one in memory does. */
async function runDry(
  config: Config,
  outside: Outside,
  options: NightOptions,
): Promise<NightOutcome> {
  const work = (database: string) =>
    withStore(
      { database },
      async (store) =>
        nightly(config, await nightTools(config, store, outside, false), {
          ...options,
          dryRun: true,
        }),
      { migrate: database === ':memory:' },
    );
  mustNotBeLost(config);
  if (!existsSync(config.database)) return work(':memory:');
  return withLock(`${config.database}.lock`, () => work(config.database));
}

/** 3 for a night that is not to be relied on. */
export const exitCode = ({ suspect }: NightOutcome): 0 | 3 => (suspect.length > 0 ? 3 : 0);

export function summarise(outcome: NightOutcome) {
  const { night, folder, report, ingested, suspect, work, seconds, intention } = outcome;
  return {
    night,
    status: suspect.length > 0 ? 'suspect' : 'good',
    suspect,
    folder,
    report: `${folder}/report.html`,
    links: report.run.links,
    tickets: report.tickets.length,
    suggestions: report.suggestions.length,
    incidents: report.incidents.length,
    quarantine: report.quarantine.total,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    processorSeconds: processorSeconds(),
    warnings: [...ingested.warnings, ...report.faults.map((f) => `${faultName(f)}: ${f.message}`)],
    ingested,
    work,
    seconds,
    stageProcessorSeconds: outcome.processorSeconds,
    ...(intention && { dryRun: intention }),
  };
}

const shown = 5;

export function describe(outcome: NotedNight, outside: Pick<Outside, 'cwd' | 'now'>): string {
  const { night, folder, report, ingested, suspect } = outcome;
  const { links, sessions } = report.run;
  const warning = warningOf(outcome, outside);
  const lines = [
    ...(warning === '' ? [] : [warning, '']),
    `Night of ${night}: ${counted(sessions, 'bot session')} since ${report.run.from}, ${links.handoffs} handed to an agent.`,
    `  linked ${links.linked}, possible ${links.possible}, none ${links.none}` +
      (links.expectedPrecision === null
        ? ''
        : `; expected precision of the links ${links.expectedPrecision.toFixed(3)}`),
  ];
  for (const { platform, aheadSeconds } of links.clocks.filter((c) => c.aheadSeconds !== 0)) {
    const direction = aheadSeconds > 0 ? 'ahead of' : 'behind';
    lines.push(
      `  The clock of ${platform} is ${Math.abs(aheadSeconds)} s ${direction} the bot's; corrected for linking.`,
    );
  }
  if (links.changed > 0)
    lines.push(`  ${counted(links.changed, 'link')} changed since an earlier night.`);
  for (const { note } of report.unlinked.gaps) lines.push(`  Gap in the data: ${note}`);
  for (const { source, contact } of report.run.ask ?? [])
    lines.push(`  Who to ask about ${source}: ${contact}`);
  const { total } = report.quarantine;
  if (ingested.quarantined > 0 || total > 0)
    lines.push(
      `  ${counted(total, 'record')} ${total === 1 ? 'is' : 'are'} in quarantine; "handback status" says why.`,
    );
  if (suspect.length === 0)
    for (const warning of ingested.warnings) lines.push(`  Warning: ${warning}`);
  for (const fault of report.faults) lines.push(`  Fault in ${faultName(fault)}: ${fault.message}`);
  const worthwhile = report.tickets.filter(({ listed }) => listed);
  if (worthwhile.length > 0) {
    lines.push('', `Repairs worth doing (${worthwhile.length}), the first:`);
    for (const ticket of worthwhile.slice(0, shown)) {
      lines.push(
        `  ${ticket.rank}. ${ticket.title}  [${ticket.owner}, ${counted(ticket.journeys, 'journey')}, ${Math.round(ticket.value.minutesPerWeek)} min a week]`,
      );
    }
  }
  for (const { day, note } of report.incidents) lines.push(`Incident on ${day}: ${note}`);
  const place = relative(outside.cwd, folder) || '.';
  if (outcome.intention) lines.push('', ...describeIntention(outcome.intention, place));
  else if (!outcome.goodRunStands) lines.push('', `Report: ${place}/report.html`);
  return lines.join('\n');
}

function describeIntention({ records, rows, files }: Intention, place: string): string[] {
  const kept = Object.entries(records).map(
    ([name, { added, changed }]) => `${name} ${added} new, ${changed} changed`,
  );
  return [
    'Dry run: nothing was written. A night would write',
    `  records: ${kept.join('; ')}`,
    `  rows: ${Object.entries(rows)
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
    ...files.map(({ path, change }) => `  ${change.padEnd(7)} ${place}/${path}`),
  ];
}

/** Of all threads, since the process began. */
function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
