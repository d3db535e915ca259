import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/lib/calendar.js';
import { isReusable, thereBy } from '../../src/pipeline/kept/learned.js';

const tonight = { night: '2026-03-20', common: 'as now', learnedFrom: 1000 };
const source = `as now ${process.versions.v8}`;
const kept = { night: '2026-03-19', source, learnedFrom: 1000 };

describe('what an earlier night learned', () => {
  it('stands for six nights, and is learned anew in the seventh', () => {
    expect(isReusable(kept, tonight)).toBe(true);
    expect(isReusable({ ...kept, night: '2026-03-14' }, tonight)).toBe(true);
    expect(isReusable({ ...kept, night: '2026-03-13' }, tonight)).toBe(false);
  });

  it('falls with the training data, the config, the code or the Node that wrote it', () => {
    expect(isReusable({ ...kept, source: `as before ${process.versions.v8}` }, tonight)).toBe(
      false,
    );
    expect(isReusable({ ...kept, source: 'as now 9.4.146' }, tonight)).toBe(false);
  });

  it('falls when a fifth more journeys teach, or a sixth fewer', () => {
    const learned = (learnedFrom: number) => isReusable({ ...kept, learnedFrom }, tonight);
    expect([830, 840, 1190, 1210].map(learned)).toEqual([false, true, true, false]);
  });

  it('knows the journeys that were there by the end of their night', () => {
    const at = new Map([
      ['before', Date.parse('2026-03-19T23:59:00Z')],
      ['after', Date.parse('2026-03-20T00:01:00Z')],
    ]);
    const wasThere = thereBy(kept.night, at, createCalendar('UTC'));
    expect(['before', 'after', 'unknown'].map(wasThere)).toEqual([true, false, false]);
  });
});
