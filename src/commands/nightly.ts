import { relative } from 'node:path';
import type { Config } from '../domain/config.js';
import { withLock } from '../pipeline/lock.js';
import { type NightOutcome, nightly } from '../pipeline/nightly.js';
import {
  type CommonOptions,
  loadConfig,
  nightTools,
  type Outcome,
  type Outside,
  withStore,
} from './command.js';

export interface NightlyOptions extends CommonOptions {
  date?: string;
}

/** `handback nightly`: the main job. */
export async function run(options: NightlyOptions, outside: Outside): Promise<Outcome> {
  const config = loadConfig(options, outside);
  const outcome = await runNight(config, outside, options.date);
  return {
    text: describe(outcome, config, outside.cwd),
    data: summarise(outcome),
    exitCode: exitCode(outcome, config),
  };
}

export function runNight(config: Config, outside: Outside, date?: string): Promise<NightOutcome> {
  return withLock(`${config.database}.lock`, () =>
    withStore(config, (store) => nightly(config, nightTools(config, store, outside), date)),
  );
}

/** 3 when more is in quarantine than the config allows, of what was read this time. */
export function exitCode({ ingested }: NightOutcome, config: Config): 0 | 3 {
  const share = ingested.quarantined / Math.max(1, ingested.read);
  return share > config.maximumQuarantineShare ? 3 : 0;
}

export function summarise({ night, folder, report, ingested, seconds }: NightOutcome) {
  return {
    night,
    folder,
    report: `${folder}/report.html`,
    links: report.run.links,
    tickets: report.tickets.length,
    suggestions: report.suggestions.length,
    incidents: report.incidents.length,
    quarantine: report.quarantine.total,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    warnings: [...ingested.warnings, ...report.faults.map((f) => `${f.plugin}: ${f.message}`)],
    ingested,
    seconds,
  };
}

const shown = 5;

export function describe(outcome: NightOutcome, config: Config, cwd: string): string {
  const { night, folder, report, ingested } = outcome;
  const { links, sessions } = report.run;
  const lines = [
    `Night of ${night}: ${sessions} bot sessions since ${report.run.from}, ${links.handoffs} handed to an agent.`,
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
  if (links.changed > 0) lines.push(`  ${links.changed} links changed since an earlier night.`);
  for (const gap of report.unlinked.gaps) lines.push(`  Gap in the data: ${gap}`);
  if (sessions === 0) {
    lines.push(
      `  There is nothing to look at in this window. Is the export late, or --date wrong?`,
    );
  }
  if (ingested.quarantined > 0 || report.quarantine.total > 0) {
    lines.push(
      `  ${report.quarantine.total} records are in quarantine; "handback status" says why.`,
    );
  }
  for (const warning of ingested.warnings) lines.push(`  Warning: ${warning}`);
  for (const { plugin, message } of report.faults) lines.push(`  Fault in ${plugin}: ${message}`);
  const worthwhile = report.tickets.filter(({ listed }) => listed);
  if (worthwhile.length > 0) {
    lines.push('', `Repairs worth doing (${worthwhile.length}), the first:`);
    for (const ticket of worthwhile.slice(0, shown)) {
      lines.push(
        `  ${ticket.rank}. ${ticket.title}  [${ticket.owner}, ${ticket.journeys} journeys, ${Math.round(ticket.value.minutesPerWeek)} min a week]`,
      );
    }
  }
  for (const { day, note } of report.incidents) lines.push(`Incident on ${day}: ${note}`);
  if (exitCode(outcome, config) === 3) {
    lines.push(
      '',
      `More than ${config.maximumQuarantineShare * 100} % of what was read is in quarantine (maximum_quarantine_share).`,
    );
  }
  lines.push('', `Report: ${relative(cwd, folder) || '.'}/report.html`);
  return lines.join('\n');
}
