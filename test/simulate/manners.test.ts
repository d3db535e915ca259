import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runProgram } from '../../src/commands/program.js';
import { categoryNames } from '../../src/domain/categories.js';
import { record, truthLine } from '../../src/domain/records.js';
import { heldOutManners, readManners, readWorld, worldIds } from '../../src/simulate/read-world.js';
import { simulate } from '../../src/simulate/simulate.js';

const folder = join(import.meta.dirname, '../../data/worlds/manners');
const filesOf = (kind: string) =>
  readdirSync(join(folder, kind)).map((file) => file.replace('.yaml', ''));
const everywhere = worldIds.map((id) => readManners(readWorld(id)));
const agents = new Map(everywhere.flatMap((manners) => [...manners.agents]));

describe('the manners of agents', () => {
  it('are all spoken by somebody, and those held out exist', () => {
    expect([...agents.keys()].sort()).toEqual(filesOf('agents').sort());
    for (const manner of heldOutManners()) expect(agents.has(manner)).toBe(true);
  });

  it.each([...agents])('%s: every frame takes what it is given', (_, { asks, ...manner }) => {
    for (const frame of [...asks.frames, ...(asks.own ?? [])]) expect(frame).toContain('{noun}');
    for (const pair of asks.pairs) expect(pair).toMatch(/\{first\}.*\{second\}/);
    for (const opening of manner.warmOpenings) expect(opening).toContain('{topic}');
    for (const opening of manner.coldOpenings) expect(opening).not.toContain('{topic}');
    for (const text of manner.confirmations) expect(text).toContain('{value}');
    for (const text of manner.transfers) expect(text).toContain('{queue}');
  });
});

describe('the manners of customers', () => {
  it('carry the value that is given', () => {
    for (const { gives, corrections, selfCorrections } of everywhere.flatMap((m) => m.customers)) {
      for (const text of [...gives, ...corrections]) expect(text).toContain('{value}');
      for (const text of selfCorrections) expect(text).toMatch(/\{wrong\}.*\{value\}/);
    }
  });
});

describe.each(worldIds)('a few days of the company %s', (world) => {
  const options = { world, journeys: 250, seed: 2, from: '2026-09-07', days: 7 } as const;
  const all = simulate(options);

  it('are valid records with their truth', () => {
    for (const one of [...all.sessions, ...all.contacts, ...all.surveys])
      expect(record.safeParse(one).error?.issues).toBeUndefined();
    for (const one of all.truth) expect(truthLine.safeParse(one).success).toBe(true);
  });

  it('leave no place of a template unfilled', () => {
    const texts = [...all.sessions, ...all.contacts].flatMap(({ turns = [] }) =>
      turns.map(({ text = '' }) => text),
    );
    expect(texts.filter((text) => /[{}]|\(.*\|.*\)/.test(text))).toEqual([]);
  });

  it('hold nearly every category', () => {
    const found = new Set(all.truth.flatMap(({ findings }) => findings.map((f) => f.category)));
    expect(found.size).toBeGreaterThanOrEqual(categoryNames.length - 2);
  });

  it('are spoken by the manners that the options name', () => {
    const { details } = simulate({ ...options, journeys: 30, manners: ['clerk', 'radio'] });
    const spoken = new Set(details.flatMap(({ manner }) => manner ?? []));
    expect([...spoken].sort()).toEqual(['clerk', 'radio']);
  });
});

it('the command line offers every company', async () => {
  let help = '';
  await runProgram(['simulate', '--help'], {
    cwd: folder,
    environment: {},
    now: () => 0,
    print(text) {
      help += text;
    },
    complain: () => {},
    stopRequested: () => new Promise(() => {}),
  });
  for (const id of worldIds) expect(help).toContain(`"${id}"`);
});
