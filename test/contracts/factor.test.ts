/** Every factor of a ticket's value passes the same suite. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { categories } from '../../src/domain/categories.js';
import type { Factor, Measure } from '../../src/rank/factor.js';
import { registry } from '../../src/rank/factors/index.js';
import { result } from '../support/conversations.js';

/** A journey of which nothing is known but that it took place. */
const unknown = result({
  effort: { bot: null, wait: null, identify: null, explain: null, solve: null },
  outcome: {},
});
const full = result({
  returned: true,
  outcome: { csat: 20, complaint: true, resolved: false, transferred: true },
});
const prices = {
  currency: 'GBP',
  minutePrice: 1,
  csatPointPrice: 2,
  complaintPrice: 3,
  repeatContactPrice: 4,
};

const all = ['bot', 'wait', 'identify', 'explain', 'solve'] as const;
const measuresOf = (factor: Factor): readonly Measure[] =>
  factor.isMinutes ? factor.measures(all) : [factor.measure];

it('every factor is in the registry once, under the name of its file', () => {
  const folder = new URL('../../src/rank/factors', import.meta.url);
  // A name with a hyphen is a part that factors share.
  const names = readdirSync(folder)
    .map((file) => file.replace('.ts', ''))
    .filter((name) => name !== 'index' && !name.includes('-'));
  expect(registry.map(({ id }) => id).sort()).toEqual(names.sort());
});

describe.each(registry)('$id', (factor) => {
  const measures = measuresOf(factor);

  it('is described, with what one unit is called', () => {
    expect(factor.title).not.toBe('');
    expect(factor.description).toMatch(/\.$/);
    expect(factor.noun).not.toBe('');
    expect(factor.isMinutes).toBe(factor.noun === 'minutes');
  });

  it('measures something, each measure under a name of its own', () => {
    expect(measures.length).toBeGreaterThan(0);
    expect(new Set(measures.map(({ id }) => id)).size).toBe(measures.length);
  });

  it('leaves out what is unknown, and never takes it for 0', () => {
    for (const measure of measures) expect(measure.of(unknown), measure.id).toBeNull();
  });

  it('is a finite amount, not negative, where all is known, and the same twice', () => {
    for (const measure of measures) {
      const amount = measure.of(full);
      expect(amount, measure.id).not.toBeNull();
      expect(Number.isFinite(amount)).toBe(true);
      expect(amount).toBeGreaterThanOrEqual(0);
      expect(measure.of(full)).toBe(amount);
    }
  });

  it('counts of the stages that a remedy spares no others', () => {
    if (!factor.isMinutes) return;
    for (const {
      remedy: { stages },
    } of Object.values(categories))
      for (const { id } of factor.measures(stages)) expect(stages).toContain(id);
    expect(factor.measures([])).toEqual([]);
  });

  it('knows nothing of a whole handoff of which nothing is known, and is not negative else', () => {
    if (!factor.isMinutes) return;
    expect(factor.whole(unknown)).toBeNull();
    expect(factor.whole(full)).toBeGreaterThan(0);
    const { before, after } = factor.visible({ bot: 60, agent: 120 });
    expect(before).toBeGreaterThanOrEqual(0);
    expect(after).toBe(2);
  });

  it('has no price where none is configured, and none below 0', () => {
    const none = { ...prices, minutePrice: null, csatPointPrice: null, complaintPrice: null };
    expect(factor.price({ ...none, repeatContactPrice: null })).toBeNull();
    const price = factor.price(prices);
    if (price !== null) expect(price).toBeGreaterThan(0);
  });
});
