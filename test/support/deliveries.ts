/** A small company whose records come in any order, in any number of deliveries. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
