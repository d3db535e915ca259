import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/lib/calendar.js';
import type { SideConfig } from '../../src/pipeline/kept/common-source.js';
import { dayParts } from '../../src/pipeline/kept/days.js';
import { readSides } from '../../src/pipeline/read-sides.js';
import { openSqliteStore } from '../../src/store/sqlite.js';
import type { Store } from '../../src/store/store.js';
import { context, library } from '../detect/support.js';
import { config as link } from '../link/sides.js';
import { agent, bot, contact, said, session, start } from '../support/conversations.js';

const { config: detect, lexicon } = context();
const config = {
  bot: { platform: null, id: null, timeZone: 'UTC', locale: 'en-GB', region: 'GB' },
  link,
  detect,
  lexicon,
};
const calendar = createCalendar('UTC');
const dayMs = 24 * 3_600_000;
/** Two days, the second of which is the night's. */
const span = {
  from: calendar.startOf('2026-03-02') - dayMs,
  to: calendar.startOf('2026-03-02') + dayMs,
};

const sessionAt = (n: number, more: Parameters<typeof session>[1] = {}) =>
  session([bot('Hi'), said(`renew my loan of title ${n}`), bot('Which card?')], {
    sessionId: `s-${n}`,
    startedAt: start - n * dayMs,
    customer: { phone: `a${n}` },
    ...more,
  });
const contactAt = (n: number, more: Parameters<typeof contact>[1] = {}) =>
  contact([agent('What is it about?'), { actor: 'customer', text: 'my loan' }, agent('Done.')], {
    contactId: `c-${n}`,
    startedAt: start - n * dayMs,
    customer: { phone: `a${n}` },
    origin: 'direct',
    ...more,
  });

let store: Store;
beforeEach(async () => {
  store = openSqliteStore(':memory:');
  await store.saveSessions([sessionAt(0), sessionAt(1)]);
  await store.saveContacts([contactAt(0), contactAt(1), contactAt(2)]);
});
afterEach(() => store.close());

/** What is read, and which days' records were read for it. */
async function read(
  more: Partial<SideConfig> & { rereadAll?: boolean } = {},
  definition = library,
) {
  const days: string[] = [];
  const noting: Store = {
    ...store,
    sessions: (day) => {
      days.push(`sessions ${calendar.local(day.from).day}`);
      return store.sessions(day);
    },
    contacts: (day) => {
      days.push(`contacts ${calendar.local(day.from).day}`);
      return store.contacts(day);
    },
  };
  const { rereadAll = false, ...changed } = more;
  const given = { config: { ...config, ...changed }, store: noting, calendar, rereadAll };
  const sides = await readSides(given, span, definition, async () => {});
  return { sides, days };
}

describe('the sides of a window', () => {
  it('are those of its days, and the contacts of a day around it', async () => {
    await store.saveSessions([sessionAt(2)]);
    await store.saveContacts([contactAt(3)]);
    const { sides } = await read();
    expect(sides.handoffs.map(({ session: id }) => id)).toEqual(['test/bot/s-1', 'test/bot/s-0']);
    expect(sides.contacts.map(({ contact: id }) => id)).toEqual(['c-2', 'c-1', 'c-0'].map(desk));
    expect(sides.others.map(({ contact: id }) => id)).toEqual(['c-1', 'c-0'].map(desk));
    expect(sides.handoffs[0]?.customer).toEqual({ phone: 'a1' });
    expect(sides.flows[0]?.steps[0]).toBe(sides.flows[1]?.steps[0]);
  });

  it('are the same when their days were kept, and no record is read then', async () => {
    const before = await read();
    expect(before.days).toHaveLength(6);
    const after = await read();
    expect(after.days).toEqual([]);
    expect(after.sides).toEqual(before.sides);
  });

  it('are read anew of the day alone of which a record came or changed', async () => {
    await read();
    await store.saveContacts([contactAt(1, { contactId: 'c-9', queue: 'loans' })]);
    const { days, sides } = await read();
    expect(days).toEqual(['contacts 2026-03-01']);
    expect(sides.contacts.map(({ contact: id }) => id)).toContain('desk/c-9');
    await store.saveSessions([sessionAt(0, { outcome: 'abandoned' })]);
    const again = await read();
    expect(again.days).toEqual(['sessions 2026-03-02']);
    expect(again.sides.sessions.map(({ outcome }) => outcome)).toEqual(['escalated', 'abandoned']);
  });

  it('hold a survey that came after the day was kept', async () => {
    await read();
    await store.saveSurveys([{ id: 'x', contactId: 'c-1', customer: {}, csat: 2 }]);
    const { days, sides } = await read();
    expect(days).toEqual([]);
    expect(sides.others.map(({ figures }) => figures.outcome.csat)).toEqual([2, undefined]);
  });

  it('are read anew for another config or training data, or when nothing that was kept is believed', async () => {
    await read();
    const ofNobody = await read({ bot: { ...config.bot, id: 'somebody else' } });
    expect(ofNobody.days).toHaveLength(6);
    expect(ofNobody.sides.sessions).toEqual([]);
    expect((await read()).days).toHaveLength(6);
    expect((await read({ link: { ...link, keyPaths: ['metadata.case'] } })).days).toHaveLength(6);
    expect((await read({ link: { ...link, keyPaths: ['metadata.case'] } })).days).toEqual([]);
    await read();
    expect((await read({}, { ...library, confidenceThreshold: 0.9 })).days).toHaveLength(6);
    await read();
    expect((await read({ rereadAll: true })).days).toHaveLength(6);
  });
});

const desk = (id: string) => `desk/${id}`;

it('keeps a day of many records in several parts', async () => {
  const pages = Array.from({ length: 50 }, (_, page) =>
    Array.from({ length: 100 }, (_record, i) => page * 100 + i),
  );
  const numbers = {
    side: 'sessions' as const,
    async *read() {
      yield* pages;
    },
    write: (records: readonly number[]) => JSON.stringify(records),
  };
  const input = { store, calendar, source: '', rereadAll: false, pause: async () => {} };
  const day = { from: calendar.startOf('2026-03-02'), to: calendar.startOf('2026-03-03') };
  const partsOf = async (made: typeof numbers) => {
    const parts: number[][] = [];
    for await (const part of dayParts(made, day, input)) parts.push(JSON.parse(part));
    return parts;
  };
  const parts = await partsOf(numbers);
  expect(parts.map(({ length }) => length)).toEqual([2000, 2000, 1000]);
  expect(parts.flat()).toEqual(pages.flat());
  const unread = () => {
    throw new Error('was read again');
  };
  expect(await partsOf({ ...numbers, read: unread })).toEqual(parts);
});
