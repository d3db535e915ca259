/**
 * Streaming of each log format: HANDBACK_MB (64) of it read by its connector in a process of its own, before redaction,
 * beside plain parsing of the same lines, by processor time. HANDBACK_FORMATS names some of them.
 */
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { formats } from '../../src/simulate/formats/formats.js';
import type { SimulatedDay } from '../../src/simulate/options.js';
import { simulateDays } from '../../src/simulate/simulate.js';
import { type WrittenFormatName, writtenFormats } from '../support/written-formats.js';

const megabytes = Number(process.env.HANDBACK_MB ?? 64);
const only = process.env.HANDBACK_FORMATS?.split(',');
const names = (Object.keys(writtenFormats) as WrittenFormatName[]).filter(
  (name) => only === undefined || only.includes(name),
);
const folder = mkdtempSync(join(tmpdir(), 'handback-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The same day once more, of other sessions and contacts. */
function another(day: SimulatedDay, n: number): SimulatedDay {
  const contact = (id: string) => `${id}-${n}`;
  return {
    ...day,
    sessions: day.sessions.map((one) => ({ ...one, session_id: `${one.session_id}-${n}` })),
    contacts: day.contacts.map((one) => ({ ...one, contact_id: contact(one.contact_id) })),
    truth: day.truth.map((one) => ({
      ...one,
      session_id: `${one.session_id}-${n}`,
      contact_id: one.contact_id === null ? null : contact(one.contact_id),
    })),
  };
}

/** Days in the order of a log, until there is enough. */
function write(name: WrittenFormatName): { size: number; records: number } {
  const files = new Set<string>();
  const { sides } = writtenFormats[name];
  let bytes = 0;
  let records = 0;
  for (let n = 0; bytes < megabytes * 1024 * 1024; n++)
    for (const day of days) {
      records += sides.includes('bot') ? day.sessions.length : 0;
      records += sides.includes('agent') ? day.contacts.length : 0;
      const { pages } = formats[name];
      for (const [file, text] of Object.entries(pages(another(day, n)))) {
        const path = join(folder, name, file);
        mkdirSync(dirname(path), { recursive: true });
        // A table's header stands once.
        const isAgain = files.has(path) && path.endsWith('.csv');
        appendFileSync(path, isAgain ? text.slice(text.indexOf('\n') + 1) : text);
        files.add(path);
        bytes += text.length;
      }
    }
  return { size: [...files].reduce((sum, path) => sum + statSync(path).size, 0), records };
}

const days = [
  ...simulateDays({ world: 'lender', journeys: 200, seed: 7, from: '2026-10-05', days: 4 }),
];

interface Measured {
  seconds: number;
  records: number;
  peak: number;
}

/** In a process of its own, since a peak of memory is of a process. */
const run = (what: 'read' | 'parse', name: WrittenFormatName): Measured =>
  JSON.parse(
    execFileSync(
      process.execPath,
      [
        resolve(import.meta.dirname, 'formats-load.mjs'),
        what,
        join(folder, name),
        JSON.stringify(writtenFormats[name]),
      ],
      { encoding: 'utf8', maxBuffer: 1 << 26 },
    ),
  ) as Measured;

it('streams every format', () => {
  const rows = names.map((name) => {
    const written = write(name);
    const size = written.size / 1024 / 1024;
    const plain = run('parse', name);
    const read = run('read', name);
    rmSync(join(folder, name), { recursive: true });
    // Each once, and none of them in parts.
    expect(read.records).toBe(written.records);
    const [speed, baseline] = [size / read.seconds, size / plain.seconds];
    const row = `| ${name} | ${size.toFixed(0)} | ${read.records} | ${speed.toFixed(1)} | ${baseline.toFixed(1)} | ${(speed / baseline).toFixed(2)} | ${read.peak.toFixed(0)} |`;
    console.log(row);
    return row;
  });
  console.log(
    ['', '| format | MB | records | MB/s | plain parsing, MB/s | share | peak, MB |', ...rows].join(
      '\n',
    ),
  );
});
