import { closeSync, openSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fromUtf16 } from '../../../src/vendors/input/encoding.js';
import { filesAt, folderOf } from '../../../src/vendors/input/files.js';
import { type InputFile, openInput } from '../../../src/vendors/input/input.js';
import { lines, type Piece } from '../../../src/vendors/input/lines.js';
import { jsonValues } from '../../../src/vendors/input/values.js';
import { createFolder, type Folder } from '../../ingest/reading.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

async function all(pieces: AsyncIterable<Piece>): Promise<Piece[]> {
  const found: Piece[] = [];
  for await (const piece of pieces) found.push(piece);
  return found;
}

/** The same bytes in pieces of a given size. */
const inPieces = (content: Buffer, size: number): InputFile => ({
  path: 'memory',
  async *chunks() {
    for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
  },
});

async function* pieces(parts: readonly Buffer[]): AsyncGenerator<Buffer> {
  yield* parts;
}

/** The number that the next file gets: each file that is left open takes one away. */
function lowestFree(path: string): number {
  const handle = openSync(path, 'r');
  closeSync(handle);
  return handle;
}

const numbered = (count: number) =>
  Array.from(
    { length: count },
    (_, i) => `${i} ${((i * 2654435761) % 4294967296).toString(36)}\n`,
  ).join('');

describe('the files of a path', () => {
  it('lie in folders of any name', async () => {
    for (const name of ['export (1)', '[new]', '{a,b}', 'plain'])
      folder.write(`${name}/day (2).ndjson`, '{}');
    for (const name of ['export (1)', '[new]', '{a,b}', 'plain']) {
      const expected = [`${folder.path}/${name}/day (2).ndjson`];
      expect(await filesAt(`${folder.path}/${name}`)).toEqual(expected);
      expect(await filesAt(`${folder.path}/${name}/*.ndjson`)).toEqual(expected);
      expect(await filesAt(`${folder.path}/${name}/d* (2).ndjson`)).toEqual(expected);
      expect(folderOf(`${folder.path}/${name}/*.ndjson`)).toBe(`${folder.path}/${name}`);
    }
    expect(await filesAt(`${folder.path}/*/*.ndjson`)).toHaveLength(4);
    expect(await filesAt(`${folder.path}/@(plain|none)/*.ndjson`)).toHaveLength(1);
    expect(await filesAt(`${folder.path}/none/*.ndjson`)).toEqual([]);
  });
});

