/** ZIPs of strangers: entries that climb out, blow up or hold no text are refused; all others come back as they were. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { packed, zipEntries } from '../../../src/vendors/input/zip.js';

const zip = (entries: Record<string, Uint8Array>) => zipSync(entries, { level: 9 });

describe('a ZIP', () => {
  it.each(['../evil.json', 'a/../../evil.json', '/etc/passwd', 'C:\\evil.json', '..\\evil.json'])(
    'is refused for the entry %s',
    (name) => {
      expect(() => zipEntries('bot.zip', zip({ [name]: strToU8('{}') }))).toThrow(
        /leads out of it/,
      );
    },
  );

  it('may have dots in a name', () => {
    const [entry] = zipEntries('bot.zip', zip({ 'intents/order..status.json': strToU8('{}') }));
    expect(entry).toEqual({ path: 'bot.zip!/intents/order..status.json', text: '{}' });
  });

  it('made on a Mac or by Windows has the same entries', () => {
    const system = new Uint8Array([0xff, 0xfe, 0xfd]);
    const made = zip({
      '__MACOSX/intents/._a.json': system,
      '.DS_Store': system,
      'intents/Thumbs.db': system,
      'intents\\a.json': strToU8('{}'),
    });
    const base = zipEntries('bot.zip', made);
    expect(base).toEqual([{ path: 'bot.zip!/intents/a.json', text: '{}' }]);
    const [file] = packed([{ path: 'bot.zip!/intents/a.json', text: '[]' }], base);
    expect(Object.keys(unzipSync(file?.bytes ?? new Uint8Array()))).toEqual(['intents/a.json']);
  });

  it('is refused where an entry blows up', () => {
    const bomb = zip({ 'intents/a.json': new Uint8Array(8 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(() => zipEntries('bot.zip', bomb)).toThrow(/unpacks to more than an export can be/);
  });

  it.each([
    ['no text', { 'a.json': new Uint8Array([0xff, 0xfe, 0xfd]) }, /is no text/],
    ['no ZIP at all', null, /no readable ZIP/],
  ])('is refused where it holds %s', (_, entries, message) => {
    const bytes = entries ? zip(entries) : strToU8('not a ZIP');
    expect(() => zipEntries('bot.zip', bytes)).toThrow(message);
  });

  it('comes back with the changed entry and every other as it was, to the same bytes each time', () => {
    const base = zipEntries(
      'bot.zip',
      zip({ 'a.json': strToU8('{"a":1}'), 'b.txt': strToU8('é\r\n') }),
    );
    const changed = [{ path: 'bot.zip!/a.json', text: '{"a":2}' }];
    const [file, ...more] = packed(changed, base);
    expect(more).toEqual([]);
    expect(file?.bytes).toEqual(packed(changed, base)[0]?.bytes);
    const entries = unzipSync(file?.bytes ?? new Uint8Array());
    expect(
      Object.fromEntries(
        Object.entries(entries).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
      ),
    ).toEqual({
      'a.json': '{"a":2}',
      'b.txt': 'é\r\n',
    });
  });
});
