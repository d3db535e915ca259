import { expect, it } from 'vitest';
import { StoppedError } from '../../src/domain/errors.js';
import type { Link } from '../../src/domain/link.js';
import { journeyReader } from '../../src/pipeline/read-journeys.js';
import { openSqliteStore } from '../../src/store/sqlite.js';

it('stops between two pages of journeys when it is asked to', async () => {
  const store = openSqliteStore(':memory:');
  const links = Array.from(
    { length: 120 },
    (_, n): Link => ({
      session: `p/b/s-${n}`,
      contact: null,
      legs: [],
      method: 'scored',
      probability: 1,
      status: 'none',
      candidates: 0,
      prior: 0,
      weights: [],
      rivals: [],
    }),
  );
  let pages = 0;
  const pause = async () => {
    pages += 1;
    if (pages === 2) throw new StoppedError('stopped on request');
  };
  const all = async () => {
    for await (const journey of journeyReader(store, links, pause)()) expect(journey).toBeDefined();
  };
  await expect(all()).rejects.toThrow(StoppedError);
  expect(pages).toBe(2);
  pages = 2;
  await all();
  expect(pages).toBe(5);
  await store.close();
});
