import { expect, it } from 'vitest';
import { journeys } from '../../../src/publish/exporters/journeys.js';
import { report as page } from '../../../src/publish/exporters/report.js';
import { bigNight } from './big-night.js';

it('a night of 10,000 journeys makes a page of less than 1.5 MB', () => {
  const night = bigNight();
  const html = page.render(night);
  expect(Buffer.byteLength(html)).toBeLessThan(1_500_000);
  expect(html.match(/<details class="ticket"/g)).toHaveLength(25);
  expect(html).toContain('25 repairs, first ');
  expect(journeys.render(night).split('\n')).toHaveLength(10_001);
});
