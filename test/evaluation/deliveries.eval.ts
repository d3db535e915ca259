/** As the test of deliveries, for more draws of which records come how many nights late. */
import { expect, it } from 'vitest';
import {
  type Company,
  claimsOf,
  last,
  lateCompany,
  saidOf,
  wholeCompany,
} from '../support/deliveries.js';

const seeds = Array.from({ length: 10 }, (_, i) => i + 2);

it('links the same, and worked out anew is the same, when records came nights late', async () => {
  const whole = await wholeCompany();
  const unlike: number[] = [];
  for (const seed of seeds) {
    const one = await lateCompany(seed);
    if (!(await isAlike(one, whole))) unlike.push(seed);
    one.project.remove();
  }
  whole.project.remove();
  console.log(
    `${seeds.length - unlike.length} of ${seeds.length} late deliveries come to the same`,
  );
  expect(unlike).toEqual([]);
}, 3_600_000);

async function isAlike(one: Company, whole: Company): Promise<boolean> {
  const isLinkedAlike = isSame(claimsOf(one), claimsOf(whole));
  await one.night(last, '--anew');
  return isLinkedAlike && isSame(saidOf(one, last), saidOf(whole, last));
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
