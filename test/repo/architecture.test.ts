import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each room may import beside itself. A room that is not named here may not exist. */
const mayImport: Record<string, readonly string[]> = {
  domain: [],
  // Tools.
  lib: ['domain'],
  stats: [],
  text: ['domain', 'lib'],
  language: ['domain', 'lib', 'text'],
  redact: ['domain', 'lib', 'text', 'language'],
  nlu: ['domain', 'lib', 'stats', 'text'],
  // What is read of a journey, each on the one before.
  transcript: ['domain', 'lib', 'text', 'language'],
  intents: ['domain', 'lib', 'stats', 'text', 'transcript'],
  questions: ['domain', 'lib', 'stats', 'text', 'language', 'transcript', 'intents'],
  // Rooms: each knows the ground and the tools, never another room.
  vendors: ['domain', 'lib', 'text'],
  ingest: ['domain', 'lib', 'text', 'redact', 'vendors'],
  link: ['domain', 'lib', 'stats', 'text'],
  detect: [
    'domain',
    'lib',
    'stats',
    'text',
    'language',
    'redact',
    'transcript',
    'intents',
    'questions',
  ],
  patterns: ['domain', 'lib', 'stats'],
  figures: ['domain', 'lib', 'stats'],
  causes: ['domain', 'lib', 'stats', 'text'],
  rank: ['domain', 'lib', 'stats'],
  verify: ['domain', 'lib', 'stats'],
  suggest: ['domain', 'lib', 'stats', 'text', 'language', 'nlu'],
  screenpop: ['domain', 'lib'],
  delivery: ['domain', 'lib'],
  publish: ['domain', 'lib', 'text', 'vendors'],
  simulate: ['domain', 'lib', 'text'],
  evaluate: ['domain', 'lib', 'stats'],
  // Around the rooms.
  config: ['domain', 'lib'],
  store: ['domain', 'lib'],
};
/** Only these know several rooms and their order. */
const conductors = ['pipeline', 'commands', 'cli.ts'];
const deepest = 8;
const longest = 250;
/** Tables, which are read by looking a row up. */
const longTables = ['domain/categories.ts', 'store/schema.ts'];
/** Rooms that are still deeper; these numbers may only fall. */
const stillDeeper: Record<string, number> = { link: 10, questions: 12 };

const src = resolve(import.meta.dirname, '../../src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((f) =>
  f.endsWith('.ts'),
);
const textOf = (file: string): string => readFileSync(join(src, file), 'utf8');
const roomOf = (file: string): string => file.split('/')[0] ?? '';
/** A vendor's folder is a room of its own. */
const unitOf = (file: string): string =>
  roomOf(file) === 'vendors' ? dirname(file) : roomOf(file);

/** Every relative import of each file, as paths from src. */
const imports = new Map(
  files.map((file) => [
    file,
    [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(([, to = '']) =>
      relative(src, resolve(src, dirname(file), to)).replace(/\.js$/, '.ts'),
    ),
  ]),
);

describe('the arrows of the house', () => {
  it('reads the imports at all', () => {
    expect([...imports.values()].flat().length).toBeGreaterThan(1000);
  });

  it('has no room without a line in the table', () => {
    const unknown = files.filter(
      (file) => !(roomOf(file) in mayImport) && !conductors.includes(roomOf(file)),
    );
    expect(unknown).toEqual([]);
  });

  it('has no import that the table does not allow', () => {
    const forbidden = [...imports].flatMap(([file, targets]) => {
      const allowed = mayImport[roomOf(file)];
      if (!allowed) return [];
      return targets
        .filter((to) => ![roomOf(file), ...allowed].includes(roomOf(to)))
        .map((to) => `${file} imports ${to}`);
    });
    expect(forbidden).toEqual([]);
  });

  it('has no circle between files', () => {
    const settled = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' > '));
      else if (!settled.has(file)) {
        for (const to of imports.get(file) ?? []) visit(to, [...path, file]);
        settled.add(file);
      }
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it(`has no room deeper than ${deepest} layers of imports`, () => {
    const depths = new Map<string, number>();
    const depthOf = (file: string): number => {
      const known = depths.get(file);
      if (known !== undefined) return known;
      // A room's numbers are no layer of it.
      const own = (imports.get(file) ?? []).filter(
        (to) => unitOf(to) === unitOf(file) && !to.endsWith('/settings.ts'),
      );
      const depth = 1 + Math.max(0, ...own.map(depthOf));
      depths.set(file, depth);
      return depth;
    };
    expect(
      files
        .filter((file) => depthOf(file) > (stillDeeper[roomOf(file)] ?? deepest))
        .map((f) => `${f} ${depthOf(f)}`),
    ).toEqual([]);
  });

  it(`has no file of more than ${longest} lines but tables`, () => {
    const long = files.filter((file) => textOf(file).split('\n').length - 1 > longest);
    expect(long.sort()).toEqual(longTables);
  });

  it('knows a language by its folder in the one list of languages', () => {
    const knowing = [...imports].flatMap(([file, targets]) =>
      targets.some((to) => /^language\/[^/]+\//.test(to) && dirname(to) !== dirname(file))
        ? file
        : [],
    );
    expect(knowing).toEqual(['language/languages.ts']);
  });

  it('knows our database in the store alone', () => {
    const outside = files.filter(
      (file) => roomOf(file) !== 'store' && /from '(drizzle-orm|better-sqlite3)/.test(textOf(file)),
    );
    // A tracker store of Rasa's is a file of the vendor's.
    expect(outside).toEqual(['vendors/rasa/log/sqlite.ts']);
  });

  it('lets natural in by its parts, and where texts are read', () => {
    const entries = files.filter((file) => /from 'natural/.test(textOf(file)));
    expect(entries.filter((file) => !['text', 'language'].includes(roomOf(file)))).toEqual([]);
    expect(entries.length).toBeGreaterThan(0);
    for (const file of entries) expect(textOf(file)).not.toMatch(/from 'natural'/);
  });

  it('prints and ends the process in cli.ts alone', () => {
    const loud = files.filter(
      (file) =>
        file !== 'cli.ts' && /console\.|process\.(exit|stdout|stderr|exitCode)/.test(textOf(file)),
    );
    expect(loud).toEqual([]);
  });

  it('has no clock and no dice in a room', () => {
    const own = files.filter(
      (file) =>
        roomOf(file) in mayImport && /Date\.now\(|new Date\(\)|Math\.random\(/.test(textOf(file)),
    );
    expect(own).toEqual([]);
  });
});
