import { describe, expect, it } from 'vitest';
import { drawDefects, type PlantedDefect, plant } from '../../src/simulate/planted.js';
import { readWorld } from '../../src/simulate/read-world.js';
import { simulateDays } from '../../src/simulate/simulate.js';

const energy = readWorld('energy');

function findingsWith(planted: readonly PlantedDefect[]): Map<string, number> {
  const options = { world: 'energy', journeys: 150, seed: 3, from: '2026-10-05', days: 4 } as const;
  const counts = new Map<string, number>();
  for (const { truth } of simulateDays({ ...options, planted }))
    for (const { findings } of truth)
      for (const { category, slot } of findings) {
        const name = [category, slot].filter(Boolean).join(' ');
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
  return counts;
}

describe('defects', () => {
  it('are the same for a world and a seed, and hang on one intent or slot each', () => {
    const drawn = drawDefects(energy, 20, 7);
    expect(drawDefects(energy, 20, 7)).toEqual(drawn);
    expect(drawDefects(energy, 20, 8)).not.toEqual(drawn);
    expect(drawn).toHaveLength(20);
    const slots = drawn.flatMap(({ slot }) => slot ?? []);
    const intents = drawn.flatMap(({ intent, slot }) => (slot || !intent ? [] : [intent]));
    expect(new Set(slots).size).toBe(slots.length);
    expect(new Set(intents).size).toBe(intents.length);
  });

  it('leave out of a form what is planted, and put in whatever else agents need', () => {
    const defect = { repair: 'add_slot', intent: 'moving_home', slot: 'new_postcode' } as const;
    for (const { name, needs, requires } of plant(energy, [defect]).intents)
      expect(needs.filter((slot) => !requires.includes(slot))).toEqual(
        name === 'moving_home' ? ['new_postcode'] : [],
      );
  });

  it('are none in a business in which nothing is planted', () => {
    // What a transfer costs, and customers who say it again unasked, is left: hardly any of 150.
    expect(Math.max(...findingsWith([]).values())).toBeLessThan(10);
  });

  it.each<[string, PlantedDefect]>([
    [
      'missed_slot new_postcode',
      { repair: 'add_slot', intent: 'moving_home', slot: 'new_postcode' },
    ],
    ['missed_slot fuel', { repair: 'ask_before_handoff', intent: 'no_supply', slot: 'fuel' }],
    ['uncaptured_slot fuel', { repair: 'improve_capture', intent: 'no_supply', slot: 'fuel' }],
    ['backend_error', { repair: 'fix_backend', intent: 'top_up_problem' }],
    ['intent_loop', { repair: 'break_loop', intent: 'top_up_problem' }],
    ['dead_end_intent', { repair: 'dead_end_answer', intent: 'boiler_repair' }],
    ['uncovered_intent', { repair: 'new_intent', intent: 'solar_export' }],
    ['cold_open', { repair: 'agent_opening' }],
  ])('show as %s', (name, defect) => {
    expect(findingsWith([defect]).get(name) ?? 0).toBeGreaterThan(
      3 * (findingsWith([]).get(name) ?? 0),
    );
  });
});
