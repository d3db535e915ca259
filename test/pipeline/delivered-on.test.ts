import { expect, it } from 'vitest';
import { createCalendar } from '../../src/lib/calendar.js';
import { deliveredOn } from '../../src/pipeline/delivered-on.js';

it('counts what a local day brought, and the surveys of the week that ends with it', async () => {
  const asked: string[] = [];
  const store = {
    delivered: async (span: { from: number; to: number }, surveysFrom: number) => {
      for (const at of [surveysFrom, span.from, span.to]) asked.push(new Date(at).toISOString());
      return { sessions: {}, contacts: {}, handoffs: 0 };
    },
  };
  // Summer time began on the 29th.
  await deliveredOn('2026-03-30', { store, calendar: createCalendar('Europe/London') });
  expect(asked).toEqual([
    '2026-03-24T00:00:00.000Z',
    '2026-03-29T23:00:00.000Z',
    '2026-03-30T23:00:00.000Z',
  ]);
});
