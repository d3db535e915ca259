import { describe, expect, it } from 'vitest';
import { restatedSince } from '../../src/pipeline/kept/restated.js';

const hour = 3_600_000;
const before = { 10: 'a', 11: 'b', 13: 'c' };

describe('hours that were restated', () => {
  it('are those with other records, with the first ones, or with none any more', () => {
    const isRestated = restatedSince(before, { 10: 'a', 11: 'other', 12: 'new' });
    const at = (n: number) => isRestated(n * hour, n * hour + 1);
    expect([9, 10, 11, 12, 13, 14].map(at)).toEqual([false, false, true, true, true, false]);
  });

  it('are seen from every span that touches them', () => {
    const isRestated = restatedSince(before, { ...before, 12: 'new' });
    expect(isRestated(9 * hour, 12 * hour - 1)).toBe(false);
    expect(isRestated(9 * hour, 12 * hour)).toBe(true);
    expect(isRestated(13 * hour - 1, 20 * hour)).toBe(true);
    expect(isRestated(13 * hour, 20 * hour)).toBe(false);
  });

  it('are none where nothing is known of the night before', () => {
    expect(restatedSince(null, before)(0, 20 * hour)).toBe(false);
  });
});
