import { expect, it } from 'vitest';
import { surveyLookup } from '../../src/link/surveys.js';
import { judgeJourneys, type KeptInput } from '../../src/pipeline/kept/journeys.js';
import { openSqliteStore } from '../../src/store/sqlite.js';
import { context } from '../detect/support.js';
import { link, said, session } from '../support/conversations.js';

it('keeps the traces of more journeys than are kept at once, and reads none of them again', async () => {
  const store = openSqliteStore(':memory:');
  const sessions = Array.from({ length: 430 }, (_, n) =>
    session([said(`renew my loan of title ${n}`)], { sessionId: `s-${n}` }),
  );
  await store.saveSessions(sessions);
  const ids = sessions.map(({ id }) => id);
  const input: KeptInput = {
    store,
    sources: new Map(ids.map((id) => [id, `of ${id}`])),
    night: '2026-03-02',
    rereadAll: false,
    links: ids.map((id) => link({ session: id, contact: null, legs: [], status: 'none' })),
    common: '',
    handoffAt: new Map(),
    surveys: surveyLookup([], []),
    relearn: false,
    pause: async () => {},
    context: context(),
  };
  const first = await judgeJourneys(input);
  expect([first.read, first.judged]).toEqual([430, 430]);
  expect((await store.evidence('trace', ids)).size).toBe(430);
  const again = await judgeJourneys(input);
  expect(again.read).toBe(0);
  expect(again.results).toEqual(first.results);
  await store.close();
});
