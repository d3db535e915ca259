/** Writes a simulation as the files that a bot platform, a contact centre and a survey tool would leave behind. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SimulationFacts, simulationFacts } from './facts.js';
import { connectContact, lensFile } from './formats/connect.js';
import { rasaBroker, rasaTracker } from './formats/rasa.js';
import { rasaTraining } from './formats/rasa-training.js';
import { surveyHeader, surveyLine } from './formats/surveys.js';
import type { SimulatedDay, WriteOptions } from './options.js';
import { type Output, openOutput } from './output.js';
import { readManners, readWorld } from './read-world.js';
import { simulateDays } from './simulate.js';

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

/** What each file gets of one day. */
function pages(day: SimulatedDay, options: WriteOptions): Record<string, string> {
  const formats = options.formats ?? [];
  const ending = options.compress ? '.gz' : '';
  return {
    [`sessions.ndjson${ending}`]: lines(day.sessions),
    [`contacts.ndjson${ending}`]: lines(day.contacts),
    'surveys.csv': day.surveys.map(surveyLine).join(''),
    'truth.ndjson': lines(day.truth),
    ...(options.details && { 'details.ndjson': lines(day.details) }),
    ...(options.surveyRecords && { 'surveys.ndjson': lines(day.surveys) }),
    ...(formats.includes('rasa') && {
      'rasa/tracker.jsonl': day.sessions.map(rasaTracker).join(''),
    }),
    ...(formats.includes('rasa-broker') && {
      'rasa/events.jsonl': day.sessions.map(rasaBroker).join(''),
    }),
    ...(formats.includes('amazon-connect') && {
      'connect/contact-records.jsonl': day.contacts.map(connectContact).join(''),
    }),
  };
}

function writeWhole(dir: string, files: Record<string, string>): void {
  mkdirSync(dir, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, name), text);
}

const headers: Record<string, string> = { 'surveys.csv': surveyHeader };

/** Writes into `dir`, made when missing, a day at a time. Files of the same names are replaced. */
export async function writeSimulation(dir: string, options: WriteOptions): Promise<Written> {
  const open = new Map<string, Output>();
  const facts = simulationFacts(options);
  const written: Written = { sessions: 0, handoffs: 0, contacts: 0, surveys: 0, facts };
  const world = readWorld(options.world);
  writeWhole(join(dir, 'training'), rasaTraining(world, readManners(world).bot));
  for (const day of simulateDays(options)) {
    for (const [name, page] of Object.entries(pages(day, options))) {
      const output = open.get(name) ?? openOutput(join(dir, name));
      if (!open.has(name)) await output.write(headers[name] ?? '');
      open.set(name, output);
      await output.write(page);
    }
    if (options.formats?.includes('amazon-connect')) {
      const lenses = day.contacts.map(lensFile).map(({ name, text }) => [name, text]);
      writeWhole(join(dir, 'connect/lens'), Object.fromEntries(lenses));
    }
    written.sessions += day.sessions.length;
    written.handoffs += day.truth.length;
    written.contacts += day.contacts.length;
    written.surveys += day.surveys.length;
  }
  for (const output of open.values()) await output.close();
  return written;
}
