import { describe, expect, it } from 'vitest';
import type { JourneyResult } from '../../src/domain/journey.js';
import { matchJourneys } from '../../src/rank/matched.js';
import { result } from '../support/conversations.js';

const minutes = { id: 'test', of: ({ effort }: JourneyResult) => effort.explain };
const finding = { category: 'cold_open' as const, confidence: 1, primary: true };
const found = { ...finding, turns: [], actual: '', expected: '' };

function journeys(count: number, explain: number, more: Partial<JourneyResult>): JourneyResult[] {
  return Array.from({ length: count }, (_, i) =>
    result({
      sessionId: `${JSON.stringify(more)}-${explain}-${i}`,
      outcome: { reason: 'loan' },
      effort: { bot: 1, wait: 1, identify: 1, explain, solve: 1 },
      ...more,
    }),
  );
}

describe('matched journeys', () => {
  const quick = journeys(6, 100, { language: 'en' });
  const slow = journeys(6, 300, { language: 'cy' });
  const asked = (language: string, others: readonly JourneyResult[]) => {
    const [own] = journeys(1, 500, { language, findings: [found] });
    if (!own) return null;
    return matchJourneys([...others, own]).expected(own, minutes, 'cold_open');
  };

  it('speak the same language', () => {
    expect(asked('cy', [...quick, ...slow])).toBeCloseTo(300);
    expect(asked('en', [...quick, ...slow])).toBeCloseTo(100);
  });

  it('speak others where too few speak it', () => {
    expect(asked('cy', [...quick, ...slow.slice(0, 4)])).toBeCloseTo((6 * 100 + 4 * 300) / 10);
  });

  it('are of the same hours and channel before the same reason alone', () => {
    const night = journeys(6, 900, { language: 'en', hour: 2 });
    expect(asked('en', [...quick, ...night])).toBeCloseTo(100);
    const voice = journeys(6, 900, { language: 'en', channel: 'voice' });
    expect(asked('en', [...quick, ...voice])).toBeCloseTo(100);
  });
});
