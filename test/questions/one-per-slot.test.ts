import { describe, expect, it } from 'vitest';
import { onePerSlot } from '../../src/questions/one-per-slot.js';

const classes = ['', '?', 'bags', 'people'];
const shares = (...list: number[]) => [Float64Array.from(list)];
const best = ([first = Float64Array.of()]: Float64Array[]) =>
  classes[first.indexOf(Math.max(...first))];

describe('the items of a list', () => {
  it('ask for a slot each: the surer one keeps it', () => {
    const items = [shares(0, 0, 0.7, 0.3), shares(0, 0, 0.9, 0.1)];
    onePerSlot(items, { classes });
    expect(items.map(best)).toEqual(['people', 'bags']);
  });

  it('may all ask for nothing, or for what has no slot', () => {
    const items = [shares(0, 0.9, 0.1, 0), shares(0, 0.8, 0.2, 0), shares(1, 0, 0, 0)];
    onePerSlot(items, { classes });
    expect(items.map(best)).toEqual(['?', '?', '']);
  });

  it('is left with little where it had nothing else', () => {
    const items = [shares(0, 0, 0.99, 0.01), shares(0, 0, 1, 0)];
    onePerSlot(items, { classes });
    expect(items[0]?.[0]?.[3]).toBeLessThan(0.1);
  });
});
