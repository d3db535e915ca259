/** A million mutated records through ingest: none may stop it or get lost, and memory must stay flat. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { takeMutated } from '../support/mutations.js';

const count = Number(process.env.HANDBACK_RECORDS ?? '1000000');
const perFile = 50_000;
const megabytes = (bytes: number) => Math.round(bytes / 1024 / 1024);

it(`takes ${count} mutated records`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'handback-mutations-'));
  const total = { stored: 0, quarantined: 0, read: 0 };
  const memory: number[] = [];
  const start = process.cpuUsage();
  for (let from = 0; from < count; from += perFile) {
    const n = Math.min(perFile, count - from);
    const taken = await takeMutated(join(folder, `${from}.ndjson`), from, n);
    expect(taken.failed).toEqual([]);
    expect(taken).toMatchObject({ read: n });
    expect(taken.stored + taken.quarantined).toBe(n);
    total.stored += taken.stored;
    total.quarantined += taken.quarantined;
    total.read += taken.read;
    memory.push(megabytes(process.memoryUsage().rss));
  }
  rmSync(folder, { recursive: true });
  const { user, system } = process.cpuUsage(start);
  console.log(
    `=== ${total.read} read, ${total.stored} stored, ${total.quarantined} set aside; resident memory after each ${perFile}: ${memory.join(', ')} MB; ${Math.round((user + system) / 1e6)} s of processor time`,
  );
}, 3_600_000);
