/** Valid records with a few bytes or values changed at random: what broken exports and hostile authors write. */
import { once } from 'node:events';
import { createWriteStream, rmSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { ingest } from '../../src/ingest/ingest.js';
import { createRandom, type Random } from '../../src/lib/random.js';
import { redactor } from '../ingest/reading.js';
import { agentContact, botSession, definition, survey } from '../ingest/records.js';

const odd: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1e308,
  '',
  ' ',
  '\u0000',
  '\ud800',
  '⟨phone:123456⟩',
  '__proto__',
  '9999-99-99T99:99:99Z',
  '0000-01-01T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  'İ'.repeat(300),
  '1'.repeat(3000),
  'a@'.repeat(500),
  [],
  {},
  [[[[]]]],
  { length: -1 },
  { __proto__: null, constructor: 1, toString: 2 },
];

const bases = [
  (n: number) => botSession({ session_id: `s-${n}` }),
  (n: number) => agentContact({ contact_id: `c-${n}` }),
  (n: number) => survey({ contact_id: `c-${n}` }),
  () => definition(),
];

/** A line without its end, never blank. */
export function mutatedLine(n: number): Buffer {
  const random = createRandom(`mutation ${n}`);
  const record = random.pick(bases)(n) as unknown as Record<string, unknown>;
  if (random.chance(0.5)) changeValues(record, random);
  const bytes = Buffer.from(JSON.stringify(record), 'utf8');
  const changed = random.chance(0.6) ? changeBytes(bytes, random) : bytes;
  // One line stays one line.
  for (let i = 0; i < changed.length; i++)
    if (changed[i] === 0x0a || changed[i] === 0x0d) changed[i] = 0x78;
  return changed.toString('utf8').trim() === '' ? Buffer.from('x') : changed;
}

function changeValues(record: object, random: Random): void {
  let at = record as Record<string, unknown>;
  for (let depth = 0; depth < 4; depth++) {
    const names = Object.keys(at);
    if (names.length === 0) return;
    const name = random.pick(names);
    const value = at[name];
    if (typeof value === 'object' && value !== null && random.chance(0.6)) {
      at = value as Record<string, unknown>;
      continue;
    }
    if (random.chance(0.2)) delete at[name];
    else at[name] = random.pick(odd);
    return;
  }
}

function changeBytes(bytes: Buffer, random: Random): Buffer {
  const place = () => random.int(0, bytes.length - 1);
  const [a, b] = [place(), place()].sort((x, y) => x - y) as [number, number];
  switch (random.int(0, 4)) {
    case 0:
      bytes[a] = random.int(0, 255);
      return bytes;
    case 1:
      return bytes.subarray(0, a);
    case 2:
      return Buffer.concat([bytes.subarray(0, a), bytes.subarray(b)]);
    case 3:
      return Buffer.concat([bytes.subarray(0, b), bytes.subarray(a)]);
    default:
      return Buffer.concat([
        bytes.subarray(0, a),
        Buffer.from(Array.from({ length: random.int(1, 8) }, () => random.int(0, 255))),
        bytes.subarray(a),
      ]);
  }
}

/** What a file of mutated records came to. */
export interface Taken {
  stored: number;
  quarantined: number;
  /** As the file's end said. */
  read: number;
  failed: string[];
}

/** Writes `count` of them to a file, and reads it as a night does. */
export async function takeMutated(file: string, from: number, count: number): Promise<Taken> {
  const out = createWriteStream(file);
  const line = Buffer.from('\n');
  for (let n = from; n < from + count; n++)
    if (!out.write(Buffer.concat([mutatedLine(n), line]))) await once(out, 'drain');
  out.end();
  await finished(out);
  const taken: Taken = { stored: 0, quarantined: 0, read: 0, failed: [] };
  const sources = [{ format: 'handback', path: file, options: {} }];
  for await (const event of ingest(sources, { redactor, alreadyRead: async () => false })) {
    if (event.kind === 'file_done') taken.read += event.read;
    if (event.kind === 'file_failed') taken.failed.push(event.reason);
    if (event.kind !== 'batch') continue;
    const { sessions, contacts, surveys, definitions, quarantine } = event;
    taken.stored += sessions.length + contacts.length + surveys.length + definitions.length;
    taken.quarantined += quarantine.length;
    // What is stored must survive being written.
    JSON.parse(JSON.stringify(event));
  }
  rmSync(file);
  return taken;
}
