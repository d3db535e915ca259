import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');
const ground = 'domain';
const tools = ['stats', 'text', 'nlu'];
const rooms = [
  'ingest',
  'link',
  'detect',
  'cohorts',
  'rank',
  'suggest',
  'verify',
  'publish',
  'simulate',
  'evaluate',
];
const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((f) =>
  f.endsWith('.ts'),
);

const roomOf = (path: string): string => {
  const [first = '', ...rest] = path.split('/');
  return rest.length === 0 ? '' : first;
};

/** Every relative import as [file, file it leads to], from src. */
const arrows = files.flatMap((file) => {
  const text = readFileSync(join(src, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g)].map(
    ([, to = '']) => [file, relative(src, resolve(src, dirname(file), to))] as const,
  );
});

const forbidden = (from: string[], allowed: (room: string) => string[]) =>
  arrows.filter(([file, to]) => {
    const room = roomOf(file);
    return from.includes(room) && ![room, ...allowed(room)].includes(roomOf(to));
  });

describe('the arrows of the house', () => {
  it('reads the imports at all', () => {
    expect(arrows.length).toBeGreaterThan(100);
  });

  it('the ground imports nothing of ours', () => {
    expect(forbidden([ground], () => [])).toEqual([]);
  });

  it('tools know the ground, and the shadow NLU also texts and numbers', () => {
    expect(
      forbidden(tools, (tool) => (tool === 'nlu' ? [ground, 'stats', 'text'] : [ground])),
    ).toEqual([]);
  });

  it('rooms know the ground, the tools and themselves, never each other', () => {
    expect(forbidden(rooms, () => [ground, ...tools])).toEqual([]);
  });

  it('the config and the store know the ground alone', () => {
    expect(forbidden(['config', 'store'], () => [ground])).toEqual([]);
  });

  it('the database is known in the store alone', () => {
    const outside = files.filter(
      (file) =>
        roomOf(file) !== 'store' &&
        /from '(drizzle-orm|better-sqlite3)/.test(readFileSync(join(src, file), 'utf8')),
    );
    expect(outside).toEqual([]);
  });

  it('natural enters by one door and by its parts', () => {
    const entries = files.filter((file) =>
      /from 'natural/.test(readFileSync(join(src, file), 'utf8')),
    );
    expect(entries.map(roomOf)).toEqual(entries.map(() => 'text'));
    expect(entries.length).toBeGreaterThan(0);
    for (const file of entries)
      expect(readFileSync(join(src, file), 'utf8')).not.toMatch(/from 'natural'/);
  });

  it('only cli.ts prints or ends the process', () => {
    const loud = files.filter(
      (file) =>
        file !== 'cli.ts' &&
        /console\.|process\.(exit|stdout|stderr|exitCode)/.test(
          readFileSync(join(src, file), 'utf8'),
        ),
    );
    expect(loud).toEqual([]);
  });

  it('no room owns a clock or throws dice', () => {
    const own = files.filter(
      (file) =>
        rooms.includes(roomOf(file)) &&
        /Date\.now\(|new Date\(\)|Math\.random\(/.test(readFileSync(join(src, file), 'utf8')),
    );
    expect(own).toEqual([]);
  });
});
