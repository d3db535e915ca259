/** A company with planted defects, and a night on it: what the night lists, what it found, and what is true. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { run as nightly } from '../../../src/commands/nightly.js';
import { configText } from '../../../src/commands/simulate.js';
import type { Category } from '../../../src/domain/categories.js';
import type { BotSessionRecord } from '../../../src/domain/records.js';
import type { RepairKind } from '../../../src/domain/repair.js';
import type { JourneyDetails, WriteOptions } from '../../../src/simulate/options.js';
import { writeSimulation } from '../../../src/simulate/write.js';
import { outside } from '../../support/outside.js';

export interface TicketLine {
  repair: RepairKind;
  intents: string[];
  slots: string[];
  title: string;
  listed: boolean;
  journeys: number;
  evidence: { session_id: string }[];
}

/** What is read here of a line of `journeys.ndjson`. */
export interface FoundLine {
  session_id: string;
  findings: { category: Category; intent?: string; slot?: string; primary: boolean }[];
}

/** What is read here of a line of `truth.ndjson`. */
export interface TruthOfJourney {
  session_id: string;
  findings: { category: Category; slot?: string }[];
}

export interface Company {
  tickets: TicketLine[];
  journeys: FoundLine[];
  truth: TruthOfJourney[];
  details: Map<string, JourneyDetails>;
  /** Local day of each session. */
  dayOf: Map<string, string>;
  /** Slots that the bot's definition names. */
  defined: Set<string>;
}

const lines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

/** Simulates a company and runs the night on it; `folder` is made. */
export async function companyIn(folder: string, options: WriteOptions): Promise<Company> {
  mkdirSync(folder, { recursive: true });
  const written = await writeSimulation(folder, { ...options, details: true });
  writeFileSync(join(folder, 'handback.yaml'), configText(written));
  const { data } = await nightly({}, outside(folder));
  const night = (data as { folder: string }).folder;
  const { tickets } = parse(readFileSync(join(night, 'tickets.yaml'), 'utf8'));
  const { slots } = parse(readFileSync(join(folder, 'training/domain.yml'), 'utf8'));
  const details = lines<JourneyDetails>(join(folder, 'details.ndjson'));
  const sessions = lines<BotSessionRecord>(join(folder, 'sessions.ndjson'));
  return {
    tickets,
    journeys: lines(join(night, 'journeys.ndjson')),
    truth: lines(join(folder, 'truth.ndjson')),
    details: new Map(details.map((one) => [one.session_id, one])),
    dayOf: new Map(sessions.map((one) => [one.session_id, one.started_at.slice(0, 10)])),
    defined: new Set(Object.keys(slots ?? {})),
  };
}
