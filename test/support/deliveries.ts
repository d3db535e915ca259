/** A small company whose records come in any order, in any number of deliveries. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { createRandom } from '../../src/lib/random.js';
import { createProject, type Project } from './project.js';

/** A record or a survey, and the day that it tells of. */
export interface Delivered {
  day: string;
  text: string;
  kind: 'record' | 'survey';
}

export interface Company {
  project: Project;
  /** All that it will deliver. */
  all: Delivered[];
  /** As a file of its own. */
  deliver(name: string, some: readonly Delivered[]): void;
  /** Fails where the command does. @returns what it printed */
  night(date: string, ...more: string[]): Promise<string>;
}

export interface CompanyOptions {
  world: string;
  journeys: number;
  /** The first of them, and how many. */
  from: string;
  days: number;
  seed: number;
  /** Without them handoffs and contacts carry nothing that links them for certain. */
  keys?: boolean;
}

export async function company({ keys = true, ...options }: CompanyOptions): Promise<Company> {
  const project = createProject();
  const given = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  await project.run('simulate', ...given, '--to', project.folder);
  const read = (file: string) =>
    readFileSync(join(project.folder, file), 'utf8').trim().split('\n');
  const config = join(project.folder, 'handback.yaml');
  const sources = 'sources:\n  - {format: handback, path: data/*.ndjson}\n';
  const surveys = '  - {format: csat-csv, path: data/*.csv}\n';
  const written = readFileSync(config, 'utf8');
  writeFileSync(
    config,
    written.replace(/sources:[\s\S]*?(?=training_data:)/, `${sources}${surveys}`),
  );
  const records = ['sessions.ndjson', 'contacts.ndjson'].flatMap(read).map((line) => {
    const record = JSON.parse(line) as { started_at: string; handoff?: object };
    const text = keys ? line : JSON.stringify(withoutKeys(record));
    return { day: record.started_at.slice(0, 10), text, kind: 'record' as const };
  });
  const [head = '', ...answers] = read('surveys.csv');
  const answered = answers.map((text) => {
    const day = /\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? '';
    return { day, text, kind: 'survey' as const };
  });
  return {
    project,
    all: [...records, ...answered],
    deliver(name, some) {
      const texts = (kind: Delivered['kind']) =>
        some.filter((one) => one.kind === kind).map(({ text }) => text);
      if (texts('record').length > 0)
        project.write(`data/${name}.ndjson`, `${texts('record').join('\n')}\n`);
      if (texts('survey').length > 0)
        project.write(`data/${name}.csv`, `${[head, ...texts('survey')].join('\n')}\n`);
    },
    async night(date, ...more) {
      const ran = await project.run('nightly', '--accept-data', '--json', '--date', date, ...more);
      if (ran.code !== 0 || ran.stderr !== '') throw new Error(JSON.stringify(ran));
      return ran.stdout;
    },
  };
}

const withoutKeys = (record: object): object =>
  JSON.parse(
    JSON.stringify(record, (name, value) =>
      name === 'handoff_key' || name === 'key' ? undefined : value,
    ),
  );

export const days = ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05'] as const;
export const last = days[3];

/** Each record or survey to the night of a random day: its own in three of four cases, else a later one. */
export function late(all: readonly Delivered[], seed: number): Delivered[][] {
  const random = createRandom(`late ${seed}`);
  const parts: Delivered[][] = days.map(() => []);
  for (const one of all) {
    const own = days.findIndex((day) => day >= one.day);
    const first = own === -1 ? days.length - 1 : own;
    const delay = random.chance(0.75) ? 0 : Math.floor(random.next() * (days.length - first));
    parts[first + delay]?.push(one);
  }
  return parts;
}

export const sameDay = (all: readonly Delivered[]): Delivered[][] =>
  days.map((day, i) => all.filter((one) => one.day === day || (i === 3 && one.day > day)));

interface Journey {
  session_id: string;
  contact_id: string | null;
  link: { status: string; legs?: string[] };
}

const journeysOf = (company: Company, night: string): Journey[] =>
  saidOf(company, night)
    .journeys.trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Journey);

/** What a night says of journeys, and of tickets but for what their history says: since when, and in which of the first places. */
export function saidOf({ project }: Company, night: string) {
  const files = project.files(`out/${night}`);
  const read = (name: string) => files.get(name) ?? '';
  const { tickets } = parse(read('tickets.yaml')) as { tickets: Record<string, unknown>[] };
  const figures = JSON.parse(read('metrics.json')) as Record<string, unknown>;
  return {
    journeys: read('journeys.ndjson'),
    tickets: tickets
      .map(({ rank: _, status: __, since: ___, ...ticket }) => ticket)
      .sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)),
    figures: [figures.findings, figures.figures, figures.weeks, figures.losses, figures.reading],
  };
}

const chances = new Set(['probability', 'confidence', 'score']);
/** A journey is not judged again for a probability that moved by little. */
export const withoutChances = (company: Company, night: string) =>
  journeysOf(company, night).map(
    (journey) =>
      JSON.parse(
        JSON.stringify(journey, (name, value) => (chances.has(name) ? undefined : value)),
      ) as unknown,
  );

/** Which contact each handoff is linked to, how surely, and with which further ones. */
export const claimsOf = (company: Company) =>
  journeysOf(company, last).map(
    ({ session_id, contact_id, link: { status, legs } }) =>
      [session_id, contact_id, status, legs] as const,
  );

export const lender: CompanyOptions = {
  world: 'lender',
  journeys: 60,
  from: days[0],
  days: 4,
  seed: 5,
  keys: false,
};

/** A company with all of its records in one file, and its last night. */
export async function wholeCompany(): Promise<Company> {
  const whole = await company(lender);
  whole.deliver('all', whole.all);
  await whole.night(last, '--anew');
  return whole;
}

/** The same with each record at a random night from its own on. */
export async function lateCompany(seed: number): Promise<Company> {
  const one = await company(lender);
  for (const [i, part] of late(one.all, seed).entries()) {
    one.deliver(`night-${i}`, part);
    await one.night(days[i] ?? last);
  }
  return one;
}
