import { describe, expect, it } from 'vitest';
import { scanStatistic } from '../../src/stats/scan-statistic.js';

describe('scanStatistic', () => {
  it('gives known answers', () => {
    expect(scanStatistic(10, 5, 20)).toBeCloseTo(10 * Math.log(2) + 10 * Math.log(10 / 15), 12);
    expect(scanStatistic(20, 5, 20)).toBeCloseTo(20 * Math.log(4), 12);
  });

  it('is 0 where no more lie inside than chance puts there', () => {
    expect(scanStatistic(5, 5, 20)).toBe(0);
    expect(scanStatistic(2, 5, 20)).toBe(0);
    expect(scanStatistic(3, 0, 20)).toBe(0);
  });

  it('is most where the window is neither too narrow nor too wide', () => {
    const right = scanStatistic(20, 4, 22);
    expect(right).toBeGreaterThan(scanStatistic(14, 2.7, 22));
    expect(right).toBeGreaterThan(scanStatistic(21, 6, 22));
  });
});
