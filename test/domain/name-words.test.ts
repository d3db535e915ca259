import { expect, it } from 'vitest';
import { nameWords } from '../../src/domain/name-words.js';

it.each([
  ['annual_mileage', 'annual mileage'],
  ['pickUpDate', 'pick up date'],
  ['PickUpDate', 'pick up date'],
  ['faq/opening-hours', 'faq opening hours'],
  ['Book Flight', 'book flight'],
  ['address2Line', 'address2 line'],
  ['vehicleVIN', 'vehicle VIN'],
  ['B2B_orders', 'B2B orders'],
  ['MÜLL_ÄndernTag', 'MÜLL ändern tag'],
  ['_', ''],
])('%s is %s', (name, words) => {
  expect(nameWords(name)).toBe(words);
});
