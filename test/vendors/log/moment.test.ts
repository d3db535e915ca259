import { describe, expect, it } from 'vitest';
import { momentOf } from '../../../src/vendors/log/moment.js';

describe("a vendor's moment", () => {
  it.each([
    ['Mon, 02 Mar 2026 14:20:00 GMT', '2026-03-02T14:20:00.000Z'],
    ['02 Mar 2026 14:20:00 +0100', '2026-03-02T13:20:00.000Z'],
    ['2026-03-02 14:20:00.5 UTC', '2026-03-02T14:20:00.500Z'],
    [1772461200, '2026-03-02T14:20:00.000Z'],
    ['1772461200000', '2026-03-02T14:20:00.000Z'],
  ])('is read from %s', (value, moment) => {
    expect(momentOf(value)).toBe(moment);
  });

  it('is none without an offset, unless the vendor writes UTC', () => {
    expect(momentOf('Mon, 02 Mar 2026 14:20:00')).toBeUndefined();
    expect(momentOf('2026-03-02 14:20:00')).toBeUndefined();
    expect(momentOf('2026-03-02 14:20:00', 'utc')).toBe('2026-03-02T14:20:00.000Z');
  });
});
