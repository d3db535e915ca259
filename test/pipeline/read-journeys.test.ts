import { expect, it } from 'vitest';
import { StoppedError } from '../../src/domain/errors.js';
import type { Link } from '../../src/domain/link.js';
import { surveyLookup } from '../../src/link/surveys.js';
import { journeyReader } from '../../src/pipeline/read-journeys.js';
import { openSqliteStore } from '../../src/store/sqlite.js';
import { said, session } from '../support/conversations.js';

it('stops between two pages of journeys when it is asked to', async () => {
  const store = openSqliteStore(':memory:');
  const sessions = Array.from({ length: 120 }, (_, n) =>
    session([said('renew my loan')], { id: `test/bot/s-${n}`, sessionId: `s-${n}` }),
  );
  await store.saveSessions(sessions);
  const links = sessions.map(
    ({ id }): Link => ({
      session: id,
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
    const read: string[] = [];
    for await (const journey of journeyReader(store, links, surveyLookup([], []), pause)())
      read.push(journey.session.id);
    return read;
  };
  await expect(all()).rejects.toThrow(StoppedError);
  expect(pages).toBe(2);
  pages = 2;
  expect(await all()).toEqual(sessions.map(({ id }) => id));
  expect(pages).toBe(5);
  await store.close();
});
