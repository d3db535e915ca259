/** What monitors read after each run: `health.json`, and `metrics.prom` for node_exporter's textfile collector. */
import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { overwrite, writeWhole } from '../../lib/write-whole.js';

const healthCounts = z.object({
  seconds: z.number(),
  records: z.number(),
  quarantined: z.number(),
  handoffs: z.number(),
  linked: z.number(),
  tickets: z.number(),
});

const statuses = ['good', 'suspect', 'empty', 'failed', 'stopped'] as const;

const health = z.object({
  status: z.enum(statuses),
  /** Local date; null where the run did not come so far. */
  night: z.string().nullable(),
  /** Epoch seconds of the run's end. */
  at: z.number(),
  /** The same of the last good one; null before there was any. */
  lastSuccessAt: z.number().nullable(),
  lastGoodNight: z.string().nullable(),
  /** The database that this speaks of, from this file's folder; absent in files of earlier versions. */
  database: z.string().optional(),
  /** What is missing, or what went wrong; null for a good night. */
  message: z.string().nullable(),
  /** Of the last run that came to its end. */
  counts: healthCounts,
});

export type Health = z.infer<typeof health>;
export type HealthCounts = z.infer<typeof healthCounts>;

export const nothingCounted: HealthCounts = {
  seconds: 0,
  records: 0,
  quarantined: 0,
  handoffs: 0,
  linked: 0,
  tickets: 0,
};

/** The health that was last written; null where there is none that can be read. */
export function readHealth(file: string): Health | null {
  if (!existsSync(file)) return null;
  try {
    return health.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** A night is not worse for what cannot be said of it. @returns of each file that could not be written, why and what to do */
export function writeHealth(
  { healthFile, metricsFile }: { healthFile: string; metricsFile: string },
  health: Health,
): string[] {
  const message = health.message && oneLine(health.message);
  return [
    ...written('health_file', healthFile, `${JSON.stringify({ ...health, message }, null, 2)}\n`),
    ...written('metrics_file', metricsFile, metricsOf(health)),
  ];
}

function written(key: string, file: string, text: string): string[] {
  try {
    writeWhole(file, text);
    return [];
  } catch (error) {
    try {
      overwrite(file, text);
      return [];
    } catch {
      const { code, message } = error as NodeJS.ErrnoException;
      return [
        `schedule.${key}: ${file} cannot be written (${code ?? message}); monitors do not hear of this run. Let its user write into that folder (under systemd also ReadWritePaths= of the unit), or name another file`,
      ];
    }
  }
}

/** A full disk has room for a file of one block alone. */
const longestMessage = 2000;

const oneLine = (text: string): string =>
  text
    .replace(/([.;:]?)\s*\n\s*/g, (_, end: string) => (end === '' ? '; ' : `${end} `))
    .slice(0, longestMessage);

/** Prometheus' text format, https://prometheus.io/docs/instrumenting/exposition_formats/ */
export function metricsOf({ status, at, lastSuccessAt, counts }: Health): string {
  const { seconds, records, quarantined, handoffs, linked, tickets } = counts;
  const gauges: [name: string, help: string, value: number | null][] = [
    ['last_success_timestamp_seconds', 'End of the last good night.', lastSuccessAt],
    ['last_run_timestamp_seconds', 'End of the last run.', at],
    ['last_run_duration_seconds', 'Duration of the last run that came to its end.', seconds],
    ['records_read', 'Records that it read.', records],
    ['records_quarantined', 'Those of them that it set aside.', quarantined],
    ['handoffs', 'Handoffs in its window.', handoffs],
    ['handoffs_linked', 'Those of them that are linked.', linked],
    ['tickets', 'Tickets that it listed.', tickets],
  ];
  return [
    ...gauges
      .filter(([, , value]) => value !== null)
      .flatMap(([name, help, value]) => [
        `# HELP handback_${name} ${help}`,
        `# TYPE handback_${name} gauge`,
        `handback_${name} ${value}`,
      ]),
    '# HELP handback_last_run_status How the last run ended.',
    '# TYPE handback_last_run_status gauge',
    ...statuses.map((one) => `handback_last_run_status{status="${one}"} ${one === status ? 1 : 0}`),
    '',
  ].join('\n');
}
