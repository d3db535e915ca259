/** Checks across fields. Each returns problems as `path: what is wrong and what to do`. */
import { validate as isCron } from 'node-cron';
import type { WrittenConfig } from './schema.js';

/** What the composition root knows of plug-ins; the config does not know the rooms. */
export interface Plugins {
  sources: readonly string[];
  training: readonly string[];
  /** Codes of the languages that can be read, for example `en`. */
  languages: readonly string[];
  /** Problems of a source's or training reader's options. */
  checkOptions(format: string, options: Record<string, unknown>): string[];
  checkTrainingOptions(format: string, options: Record<string, unknown>): string[];
}

type Rule = (config: WrittenConfig, plugins: Plugins) => string[];

function unknownFormats({ sources, training_data }: WrittenConfig, plugins: Plugins): string[] {
  const problems: string[] = [];
  const check = (path: string, format: string, known: readonly string[]) => {
    if (!known.includes(format))
      problems.push(`${path}: unknown format "${format}"; expected one of ${known.join(', ')}`);
  };
  sources.forEach(({ format }, i) => {
    check(`sources[${i}].format`, format, plugins.sources);
  });
  if (training_data) check('training_data.format', training_data.format, plugins.training);
  return problems;
}

function unfitOptions({ sources }: WrittenConfig, plugins: Plugins): string[] {
  return sources.flatMap(({ format, options }, i) =>
    plugins.sources.includes(format)
      ? plugins.checkOptions(format, options).map((problem) => `sources[${i}].options: ${problem}`)
      : [],
  );
}

function unfitTrainingOptions({ training_data }: WrittenConfig, plugins: Plugins): string[] {
  if (!training_data || !plugins.training.includes(training_data.format)) return [];
  const { format, options } = training_data;
  return plugins
    .checkTrainingOptions(format, options)
    .map((problem) => `training_data.options: ${problem}`);
}

function swappedThresholds({ link }: WrittenConfig): string[] {
  if (link.possible_from <= link.linked_from) return [];
  return [
    `link.possible_from: ${link.possible_from} is above link.linked_from (${link.linked_from}); expected it to be at most that`,
  ];
}

function swappedVerdicts({ cohorts: { csat_gap } }: WrittenConfig): string[] {
  if (csat_gap.problem <= csat_gap.crisis) return [];
  return [`cohorts.csat_gap.problem: ${csat_gap.problem} is above crisis (${csat_gap.crisis})`];
}

function unreadableCron({ schedule }: WrittenConfig): string[] {
  if (isCron(schedule.cron)) return [];
  return [
    `schedule.cron: "${schedule.cron}" is no cron expression; expected five fields, for example "0 3 * * *" for 03:00 every night`,
  ];
}

function shortRetention({ retention_days, window_days }: WrittenConfig): string[] {
  if (retention_days >= window_days) return [];
  return [
    `retention_days: ${retention_days} is less than window_days (${window_days}); a night would look at conversations that are deleted already`,
  ];
}

export const rules: readonly Rule[] = [
  unknownFormats,
  unfitOptions,
  unfitTrainingOptions,
  swappedThresholds,
  swappedVerdicts,
  unreadableCron,
  shortRetention,
];
