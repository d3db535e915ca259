import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openInput } from '../../../src/vendors/input/input.js';
import { type FoundObject, isTableOf, objectsIn } from '../../../src/vendors/log/objects.js';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';
import { lexEntry } from '../amazon-lex-v2/sample.js';
import { connectRecord } from '../fixtures/connect.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const wrapping = { lists: [], csv: ['Contact Id', '@message'] };
const tableOf = (content: string) =>
  isTableOf(openInput(folder.write('log.txt', content)), wrapping);
const found = async (content: string) => {
  const all: FoundObject[] = [];
  for await (const one of objectsIn(openInput(folder.write('log.txt', content)), wrapping))
    all.push(one);
  return all;
};
const json = (value: object) => JSON.stringify(value);

describe('a table', () => {
  it.each([
    ['by a column that is known, with JSON in its cells', 'note\tmessage\nx\t{"text": "it\'s"}\n'],
    ['by a column that is known, whatever its case', 'contact_id\nc-1\n'],
    ['by its delimiter', 'id,note\n1,x\n'],
    ['by its delimiter, its last line not ended', 'id,note\n1,x'],
    ['with JSON in quotes', 'id,note\n1,"{""a"": 1}"\n2,"{\n""a"": {""b"": 1}}"\n'],
    ['below a title', 'Contacts of March\n\n"Contact ID",note\n1,x\n'],
    [
      'with what begins like JSON in a cell',
      'id,note\n1,"hi\n[Agent joined]\nbye"\n2,"\n{""a"": 1}"\n',
    ],
    ['with names in brackets', '[id],[note]\n1,x\n'],
    ['below a delimiter that is told', 'sep=;\nContactId;note\n1;{"a": 1}\n'],
  ])('is known %s', async (_, content) => {
    expect(await tableOf(content)).toBe(true);
  });

  it.each([
    ['lines below a title', '# exported by ops\n{"a": 1, "b": 2}\n{"a": 3, "b": 4}\n'],
    ['lines below a title with a comma', 'Found 3 contacts, all\n{ "a": 1}\n'],
    [
      'an object over many lines below a title',
      'Found 1 contact, all\n{\n  "a": 1,\n  "b": 2\n}\n',
    ],
    ['a list below a title', 'Found 1 contact\n[\n  {"a": 1, "b": 2},\n  {"a": 3, "b": 4}\n]\n'],
    [
      'a list over many lines below a title with a comma',
      'Found 1 contact, all\n[{\n  "a": 1,\n  "b": 2\n}]\n',
    ],
    [
      'a list of one line, the bracket alone, below a title with a comma',
      'Found 1 contact, all\n[\n  {\n    "a": 1\n  }\n]\n',
    ],
    [
      'one line below a title with a comma, longer than a piece of the file',
      `Found 1 contact, all\n${json({ a: 'x'.repeat(300_000) })}\n`,
    ],
    ['names of columns, as of JSON', '["Contact Id", "b"]\n'],
    ['a time before each object', '2026-01-01T00:00:00.000Z { "a": 1, "b": 2 }\n'],
    ['nothing but a title', 'Nothing was found\n'],
    ['nothing but a title with a comma', 'Nothing was found, at all\n'],
  ])('is not: %s', async (_, content) => {
    expect(await tableOf(content)).toBe(false);
  });

  it.each([
    ['objects that do not end', `id,note\n1,${'{"a}x'.repeat(40_000)}\n2,x\n`],
    ['blank lines', `id,note\n1,x\n${'\n'.repeat(200_000)}2,x\n`],
    ['braces', `id,note\n1,${'{ '.repeat(100_000)}\n2,${'} '.repeat(20_000)}x\n`],
  ])('is told in the time that its length takes: %s', async (_, content) => {
    const start = performance.now();
    expect(await tableOf(content)).toBe(true);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('objects in a log', () => {
  it('are found below a title, which is a fault, and behind a time', async () => {
    const lines = [json({ a: 1 }), '2026-01-01T00:00:00.000Z { "a": 2 }'];
    expect(await found(`# exported by ops\n${lines.join('\n')}\n`)).toEqual([
      { line: 1, fault: expect.stringMatching(/^no JSON/) },
      { line: 2, value: { a: 1 } },
      { line: 3, value: expect.objectContaining({ a: 2 }) },
    ]);
  });

  it('are read by Lex and Connect, each of them', async () => {
    const entries = [lexEntry('09:00:09'), lexEntry('09:00:31')].map(json);
    const lex = folder.write('lex.log', ['# exported by ops', ...entries].join('\n'));
    const { sessions, quarantine } = await readAll('amazon-lex-v2', lex);
    expect(sessions.flatMap(({ turns }) => turns.map(({ actor }) => actor))).toEqual([
      'customer',
      'bot',
      'customer',
      'bot',
    ]);
    expect(quarantine).toHaveLength(1);
    const records = ['c-1', 'c-2', 'c-3'].map((ContactId) => json(connectRecord({ ContactId })));
    const titled = folder.write('a.log', ['Found 3 contacts', ...records].join('\n'));
    expect((await readAll('amazon-connect', titled)).contacts).toHaveLength(3);
    const timed = records.map((one) => `2026-01-01T00:00:00.000Z ${one.replace('{', '{ ')}`);
    const read = await readAll('amazon-connect', folder.write('b.log', timed.join('\n')));
    expect(read.contacts).toHaveLength(3);
    expect(read.quarantine).toEqual([]);
  });
});
