import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openInput } from '../../../src/vendors/input/input.js';
import { findSource } from '../../../src/vendors/sources.js';
import { createFolder, type Folder } from '../../ingest/reading.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

/** What fills lines up to a log of more than 32 MB, up to which all sessions are kept. */
const filling = 'x'.repeat(6000);
const sessions = 1500;
/** Of each session so many lines, and so many sessions at once. */
const lines = 4;
const atOnce = 40;

/** Lines of all sessions, those of some at once between each other; the first session's last line is the log's. */
function interleaved<T>(line: (session: number, n: number) => T): T[] {
  const all: { at: number; line: T }[] = [];
  for (let session = 0; session < sessions; session++)
    for (let n = 0; n < lines; n++) {
      const isLate = session === 0 && n === lines - 1;
      all.push({ at: isLate ? Infinity : session + (n * atOnce) / lines, line: line(session, n) });
    }
  return all.sort((a, b) => a.at - b.at).map((one) => one.line);
}

const moment = (n: number) => new Date(Date.UTC(2026, 2, 2, 9) + n * 1000).toISOString();

async function readAll(format: string, path: string, given: object) {
  const source = findSource(format);
  if (!source) throw new Error(format);
  let bytes = 0;
  const file = openInput(path.replace('*', '1'), (taken) => {
    bytes = taken;
  });
  const options = source.options.parse(given);
  const items: unknown[] = [];
  let firstAt: number | undefined;
  for await (const item of source.read(file, options, { path, timeZone: 'UTC' })) {
    firstAt ??= bytes;
    if ('fault' in item) throw new Error(item.fault);
    items.push(item);
  }
  return { items, firstAt: firstAt ?? 0, bytes };
}

const byText = (items: unknown[]) => items.map((one) => JSON.stringify(one)).sort();

/** Of the session whose last line is the log's: it comes late where sessions are let go, and first where all are kept. */
const placeOf = (items: unknown[], text: string) =>
  items.findIndex((one) => JSON.stringify(one).includes(text));

const esLine = (session: number, n: number) => ({
  session: `projects/demo/agent/sessions/s-${session}`,
  timestamp: moment(session + n),
  responseId: `${session}-${n}`,
  queryResult: {
    queryText: `word ${n}`,
    fulfillmentText: `answer ${n}`,
    intent: { displayName: 'order' },
  },
});
const messageHeader = 'chat,time,who,text,filling\n';
const message = (session: number, n: number, more: string) =>
  `${session},${moment(session + n)},${n % 2 === 0 ? 'Visitor' : 'Agent Sam'},"word, ${n}",${more}\n`;
const columns = { contact_id: 'chat', started_at: 'time', speaker: 'who', text: 'text' };

describe('a log that is larger than what is kept of it', () => {
  it('gives the sessions that a small one gives, each whole, before it has ended', async () => {
    const all = interleaved(esLine);
    const small = await readAll('dialogflow-es', folder.write('small/1.jsonl', all), {});
    const large = await readAll(
      'dialogflow-es',
      folder.write(
        'large/1.jsonl',
        all.map((one) => ({ ...one, filling })),
      ),
      {},
    );
    expect(large.items).toHaveLength(sessions);
    expect(byText(large.items)).toEqual(byText(small.items));
    expect(small.firstAt).toBe(small.bytes);
    expect(large.firstAt).toBeLessThan(large.bytes / 4);
    expect(placeOf(large.items, '"s-0"')).toBeGreaterThan(0.9 * sessions);
    expect(placeOf(small.items, '"s-0"')).toBe(0);
  });

  it('does so over files of which each has a part of every session', async () => {
    const read = async (name: string, more: object) => {
      const parts = [0, 1].map((half) =>
        interleaved((session, n) => ({ half: n % 2, line: { ...esLine(session, n), ...more } }))
          .filter((one) => one.half === half)
          .map(({ line }) => line),
      );
      for (const [i, part] of parts.entries()) folder.write(`${name}/${i + 1}.jsonl`, part);
      return readAll('dialogflow-es', `${folder.path}/${name}/*.jsonl`, {});
    };
    const small = await read('small', {});
    const large = await read('large', { filling });
    expect(large.items).toHaveLength(sessions);
    expect(byText(large.items)).toEqual(byText(small.items));
    expect(large.firstAt).toBeLessThan(large.bytes / 4);
  });

  it('gives the contacts of a table of messages, each whole', async () => {
    const read = (name: string, more: string) => {
      const rows = interleaved((session, n) => message(session, n, more));
      return readAll('contacts-csv', folder.write(name, messageHeader + rows.join('')), {
        rows: 'message',
        columns,
      });
    };
    const [small, large] = [await read('s/1.csv', ''), await read('l/1.csv', filling)];
    expect(large.items).toHaveLength(sessions);
    expect(byText(large.items)).toEqual(byText(small.items));
    expect(placeOf(large.items, '"contact_id":"0"')).toBeGreaterThan(0.9 * sessions);
    expect(placeOf(small.items, '"contact_id":"0"')).toBe(0);
  });

  it('gives the conversations of a table of transcripts, also where one goes on in another row', async () => {
    const row = (session: number, n: number, more: string) => {
      const activity = {
        type: 'message',
        id: `${n}`,
        text: `word ${n}`,
        timestamp: moment(session + n),
        from: { role: n % 2 },
        conversation: n === 0 ? undefined : { id: `s-${session}` },
      };
      const content = JSON.stringify({ activities: [activity], more }).replaceAll('"', '""');
      return `s-${session}_bot_${n},"{""BotId"":""bot""}","${content}"\n`;
    };
    const read = (name: string, more: string) => {
      const rows = interleaved((session, n) => row(session, n, more));
      return readAll(
        'bot-framework',
        folder.write(name, `name,metadata,content\n${rows.join('')}`),
        {},
      );
    };
    const [small, large] = [await read('s/1.csv', ''), await read('l/1.csv', filling)];
    expect(large.items).toHaveLength(sessions);
    expect(byText(large.items)).toEqual(byText(small.items));
  });
});
