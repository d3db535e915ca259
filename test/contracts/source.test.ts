/** What every source must do, whatever it reads. A new source adds a fixture here. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { record as recordSchema } from '../../src/domain/records.js';
import { openInput } from '../../src/vendors/input/input.js';
import { checkSourceOptions, findSource, sourceIds } from '../../src/vendors/sources.js';
import type { SourceItem } from '../../src/vendors/vendor.js';
import { createFolder, type Folder, readAll } from '../ingest/reading.js';
import { agentContact, botSession, definition, survey } from '../ingest/records.js';
import { chatLens, connectRecord, contactId } from '../vendors/fixtures/connect.js';
import { brokerLines, conversation } from '../vendors/fixtures/rasa.js';

interface Fixture {
  name: string;
  content: string;
  /** Cannot be read, with its line in a file that has it after `content`. */
  broken: string;
  /** Files beside it. */
  beside?: Record<string, string>;
  options?: Record<string, unknown>;
  companions?: number;
}

const line = (value: object): string => `${JSON.stringify(value)}\n`;

const fixtures: Record<string, Fixture> = {
  handback: {
    name: 'records.ndjson',
    content: [botSession(), agentContact(), survey(), definition()].map(line).join(''),
    broken: '{"type": "bot_session", \n',
  },
  rasa: {
    name: 'events.jsonl',
    content: brokerLines(conversation) + brokerLines(conversation, 'u-2'),
    broken: '{"sender_id": "u-1", "event": "user", "text": "hello"}\n',
  },
  'amazon-connect': {
    name: 'records.json',
    content: line(connectRecord()) + line(connectRecord({ ContactId: 'other' })),
    broken: 'ContactId,Channel\n',
    beside: { [`lens/${contactId}_analysis_2026-03-02T09_13_20Z.json`]: line(chatLens) },
    options: { contact_lens: 'lens/*.json' },
    companions: 1,
  },
  'csat-csv': {
    name: 'surveys.csv',
    content:
      'contact_id,score,comment,RecordedDate\nc-1,4,"two\nlines",2026-03-02T10:00:00Z\nc-2,1,,2026-03-02T11:00:00Z\n',
    broken: 'c-3,very good,,2026-03-02T11:00:00Z\n',
  },
};

it('has a fixture for every source', () => {
  expect(Object.keys(fixtures).sort()).toEqual([...sourceIds].sort());
});

describe.each(Object.entries(fixtures))('%s as a source', (id, fixture) => {
  let folder: Folder;
  let file: string;
  const options = fixture.options ?? {};
  const source = findSource(id);
  if (!source) throw new Error(`no source ${id}`);
  const items = async (path = file): Promise<SourceItem[]> => {
    const found: SourceItem[] = [];
    for await (const item of source.read(openInput(path), source.options.parse(options), { path }))
      found.push(item);
    return found;
  };

  beforeEach(() => {
    folder = createFolder();
    file = folder.write(fixture.name, fixture.content);
    for (const [name, text] of Object.entries(fixture.beside ?? {})) folder.write(name, text);
  });
  afterEach(() => folder.remove());

  it('stands in the folder of its name and says what it is', () => {
    expect(existsSync(join(import.meta.dirname, `../../src/vendors/${id}/source.ts`))).toBe(true);
    expect(source.title.length).toBeGreaterThan(3);
    expect(source.description).toMatch(/\.$/);
  });

  it('yields records that fulfil the schema, each with its line', async () => {
    const found = await items();
    expect(found.length).toBeGreaterThan(1);
    for (const item of found) {
      expect(item).not.toHaveProperty('fault');
      if ('record' in item) expect(recordSchema.safeParse(item.record).error).toBeUndefined();
      expect(item.line).toBeGreaterThan(0);
    }
  });

  it('gives every record an id, and no two the same', async () => {
    const { sessions, contacts, surveys } = await readAll(id, file, options);
    for (const records of [sessions, contacts, surveys]) {
      const ids = records.map((one) => one.id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.every((one) => one !== '' && !one.includes('undefined'))).toBe(true);
    }
  });

  it('says the same when it is read again', async () => {
    const first = await items();
    expect(await items()).toEqual(first);
    expect(await readAll(id, file, options)).toEqual(await readAll(id, file, options));
  });

  it('sets a broken place aside with its line and a reason, and keeps the rest', async () => {
    const before = await items();
    writeFileSync(
      file,
      fixture.content + fixture.broken + (id === 'csat-csv' ? '' : fixture.content),
    );
    const lines = fixture.content.split('\n').length;
    const { quarantine } = await readAll(id, file, options);
    expect(quarantine).toHaveLength(1);
    expect(quarantine[0]).toMatchObject({ file, source: id, line: lines });
    expect(quarantine[0]?.reason.length).toBeGreaterThan(8);
    const kept = (await items()).filter((item) => 'record' in item);
    expect(kept.length).toBeGreaterThanOrEqual(before.length);
  });

  it('reads an empty file as nothing at all', async () => {
    writeFileSync(file, '');
    expect(await items()).toEqual([]);
  });

  it('refuses unknown options by name and knows its own', () => {
    expect(checkSourceOptions(id, options)).toEqual([]);
    const [problem, ...more] = checkSourceOptions(id, { ...options, colour: 'blue' });
    expect(problem).toMatch(/^colour: unknown key; (known here: \w|there are no options)/);
    expect(more).toEqual([]);
  });

  it('names the files that it depends on', async () => {
    const found = await source.companions?.(source.options.parse(options), { path: file });
    expect(found?.length ?? 0).toBe(fixture.companions ?? 0);
  });
});
