import { describe, expect, it } from 'vitest';
import { createFileCounts } from '../../src/ingest/file-counts.js';
import { createCalendar } from '../../src/lib/calendar.js';

const calendar = createCalendar('America/New_York');
const record = (started_at?: string) => ({ line: 1, record: { started_at } });
const fault = { line: 1, fault: 'no JSON' };

describe('records of a file', () => {
  it('are counted by the local day that they tell, one that tells none with those before it', () => {
    const counts = createFileCounts(calendar);
    counts.add(fault, true);
    counts.add(record('2026-03-02T03:00:00Z'), false);
    counts.add(fault, true);
    counts.add(record('2026-03-02T15:00:00Z'), true);
    counts.add({ line: 1, record: { responded_at: '2026-03-02T16:00:00Z' } }, false);
    expect(counts.all()).toEqual({
      read: 5,
      quarantined: 3,
      days: {
        '2026-03-01': { read: 3, quarantined: 2 },
        '2026-03-02': { read: 2, quarantined: 1 },
      },
    });
  });

  it('are counted as a whole where none tells a day, or nothing is known of the time zone', () => {
    const counts = createFileCounts(calendar);
    counts.add(fault, true);
    counts.add(record('some day'), true);
    expect(counts.all()).toEqual({ read: 2, quarantined: 2 });
    const elsewhere = createFileCounts(undefined);
    elsewhere.add(record('2026-03-02T03:00:00Z'), false);
    expect(elsewhere.all()).toEqual({ read: 1, quarantined: 0 });
  });

  it('of any number of broken dates take no more than some days', () => {
    const counts = createFileCounts(createCalendar('UTC'));
    for (let n = 0; n < 5000; n++) counts.add(record(new Date(n * 86_400_000).toISOString()), true);
    const { read, days } = counts.all();
    expect(read).toBe(5000);
    expect(Object.keys(days ?? {}).length).toBe(3650);
  });
});