describe('a file', () => {
  it('may be UTF-16 of either order, with or without a mark, in pieces of any size', async () => {
    const text = '{"a": "\u00fc \ud83d\ude42"}';
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    const marked = (order: Buffer) =>
      order === little ? Buffer.from([0xff, 0xfe]) : Buffer.from([0xfe, 0xff]);
    for (const bytes of [little, big])
      for (const content of [bytes, Buffer.concat([marked(bytes), bytes])]) {
        const input = openInput(folder.write('a.json', content));
        expect(await all(jsonValues(input))).toMatchObject([{ line: 1, text }]);
      }
    const odd = Array.from(little, (byte) => Buffer.from([byte]));
    const whole: Buffer[] = [];
    for await (const piece of fromUtf16(pieces(odd), 'le')) whole.push(piece);
    expect(Buffer.concat(whole).toString()).toBe(text);
  });

  it('is unpacked by what it holds, not by its name', async () => {
    const packed = folder.write('packed.ndjson', gzipSync('a\nb\n'));
    const plain = folder.write('plain.ndjson.gz', 'a\nb\n');
    const expected = [
      { line: 1, text: 'a' },
      { line: 2, text: 'b' },
    ];
    expect(await all(lines(openInput(packed)))).toEqual(expected);
    expect(await all(lines(openInput(plain)))).toEqual(expected);
  });

  it('made of several gzip members is read to its end', async () => {
    const file = folder.write('x.gz', Buffer.concat([gzipSync('a\n'), gzipSync('b\n')]));
    expect(await all(lines(openInput(file)))).toHaveLength(2);
  });

  it('that breaks off keeps what came before, and says where it broke', async () => {
    const text = numbered(30_000);
    const packed = gzipSync(text);
    const file = folder.write('short.gz', packed.subarray(0, Math.floor(packed.length * 0.6)));
    const found = await all(lines(openInput(file)));
    const last = found.at(-1);
    expect(last).toMatchObject({ fault: expect.stringMatching(/ends too early/) });
    expect(found.length).toBeGreaterThan(10_000);
    expect(last?.line).toBe(found.length);
    const expected = text.split('\n');
    expect(
      found.slice(0, -1).every((piece, i) => 'text' in piece && piece.text === expected[i]),
    ).toBe(true);
  });

  it('that is damaged keeps what came before', async () => {
    const packed = gzipSync(numbered(30_000));
    packed.fill(0xff, Math.floor(packed.length * 0.6), Math.floor(packed.length * 0.6) + 400);
    const found = await all(lines(openInput(folder.write('bad.gz', packed))));
    expect(found.at(-1)).toMatchObject({ fault: expect.stringMatching(/damaged|too early/) });
    expect(found.length).toBeGreaterThan(10_000);
  });

  it.each([
    ['as it is', (text: string) => Buffer.from(text)],
    ['packed', (text: string) => gzipSync(text)],
    ['in UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ])('is closed when its reader stops at the first piece, %s', async (_, written) => {
    const path = folder.write('some.csv', '');
    writeFileSync(path, written(numbered(100_000)));
    const free = lowestFree(path);
    for (let i = 0; i < 60; i++) for await (const _first of openInput(path).chunks()) break;
    expect(lowestFree(path) - free).toBeLessThan(30);
  });

  it('counts the bytes that were taken from the disk', async () => {
    const packed = gzipSync(numbered(30_000));
    const seen: number[] = [];
    await all(lines(openInput(folder.write('x.gz', packed), (bytes) => seen.push(bytes))));
    expect(seen.at(-1)).toBe(packed.length);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });
});

describe('lines', () => {
  it('are the same however the bytes are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\r\n\uFEFF]/g, ' '))),
        fc.integer({ min: 1, max: 7 }),
        async (texts, size) => {
          const found = await all(lines(inPieces(Buffer.from(texts.join('\n')), size)));
          const expected = texts
            .map((text, i) => ({ line: i + 1, text: Buffer.from(text).toString('utf8') }))
            .filter(({ text }) => text.trim() !== '');
          expect(found).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('lose a byte order mark and carriage returns', async () => {
    expect(await all(lines(inPieces(Buffer.from('\uFEFFa\r\nb'), 3)))).toEqual([
      { line: 1, text: 'a' },
      { line: 2, text: 'b' },
    ]);
  });

  it('are Windows-1252 where they are no UTF-8, and keep what is UTF-8 in a broken line', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0x62, 0xfc, 0x96, 0x0a]),
      Buffer.from('sch\u00f6n'),
      Buffer.from([0xff, 0x0a]),
    ]);
    expect(await all(lines(inPieces(bytes, 3)))).toEqual([
      { line: 1, text: 'b\u00fc\u2013' },
      { line: 2, text: 'sch\u00f6n\uFFFD' },
    ]);
  });

  it('of more than the cap are read past, those of just the cap are not', async () => {
    const bytes = Buffer.from(`${'x'.repeat(11)}\n${'y'.repeat(10)}\n`);
    expect(await all(lines(inPieces(bytes, 4), 10))).toEqual([
      { line: 1, fault: expect.stringMatching(/^longer than/) },
      { line: 2, text: 'y'.repeat(10) },
    ]);
  });
});

