import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/vendors/input/time-format.js';
import { timeReader } from '../../../src/vendors/input/times.js';

describe('a time without a pattern', () => {
  const read = timeReader('iso', 'Europe/Berlin');

  it.each([
    ['2026/03/02 14:20:00', '2026-03-02T13:20:00.000Z'],
    ['2026/03/02 14:20:00+00', '2026-03-02T14:20:00.000Z'],
    ['Mon, 02 Mar 2026 14:20:00 GMT', '2026-03-02T14:20:00.000Z'],
    ['02 Mar 2026 14:20:00 +0100', '2026-03-02T13:20:00.000Z'],
    ['1772445600', '2026-03-02T10:00:00.000Z'],
    ['1772445600000', '2026-03-02T10:00:00.000Z'],
    ['46083.75', '2026-03-02T17:00:00.000Z'],
    ['46083,75', '2026-03-02T17:00:00.000Z'],
    ['46083', '2026-03-01T23:00:00.000Z'],
  ])('is read from %s', (text, moment) => {
    expect(read(text)).toBe(moment);
  });

  it.each(['3/2/2026 2:20 PM', '02 Mar 2026 14:20:00', '20260302', '123', '99999'])(
    'is not guessed from %s',
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});

describe('the pattern of a column', () => {
  it.each([
    ['DD/MM/YYYY HH:mm', ['13/03/2026 14:20', '2/3/2026 9:05']],
    ['MM/DD/YYYY hh:mm:ss A', ['3/13/2026 2:20:11 PM', '3/2/2026 9:05:00 am']],
    ['MM/DD/YY, hh:mmA', ['3/13/26, 2:20PM']],
    ['DD.MM.YYYY HH:mm', ['02.03.2026 09:05', '01.02.2026 14:00']],
    ['DD-MMMM-YYYY hh:mm A', ['2-Mar-2026 02:20 PM']],
    ['MMMM DD, YYYY hh:mm A', ['March 2, 2026 2:20 PM']],
    ['DD/MM/YYYY', ['13/03/2026']],
  ])('is %s', (pattern, cells) => {
    expect(formatOf(cells)).toBe(pattern);
    const read = timeReader(pattern, 'Europe/London');
    expect(cells.map(read)).not.toContain(null);
  });

  it('is left open where the day could be the month, and where cells differ', () => {
    expect(formatOf(['3/2/2026 2:20 PM', '3/4/2026 2:20 PM'])).toBeUndefined();
    expect(formatOf(['13/03/2026 14:20', '14/03/2026'])).toBeUndefined();
    expect(formatOf(['2026-03-02T14:20:00Z'])).toBeUndefined();
    expect(formatOf([])).toBeUndefined();
  });
});
