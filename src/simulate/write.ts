/** Writes a simulation as the files that a bot platform, a contact centre and a survey tool would leave behind. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type SimulationFacts, simulationFacts } from './facts.js';
import type { Format } from './formats/format.js';
import { formats } from './formats/formats.js';
import { rasaTraining } from './formats/rasa-training.js';
import { surveyHeader, surveyLine } from './formats/surveys.js';
import type { SimulatedDay, WriteOptions } from './options.js';
import { type Output, openOutput } from './output.js';
import { readManners } from './read-world.js';
import { simulateDays } from './simulate.js';
import { worldOf } from './world-of.js';

/** What was written: how many of each, and what a config needs to know of this business. */
export interface Written {
  sessions: number;
  handoffs: number;
  contacts: number;
  surveys: number;
  facts: SimulationFacts;
}

const lines = (records: readonly unknown[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');

const chosen = (options: WriteOptions): Format[] =>
  (options.formats ?? []).flatMap((name) => (name === 'handback' ? [] : formats[name]));

/** What each file gets of one day. */
function pages(day: SimulatedDay, options: WriteOptions): Record<string, string> {
  const ending = options.compress ? '.gz' : '';
  return {
    [`sessions.ndjson${ending}`]: lines(day.sessions),
    [`contacts.ndjson${ending}`]: lines(day.contacts),
    'surveys.csv': day.surveys.map(surveyLine).join(''),
    'truth.ndjson': lines(day.truth),
    ...(options.details && { 'details.ndjson': lines(day.details) }),
    ...(options.surveyRecords && { 'surveys.ndjson': lines(day.surveys) }),
    ...Object.assign({}, ...chosen(options).map((format) => format.pages(day))),
  };
}

function writeWhole(dir: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), text);
  }
}

const headers: Record<string, string> = { 'surveys.csv': surveyHeader };

/** Writes into `dir`, made when missing, a day at a time. Files of the same names are replaced. */
export async function writeSimulation(dir: string, options: WriteOptions): Promise<Written> {
  const open = new Map<string, Output>();
  const facts = simulationFacts(options);
  const written: Written = { sessions: 0, handoffs: 0, contacts: 0, surveys: 0, facts };
  const world = worldOf(options);
  writeWhole(join(dir, 'training'), rasaTraining(world, readManners(world).bot));
  for (const day of simulateDays(options)) {
    for (const [name, page] of Object.entries(pages(day, options))) {
      const output = open.get(name) ?? openOutput(join(dir, name));
      if (!open.has(name)) await output.write(headers[name] ?? '');
      open.set(name, output);
      await output.write(page);
    }
    for (const format of chosen(options)) writeWhole(dir, format.whole?.(day) ?? {});
    written.sessions += day.sessions.length;
    written.handoffs += day.truth.length;
    written.contacts += day.contacts.length;
    written.surveys += day.surveys.length;
  }
  for (const output of open.values()) await output.close();
  return written;
}
