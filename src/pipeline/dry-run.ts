/** What a night would have written. */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { OutputFile } from '../publish/exporter.js';
import type { NightParts, Saved } from '../store/store.js';
import { partsOf } from './save.js';
import type { IngestTotals } from './so-far.js';

export interface Intention {
  /** Records by what would have become of them. */
  records: Record<'sessions' | 'contacts' | 'surveys', Saved>;
  /** Rows of the night, by what they are. */
  rows: Record<string, number>;
  /** Files of the night's folder against what lies there now. */
  files: { path: string; change: 'new' | 'changed' | 'same' | 'gone' }[];
}

type Night = Parameters<typeof partsOf>[0] & { ingested: IngestTotals };

export function intentionOf(night: Night): Intention {
  const { sessions, contacts, surveys } = night.ingested;
  return {
    records: { sessions, contacts, surveys },
    rows: rowsOf(partsOf(night)),
    files: filesOf(night.folder, night.files),
  };
}

const rowsOf = (parts: NightParts): Record<string, number> =>
  Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      Array.isArray(part) ? part.length : Number(part !== null),
    ]),
  );

function filesOf(folder: string, files: readonly OutputFile[]): Intention['files'] {
  const planned = new Set(files.map(({ path }) => path));
  const changes = files.map(({ path, content, bytes }) => {
    const file = join(folder, path);
    if (!existsSync(file)) return { path, change: 'new' as const };
    const isSame = readFileSync(file).equals(bytes ?? Buffer.from(content, 'utf8'));
    return { path, change: isSame ? ('same' as const) : ('changed' as const) };
  });
  const gone = present(folder).filter((path) => !planned.has(path));
  return [...changes, ...gone.map((path) => ({ path, change: 'gone' as const }))];
}

const present = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((path) => statSync(join(folder, path)).isFile())
        .sort()
    : [];