describe('JSON values', () => {
  const values = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 5 });
  const containers: [string, (all: object[]) => string][] = [
    ['one a line', (list) => list.map((one) => JSON.stringify(one)).join('\n')],
    ['one a line of Windows', (list) => list.map((one) => `${JSON.stringify(one)}\r\n`).join('')],
    [
      'one a line of a list',
      (list) => `[\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`,
    ],
    [
      'two a line',
      (list) => list.map((one, i) => JSON.stringify(one) + (i % 2 ? '\n' : ' ')).join(''),
    ],
    ['end to end', (list) => list.map((one) => JSON.stringify(one)).join('')],
    ['in an array', (list) => JSON.stringify(list)],
    ['over many lines', (list) => JSON.stringify(list, null, 2)],
  ];

  it.each(containers)('come out of a file that has them %s', async (_, write) => {
    await fc.assert(
      fc.asyncProperty(values, fc.integer({ min: 1, max: 9 }), async (list, size) => {
        const found = await all(jsonValues(inPieces(Buffer.from(write(list)), size)));
        const parsed = found.map((piece) => ('text' in piece ? JSON.parse(piece.text) : piece));
        expect(parsed).toEqual(JSON.parse(JSON.stringify(list)));
      }),
      { numRuns: 60 },
    );
  });

  it('go on after what is broken', async () => {
    const text = '{"a":1}\nwords {x:1}\n{"b":"open\n{"c":{"d":2\n{"e":3}\n{"f":';
    const found = await all(jsonValues(inPieces(Buffer.from(text), 5)));
    for (const piece of found)
      if ('value' in piece && 'text' in piece) expect(piece.value).toEqual(JSON.parse(piece.text));
    expect(found.map((piece) => ('text' in piece ? piece.text : piece.line))).toEqual([
      '{"a":1}',
      2,
      3,
      4,
      '{"e":3}',
      6,
    ]);
  });

  it.each([
    'c-1\t{"a":{"b":1}}',
    'CreateTime:1772445600000\t"c-1"\t{"a":{"b":1}}',
    'rasa-1  | {"a":{"b":1}}',
    '2026-03-02T10:00:00.1+00:00 stdout F {"a":{"b":1}}\r',
  ])('may have something before them on their line: %s', async (line) => {
    const found = await all(jsonValues(inPieces(Buffer.from(`${line}\n{"c":1}\n`), 7)));
    expect(found.map((piece) => ('value' in piece ? piece.value : piece))).toEqual([
      { a: { b: 1 } },
      { c: 1 },
    ]);
  });

  it('are no part of another that broke off', async () => {
    const found = await all(jsonValues(inPieces(Buffer.from('"b": 1}\n"c": {"d": 2}\n'), 7)));
    expect(found.every((piece) => 'fault' in piece)).toBe(true);
  });

  it('of more than the cap are read past', async () => {
    const text = `{"a":"${'x'.repeat(60)}"}{"b":1}`;
    const found = await all(jsonValues(inPieces(Buffer.from(text), 7), 30));
    expect(found).toEqual([
      { line: 1, fault: expect.stringMatching(/^longer than/) },
      expect.objectContaining({ line: 1, text: '{"b":1}' }),
    ]);
  });
});

describe('a line that is cut off where the next could belong to it', () => {
  it.each(['{"a":1,', '{"a":[', '{"a":[1,', '{"a":', '{"a":[{"b":[', '{"a":"x'])(
    'costs no neighbour: %s',
    async (cut) => {
      const folder = createFolder();
      const file = folder.write(
        'log.jsonl',
        `{"n":1}\n${cut}\n{"n":2}\n${cut}\n${cut}\n{"n":3}\n{"n":4}\n`,
      );
      const found = [];
      for await (const piece of jsonValues(openInput(file))) found.push(piece);
      folder.remove();
      expect(
        found.flatMap((piece) => ('text' in piece ? [`${piece.line} ${piece.text}`] : [])).sort(),
      ).toEqual(['1 {"n":1}', '3 {"n":2}', '6 {"n":3}', '7 {"n":4}']);
      expect(found.flatMap((piece) => ('fault' in piece ? [piece.line] : [])).sort()).toEqual([
        2, 4, 5,
      ]);
    },
  );

  it('keeps an object that is spread over lines beginning with its parts', async () => {
    const folder = createFolder();
    const file = folder.write('log.json', '{"list":[\n{"n":1},\n{"n":2}\n]}\n');
    const found = [];
    for await (const piece of jsonValues(openInput(file))) found.push(piece);
    folder.remove();
    expect(found).toEqual([{ line: 1, text: '{"list":[\n{"n":1},\n{"n":2}\n]}' }]);
  });
});
