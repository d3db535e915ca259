/** What every source must do, whatever it reads. A new source has a sample of its files in `test/vendors/<vendor>/sample.ts`. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { record as recordSchema } from '../../src/domain/records.js';
import { openInput } from '../../src/vendors/input/input.js';
import { checkSourceOptions, findSource, sourceIds } from '../../src/vendors/sources.js';
import type { SourceItem } from '../../src/vendors/vendor.js';
import { findVendor, withOptions } from '../../src/vendors/write-pages.js';
import { createFolder, type Folder, readAll } from '../ingest/reading.js';
import { damaged } from '../vendors/support/damage.js';
import { sourceSamples } from '../vendors/support/samples.js';

it('has a sample of every source, test/vendors/<vendor>/sample.ts', () => {
  expect(sourceSamples.map(([id]) => id).sort()).toEqual([...sourceIds].sort());
});

describe.each(sourceSamples)('%s as a source', (id, fixture) => {
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
    expect(found.length).toBeGreaterThanOrEqual(fixture.records ?? 2);
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
      fixture.content + fixture.broken + (fixture.endsBroken ? '' : fixture.content),
    );
    const lines = fixture.content.split('\n').length;
    const { quarantine } = await readAll(id, file, options);
    expect(quarantine).toHaveLength(1);
    expect(quarantine[0]).toMatchObject({ file, source: id, line: lines });
    expect(quarantine[0]?.reason.length).toBeGreaterThan(8);
    const kept = (await items()).filter((item) => 'record' in item);
    expect(kept.length).toBeGreaterThanOrEqual(before.length);
  });

  it('loses no neighbour of a damaged line, and puts nothing of it into one', async () => {
    const lines = fixture.content.split(/(?<=\n)/);
    const records = async (content: string) => {
      writeFileSync(file, content);
      return (await items()).flatMap((item) =>
        'record' in item ? [JSON.stringify(item.record)] : [],
      );
    };
    const whole = await records(fixture.content);
    await fc.assert(
      fc.asyncProperty(
        fc
          .nat(lines.length - 1)
          .chain((at) => damaged(lines[at] ?? '').map((text) => ({ at, text }))),
        async ({ at, text }) => {
          const rest = await records(lines.filter((_, i) => i !== at).join(''));
          const found = await records(lines.map((one, i) => (i === at ? text : one)).join(''));
          const missing = (among: readonly string[]) => whole.filter((one) => !among.includes(one));
          expect(missing(found).length).toBeLessThanOrEqual(Math.max(1, missing(rest).length));
        },
      ),
      { numRuns: 25 },
    );
  });

  it('sets a line aside that nests without end, and keeps its neighbours', async () => {
    const lines = fixture.content.split(/(?<=\n)/);
    const at = lines.findIndex((one) => one.trimEnd().endsWith('}'));
    if (at === -1) return;
    const levels = 20_000;
    const deep = `,"deep":${'['.repeat(levels)}${']'.repeat(levels)}}\n`;
    const others = lines.filter((_, i) => i !== at).join('');
    const recordsOf = async (content: string) => {
      writeFileSync(file, content);
      return (await items()).flatMap((item) =>
        'record' in item ? JSON.stringify(item.record) : [],
      );
    };
    const expected = await recordsOf(others);
    const found = await recordsOf(
      lines.map((one, i) => (i === at ? one.trimEnd().replace(/\}$/, deep) : one)).join(''),
    );
    expect(found).toEqual(expect.arrayContaining(expected));
  });

  it('gives the same records for lines in another order', async () => {
    const lines = fixture.content.split(/(?<=\n)/);
    if (!lines.every((one) => one.startsWith('{'))) return;
    const recordsOf = async (all: readonly string[]) => {
      writeFileSync(file, all.join(''));
      return (await items())
        .map((item) => ('record' in item ? JSON.stringify(item.record) : 'fault'))
        .sort();
    };
    const expected = await recordsOf(lines);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(lines, { minLength: lines.length }),
        async (shuffled) => {
          expect(await recordsOf(shuffled)).toEqual(expected);
        },
      ),
      { numRuns: 10 },
    );
  });

  it('has a page in the docs that names its options as they are', () => {
    const page = readFileSync(join(import.meta.dirname, `../../docs/vendors/${id}.md`), 'utf8');
    expect(withOptions(page, findVendor(id))).toBe(page);
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

  it('names as a sidecar no file that it reads itself', async () => {
    const sidecar = source.sidecar?.(file);
    if (sidecar === undefined) return;
    expect(sidecar).not.toBe(file);
    expect(existsSync(sidecar)).toBe(true);
    expect(await items(sidecar)).toEqual([]);
  });

  it('names the files that it depends on', async () => {
    const found = await source.companions?.(source.options.parse(options), { path: file });
    expect(found?.length ?? 0).toBe(fixture.companions ?? 0);
  });
});
