import { describe, expect, it } from 'vitest';
import { handoffsOf } from '../../src/causes/handoffs.js';
import type { JourneyHandoff } from '../../src/domain/journey.js';
import { journeyOf } from '../patterns/settings.js';

const said = (text: string, reason: JourneyHandoff['reason'] = 'rule'): JourneyHandoff => ({
  reason,
  inferred: false,
  closing: [{ text }],
});

function of(...handoffs: JourneyHandoff[]) {
  const results = handoffs.map((handoff, i) => journeyOf(i, { handoff }));
  const byId = new Map(results.map((one) => [one.session, one]));
  return handoffsOf([...byId.keys()], byId);
}

describe('the handoffs of a repair', () => {
  it('are counted by their reason, most frequent first', () => {
    expect(of(said('a', 'error'), said('a', 'rule'), said('a', 'error')).handoffReasons).toEqual([
      { reason: 'error', journeys: 2 },
      { reason: 'rule', journeys: 1 },
    ]);
  });

  it('are shown with the words that come most often, whatever the names and numbers in them', () => {
    const { lastWords } = of(
      said('Sorry, I give up.'),
      said('⟨name:aa11bb⟩, your 3 orders need a colleague.'),
      said('⟨name:cc22dd⟩, your 12 orders need a colleague.'),
    );
    expect(lastWords).toEqual({
      text: '⟨name:aa11bb⟩, your 3 orders need a colleague.',
      journeys: 2,
    });
  });

  it('have no last words where the bot said nothing', () => {
    expect(of({ reason: 'unknown', inferred: true })).toEqual({
      handoffReasons: [{ reason: 'unknown', journeys: 1 }],
    });
  });
});
