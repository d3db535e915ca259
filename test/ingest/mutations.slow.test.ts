import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeMutated } from '../support/mutations.js';
import { createFolder, type Folder, readAll } from './reading.js';
import { agentContact, at, botSession } from './records.js';

let folder: Folder;
beforeAll(() => {
  folder = createFolder();
});
afterAll(() => folder.remove());

it('stores or sets aside each of 4,000 mutated records; the million are in `npm run evaluate -- mutations`', async () => {
  const taken = await takeMutated(join(folder.path, 'mutated.ndjson'), 0, 4000);
  expect(taken).toMatchObject({ read: 4000, failed: [] });
  expect(taken.stored + taken.quarantined).toBe(4000);
  expect(taken.stored).toBeGreaterThan(400);
  expect(taken.quarantined).toBeGreaterThan(400);
}, 60_000);

describe('what is far too large', () => {
  const around = async (name: string, write: (line: (text: string) => void) => void) => {
    const file = join(folder.path, name);
    const zip = createGzip({ level: 1 });
    const out = zip.pipe(createWriteStream(file));
    zip.write(`${JSON.stringify(botSession())}\n`);
    write((text) => zip.write(text));
    zip.end(`\n${JSON.stringify(agentContact())}\n`);
    await finished(out);
    return readAll('handback', file);
  };

  it('a gzip bomb has its reason, and its neighbours are unharmed', async () => {
    const million = 'x'.repeat(1024 * 1024);
    const { sessions, contacts, quarantine } = await around('bomb.ndjson.gz', (line) => {
      line('{"type":"bot_session","junk":"');
      for (let i = 0; i < 200; i++) line(million);
      line('"}');
    });
    expect([sessions.length, contacts.length]).toEqual([1, 1]);
    expect(quarantine).toMatchObject([{ line: 2, reason: expect.stringMatching(/^longer than/) }]);
  }, 60_000);

  it('a turn of 5 MB is kept redacted, and its neighbours are unharmed', async () => {
    const text = `${'please call me back about my late parcel '.repeat(130_000)}jane.roe@firm.test`;
    const { sessions, contacts, quarantine } = await around('turn.ndjson.gz', (line) =>
      line(
        JSON.stringify(
          botSession({ session_id: 's-2', turns: [{ at: at(5), actor: 'customer', text }] }),
        ),
      ),
    );
    expect(quarantine).toEqual([]);
    expect([sessions.length, contacts.length]).toEqual([2, 1]);
    expect(sessions[1]?.turns[0]?.text).toMatch(/parcel ⟨email:[0-9a-f]{6}⟩$/);
  }, 60_000);

  it('a session of a million turns has its reason, and its neighbours are unharmed', async () => {
    const turn = JSON.stringify({ at: at(5), actor: 'customer', text: 'hello again' });
    const thousand = Array.from({ length: 1000 }, () => turn).join(',');
    const { turns: _, ...session } = botSession({ session_id: 's-2' });
    const { sessions, contacts, quarantine } = await around('turns.ndjson.gz', (line) => {
      line(`${JSON.stringify(session).slice(0, -1)},"turns":[${thousand}`);
      for (let i = 1; i < 1000; i++) line(`,${thousand}`);
      line(']}');
    });
    expect([sessions.length, contacts.length]).toEqual([1, 1]);
    expect(quarantine).toMatchObject([{ line: 2, reason: expect.stringMatching(/^longer than/) }]);
  }, 60_000);
});
