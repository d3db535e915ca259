import { createWriteStream, rmSync, utimesSync } from 'node:fs';
import { finished } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type IngestEvent, ingest } from '../../src/ingest/ingest.js';
import { english } from '../../src/language/en/english.js';
import { createDigest } from '../../src/redact/digest.js';
import { createRedactor } from '../../src/redact/redact.js';
import { chatLens, connectRecord, contactId } from '../vendors/fixtures/connect.js';
import { action, bot, brokerLines, event, user } from '../vendors/fixtures/rasa.js';
import { createFolder, type Folder, readAll, redactor } from './reading.js';
import { agentContact, at, botSession, definition, survey } from './records.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const handback = (path: string) => ({ format: 'handback', path, options: {} });
const untouched = { redactor, alreadyRead: async () => false };

async function events(sources: Parameters<typeof ingest>[0], context = {}): Promise<IngestEvent[]> {
  const all: IngestEvent[] = [];
  for await (const one of ingest(sources, { ...untouched, ...context })) all.push(one);
  return all;
}

describe('ingest', () => {
  it('reads the files of a glob in order of their names, each from its start to its end', async () => {
    for (const name of ['b.ndjson', 'a.ndjson'])
      folder.write(name, [botSession({ session_id: name })]);
    folder.write('c.ndjson', gzipSync(`${JSON.stringify(botSession({ session_id: 'c' }))}\n`));
    const all = await events([handback(`${folder.path}/*.ndjson`)]);
    expect(
      all.map((one) => (one.kind === 'batch' ? one.sessions[0]?.sessionId : one.kind)),
    ).toEqual(['a.ndjson', 'b.ndjson', 'c'].flatMap((id) => ['file_started', id, 'file_done']));
    expect(all.at(-1)).toMatchObject({ read: 1, quarantined: 0 });
  });

  it('hands on at most five hundred records at a time', async () => {
    const many = Array.from({ length: 1203 }, (_, i) => botSession({ session_id: `s-${i}` }));
    const file = folder.write('many.ndjson', many);
    const sizes = (await events([handback(file)])).flatMap((one) =>
      one.kind === 'batch' ? [one.sessions.length] : [],
    );
    expect(sizes).toEqual([500, 500, 203]);
  });

  it('passes over what was read before, until the file, the options or the key change', async () => {
    const file = folder.write('a.ndjson', [botSession()]);
    const known = new Set<string>();
    const alreadyRead = async (path: string, print: string) => known.has(`${path} ${print}`);
    const run = async (more = {}) => {
      const all = await events([handback(file)], { alreadyRead, ...more });
      for (const one of all)
        if (one.kind === 'file_done') known.add(`${one.file} ${one.fingerprint}`);
      return all.length;
    };
    expect(await run()).toBe(3);
    expect(await run()).toBe(0);
    utimesSync(file, 1, 1);
    expect(await run()).toBe(3);
    expect(await run()).toBe(0);
    const digest = createDigest(Buffer.from('another key, also long enough'));
    expect(
      await run({ redactor: createRedactor({ language: english, digest, region: 'GB' }) }),
    ).toBe(3);
    expect(await run({ calendar: { timeZone: 'Europe/Paris' } })).toBe(3);
  });

  it('says what it did not find and what it could not read, and goes on', async () => {
    const missing = `${folder.path}/none-*.ndjson`;
    const file = folder.write('a.ndjson', [botSession()]);
    const all = await events([
      handback(missing),
      { format: 'unheard-of', path: file, options: {} },
      { format: 'rasa', path: file, options: { bot: 'x' } },
      handback(file),
    ]);
    expect(all.slice(0, 3)).toMatchObject([
      { kind: 'nothing_found', path: missing },
      { kind: 'file_failed', reason: expect.stringMatching(/unknown format/) },
      {
        kind: 'file_failed',
        reason: expect.stringMatching(/bot: unknown key; known here: .*bot_id/),
      },
    ]);
    expect(all.at(-1)).toMatchObject({ kind: 'file_done', read: 1 });
  });

  it('reports a file that goes away under its hands, and goes on', async () => {
    const gone = folder.write('a.ndjson', [botSession()]);
    folder.write('b.ndjson', [botSession()]);
    const alreadyRead = async (file: string) => {
      if (file === gone) rmSync(file);
      return false;
    };
    const all = await events([handback(`${folder.path}/*.ndjson`)], { alreadyRead });
    expect(all.find(({ kind }) => kind === 'file_failed')).toMatchObject({
      file: gone,
      reason: '[ingest] [handback] is gone',
    });
    expect(all.at(-1)).toMatchObject({ kind: 'file_done', read: 1 });
  });

  it('reports progress in bytes and records', async () => {
    const file = folder.write('a.ndjson', [botSession(), agentContact()]);
    const seen: object[] = [];
    await events([handback(file)], { onProgress: (one: object) => seen.push(one) });
    expect(seen.at(-1)).toMatchObject({ file, records: 2 });
    const { bytes, totalBytes } = seen.at(-1) as { bytes: number; totalBytes: number };
    expect(bytes).toBe(totalBytes);
  });

  it('reports where a gzip file breaks off and keeps the records before it', async () => {
    const many = Array.from({ length: 3000 }, (_, i) =>
      botSession({
        session_id: `s-${(i * 7919) % 100003}`,
        started_at: at(i),
        handoff: undefined,
        ended_at: undefined,
      }),
    );
    const packed = gzipSync(many.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const file = folder.write('a.ndjson.gz', packed.subarray(0, packed.length - 2000));
    const { sessions, quarantine } = await readAll('handback', file);
    expect(sessions.length).toBeGreaterThan(1000);
    expect(quarantine).toMatchObject([
      { line: sessions.length + 1, reason: expect.stringMatching(/gzip file ends too early/) },
    ]);
  });
});

describe('a bad record', () => {
  const { session_id: _, ...nameless } = botSession();
  const cases: [string, string | object, RegExp][] = [
    ['no JSON', 'this is no JSON: 07700 900123', /^no JSON/],
    ['a list', '[1, 2]', /^no JSON: expected an object/],
    ['no type', { session_id: 's' }, /^type: expected one of bot_session/],
    ['an unknown type', { type: '07700 900123' }, /^type: expected one of/],
    ['no identity', nameless, /^session_id: /],
    [
      'a time without an offset',
      botSession({ started_at: '2026-03-02T09:00:00' }),
      /^started_at: .*offset/,
    ],
    ['a session without turns', botSession({ turns: [] }), /^turns: expected at least one turn/],
    [
      'a contact that ends before it starts',
      agentContact({ ended_at: at(-5) }),
      /^ended_at: .*before it starts/,
    ],
    ['a session that ends before it starts', botSession({ ended_at: at(-5) }), /^ended_at:/],
    [
      'an answer before the start',
      agentContact({ answered_at: at(50) }),
      /^answered_at: lies before/,
    ],
    ['an answer after the end', agentContact({ answered_at: at(500) }), /^answered_at: lies after/],
    ['a handoff before the start', botSession({ handoff: { at: at(-5) } }), /^handoff\.at:/],
    [
      'a score outside its scale',
      agentContact({ outcome: { csat: 7 } }),
      /^outcome\.csat: outside its scale of 1 to 5/,
    ],
    ['a survey of nobody', survey({ contact_id: undefined }), /^contact_id: missing/],
  ];

  it.each(cases)(
    '%s: is set aside with its reason, and the rest is read',
    async (_name, bad, reason) => {
      const line = typeof bad === 'string' ? bad : JSON.stringify(bad);
      const good = JSON.stringify(botSession());
      const file = folder.write('a.ndjson', `${good}\n${line}\n${good}\n`);
      const { sessions, quarantine, events: all } = await readAll('handback', file);
      expect(quarantine).toMatchObject([
        { file, line: 2, source: 'handback', reason: expect.stringMatching(reason) },
      ]);
      expect(sessions).toHaveLength(2);
      expect(all.at(-1)).toMatchObject({ kind: 'file_done', read: 3, quarantined: 1 });
      expect(JSON.stringify(quarantine)).not.toMatch(/900123/);
    },
  );

  it('has a good twin just on the other side of each rule', async () => {
    const good = [
      botSession({ ended_at: at(0), handoff: { at: at(0) } }),
      agentContact({ answered_at: at(55), ended_at: at(55) }),
      agentContact({ outcome: { csat: 7, csat_scale: 7 } }),
      survey({ contact_id: undefined, customer: { phone: '07700 900123' } }),
    ];
    const { quarantine, events: all } = await readAll('handback', folder.write('a.ndjson', good));
    expect(quarantine).toEqual([]);
    expect(all.at(-1)).toMatchObject({ read: 4 });
  });

  it('of 50 MB in one line is read past in bounded memory', async () => {
    const file = `${folder.path}/long.ndjson`;
    const out = createWriteStream(file);
    out.write(`${JSON.stringify(botSession())}\n{"type":"bot_session","junk":"`);
    for (let i = 0; i < 50; i++) out.write('x'.repeat(1024 * 1024));
    out.end(`"}\n${JSON.stringify(agentContact())}\n`);
    await finished(out);
    const before = process.memoryUsage();
    let most = 0;
    const { sessions, contacts, quarantine } = await readAll(
      'handback',
      file,
      {},
      {
        onProgress: () => undefined,
        alreadyRead: async () => {
          const watch = setInterval(() => {
            const { heapUsed, arrayBuffers } = process.memoryUsage();
            most = Math.max(most, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers);
          }, 1);
          setTimeout(() => clearInterval(watch), 5000).unref();
          watch.unref();
          return false;
        },
      },
    );
    expect([sessions.length, contacts.length]).toEqual([1, 1]);
    expect(quarantine).toMatchObject([
      { line: 2, reason: expect.stringMatching(/^longer than 20 MB/) },
    ]);
    expect(most).toBeLessThan(45 * 1024 * 1024);
  });
});

describe('personal data', () => {
  const national = '07700 900123';
  const international = '+447700900123';
  const words = `please call ${national} now`;
  const leak = /900\s?123/;
  const customer = {
    id: international,
    phone: national,
    email: 'kim.doe@example.com',
    account: '12345678',
  };

  const full = [
    botSession({
      session_id: `whatsapp:${international}`,
      customer,
      locale: words,
      handoff: {
        at: at(50),
        key: international,
        target: words,
        context: { level: 'summary', text: words },
      },
      turns: [
        {
          at: at(1),
          actor: 'customer',
          text: words,
          intent: { name: words, confidence: 0.4, ranking: [{ name: words, confidence: 0.4 }] },
          slots: { phone: national, nested: { deep: [national] }, [words]: national },
        },
        { at: at(2), actor: 'bot', text: words, asks_for: words, action: words, error: words },
      ],
    }),
    agentContact({
      contact_id: international,
      customer,
      handoff_key: international,
      queue: words,
      agent_id: international,
      attributes: { note: words, number: 7700900123, session_id: international, [words]: words },
      outcome: { reason: words },
      turns: [{ at: at(85), actor: 'agent', text: words }],
    }),
    survey({ contact_id: international, comment: words }),
    survey({ contact_id: undefined, customer, comment: words }),
    definition({
      fallback_action: words,
      locale: words,
      intents: [{ name: words, description: words, examples: [words], required_slots: [words] }],
      slots: [
        {
          name: words,
          type: words,
          description: words,
          values: [words],
          prompts: [words],
          needed_by: [words],
        },
      ],
    }),
  ];
  // The same fields, each broken in a way whose message could repeat what it holds.
  const broken = [
    botSession({ session_id: national, channel: national as never }),
    botSession({ outcome: words as never, session_id: `x ${words}` }),
    botSession({ turns: [{ at: words, actor: words as never }] }),
    agentContact({ attributes: { [words]: [words] } as never }),
    { type: words },
  ];

  it('appears in no event, whichever field of whichever record it stands in', async () => {
    const file = folder.write('a.ndjson', [...full, ...broken]);
    folder.write('b.ndjson', `${words}\n{"text":"${words}\n`);
    const all = await events([handback(`${folder.path}/*.ndjson`)]);
    const emitted = JSON.stringify(all);
    expect(all.filter(({ kind }) => kind === 'file_done')).toMatchObject([
      { file, read: full.length + broken.length, quarantined: broken.length },
      { quarantined: 2 },
    ]);
    expect(emitted).toMatch(/⟨phone:/);
    expect(emitted).not.toMatch(leak);
    expect(emitted).not.toMatch(/kim\.doe/);
  });

  it('appears in no event of a vendor’s log', async () => {
    const rasa = folder.write(
      'events.jsonl',
      brokerLines(
        [
          user(1, words, { metadata: { phone: national, contact_id: international } }),
          event(1.1, 'slot', { name: 'phone', value: national }),
          action(2, 'action_call', { metadata: { error: words } }),
          bot(3, words),
          user(4, `/inform{"phone":"${national}"}`),
          event(5, 'pause'),
          event(6, 'agent', { text: words }),
          user(7, words),
        ],
        international,
      ),
    );
    folder.write(`lens/${contactId}_analysis.json`, JSON.stringify(chatLens));
    const connect = folder.write('records.json', [
      connectRecord({
        Attributes: { phone: national, note: words, disposition: words },
        CustomerEndpoint: { Type: 'TELEPHONE_NUMBER', Address: international },
      }),
    ]);
    const csv = folder.write(
      'surveys.csv',
      `contact_id,score,comment\n${international},4,"${words}"\n`,
    );
    const all = await events([
      { format: 'rasa', path: rasa, options: {} },
      { format: 'amazon-connect', path: connect, options: { contact_lens: 'lens/*.json' } },
      { format: 'csat-csv', path: csv, options: {} },
    ]);
    const batches = all.flatMap((one) => (one.kind === 'batch' ? [one] : []));
    expect(batches.flatMap(({ quarantine }) => quarantine)).toEqual([]);
    expect(batches.flatMap(({ contacts }) => contacts)).toHaveLength(2);
    expect(JSON.stringify(all)).not.toMatch(leak);
  });
});
