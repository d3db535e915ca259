import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { repairKinds } from '../../src/domain/repair.js';
import { suggestionKinds } from '../../src/domain/suggestion.js';
import { advices } from '../../src/suggest/advice/index.js';
import { describeAdvices } from '../../src/suggest/describe.js';
import { suggest } from '../../src/suggest/suggest.js';
import { config, input, journeys, ticket } from '../suggest/library.js';

const folder = new URL('../../src/suggest/advice/', import.meta.url);

it('every advice is in the registry once', () => {
  const files = readdirSync(folder)
    .filter((file) => file !== 'index.ts')
    .map((file) => file.replace('.ts', ''));
  expect(advices.map(({ id }) => id).sort()).toEqual(files.sort());
});

it('are described in docs/suggestions.md by their own words; run "npm run schemas" after a change', () => {
  const page = readFileSync(new URL('../../docs/suggestions.md', import.meta.url), 'utf8');
  expect(page).toBe(describeAdvices());
});

describe.each(advices)('advice $id', (advice) => {
  const sessions = journeys.map(({ sessionId }) => sessionId);
  const tickets = advice.answers.map((repair) =>
    ticket('missed_slot', sessions, {
      id: `T-${repair}`,
      repair,
      slot: 'reader_number',
      intent: 'renew_loan',
    }),
  );

  it('is known by its kind and described', () => {
    expect(suggestionKinds).toContain(advice.id);
    for (const repair of advice.answers) expect(repairKinds).toContain(repair);
    expect(advice.answers.length).toBeGreaterThan(0);
    expect(advice.title).toMatch(/^[A-Z]/);
    expect(advice.description).toMatch(/\.$/);
  });

  it('gives suggestions that are whole', async () => {
    const { suggestions } = await suggest(input({ tickets }), config);
    const known = new Set(sessions);
    for (const one of suggestions) {
      expect(one.change).toMatch(/^[A-Z].*\.$/);
      expect(one.gate.reason).not.toBe('');
      for (const { text, entities, sources } of one.phrases) {
        expect(text.trim()).not.toBe('');
        expect(sources.every(({ sessionId }) => known.has(sessionId))).toBe(true);
        for (const { start, end } of entities) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
      }
    }
    expect(new Set(suggestions.map(({ id }) => id)).size).toBe(suggestions.length);
  });

  it('says nothing where there is no journey', async () => {
    const { suggestions } = await suggest(input({ tickets, results: [] }), config);
    expect(suggestions).toEqual([]);
  });
});
