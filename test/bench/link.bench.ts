/** Linking alone, beyond reading: seconds and memory of a process of its own, at several sizes. */
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const load = resolve(import.meta.dirname, 'link-load.mjs');

interface Load {
  name: string;
  sessions: number;
  days: number;
  keyShare: number;
  queues: number;
  identityShare: number;
  limit: string;
}

const loads: Load[] = [
  {
    name: '50,000 in a week',
    sessions: 50_000,
    days: 7,
    keyShare: 0.6,
    queues: 8,
    identityShare: 0.5,
    limit: 'a quarter of the next',
  },
  {
    name: '200,000 in four weeks',
    sessions: 200_000,
    days: 28,
    keyShare: 0.6,
    queues: 8,
    identityShare: 0.5,
    limit: '5 s, 1 GB',
  },
  {
    name: '1,000,000 in twenty weeks',
    sessions: 1_000_000,
    days: 140,
    keyShare: 0.6,
    queues: 8,
    identityShare: 0.5,
    limit: 'about a minute',
  },
  {
    name: '20,000 in a day, one queue, nobody known',
    sessions: 20_000,
    days: 1,
    keyShare: 0,
    queues: 1,
    identityShare: 0,
    limit: 'bounded',
  },
];

describe('linking', () => {
  it.each(loads)('$name', ({ name, sessions, days, keyShare, queues, identityShare, limit }) => {
    const args = [sessions, days, keyShare, queues, identityShare].map(String);
    const node = ['--expose-gc', '--max-old-space-size=12000', load, ...args];
    const printed = execFileSync(process.execPath, node, { encoding: 'utf8' });
    const { seconds, megabytes, precision, linked, keyWrong } = JSON.parse(printed);
    console.log(
      `${name}: ${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB beyond the sides (limit ${limit});` +
        ` ${linked} linked, ${keyWrong} keys wrong, precision without keys ${precision.toFixed(4)}`,
    );
    expect(keyWrong).toBe(0);
  });
});
