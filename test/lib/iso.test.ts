import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareMoments, iso, millisIn, usualIso, withMillis } from '../../src/lib/iso.js';

const far = 8.64e15;

describe('a moment in ISO 8601', () => {
  it('is written as the engine writes it, in any year', () => {
    const moment = fc.oneof(
      fc.integer({ min: 0, max: 4e12 }),
      fc.integer({ min: -far + 1, max: far - 1 }),
    );
    fc.assert(fc.property(moment, (at) => iso(at) === new Date(at).toISOString()));
    expect([iso(1.5), iso(Number.NaN), iso(far), iso(-far)]).toEqual([
      '1970-01-01T00:00:00.002Z',
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is taken as it stands where no calendar is needed, and else left alone', () => {
    expect(usualIso('2026-03-02T09:01:11.250Z')).toBe('2026-03-02T09:01:11.250Z');
    expect(usualIso('2026-03-02T09:01:11Z')).toBe('2026-03-02T09:01:11.000Z');
    const others = [
      '2026-02-29T09:01:11.000Z',
      '2026-13-02T09:01:11.000Z',
      '2026-03-02T24:00:00.000Z',
      '2026-03-02T09:01:60.000Z',
      '2026-03-02T09:01:11.25Z',
      '2026-03-02T09:01:11.000+01:00',
      '2026-03-02 09:01:11.000Z',
      ' 2026-03-02T09:01:11Z',
    ];
    expect(others.map(usualIso)).toEqual(others.map(() => undefined));
  });

  it('is before another one by its letters, and by the calendar where they do not tell', () => {
    const texts = [
      '2026-03-02T09:01:11.250Z',
      '2026-03-02T09:01:11.251Z',
      '2026-03-02T10:01:11.250+01:00',
      '+012026-03-02T09:01:11.250Z',
    ];
    for (const a of texts)
      for (const b of texts)
        expect(Math.sign(compareMoments(a, b))).toBe(Math.sign(Date.parse(a) - Date.parse(b)));
  });

  it('has milliseconds of its own', () => {
    expect(millisIn('2026-03-02T09:01:11.250Z')).toBe(250);
    expect(millisIn('2026-03-02T09:01:11Z')).toBeNaN();
    expect(withMillis('2026-03-02T09:01:11.250Z', 7)).toBe('2026-03-02T09:01:11.007Z');
  });
});
