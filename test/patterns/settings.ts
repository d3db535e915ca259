import type { CohortConfig } from '../../src/domain/config.js';
import type { Finding, JourneyResult, SessionSummary } from '../../src/domain/journey.js';
import { link, result } from '../support/conversations.js';

export const config: CohortConfig = {
  deadEndShare: 0.85,
  deadEndMinimum: 20,
  timeOfDay: { falseDiscoveryRate: 0.05, minimumDays: 5, maximumHours: 6 },
  openingHours: { weekdays: null, weekend: null },
  csatGap: { problem: 10, crisis: 20 },
  agents: { compare: false, minimum: 5 },
};

export function sessionOf(more: Partial<SessionSummary> = {}): SessionSummary {
  return {
    day: '2026-03-02',
    hour: 10,
    outcome: 'contained',
    channel: 'chat',
    backendError: false,
    ...more,
  };
}

export const times = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));

export function findingOf(category: Finding['category'], more: Partial<Finding> = {}): Finding {
  return {
    category,
    confidence: 0.9,
    primary: true,
    turns: ['agent:0'],
    actual: 'seen',
    expected: 'should be',
    ...more,
  };
}

/** A journey of its own session, with a quote for each turn that its findings point at. */
export function journeyOf(n: number, more: Partial<JourneyResult> = {}): JourneyResult {
  const sessionId = `s-${String(n).padStart(5, '0')}`;
  const quotes: JourneyResult['quotes'] = {};
  for (const { turns } of more.findings ?? [])
    for (const turn of turns) quotes[turn] = `words ${n} of ${turn}`;
  return result({
    sessionId,
    contact: `desk/c-${n}`,
    contactId: `c-${n}`,
    link: link({ session: `test/bot/${sessionId}`, contact: `desk/c-${n}` }),
    startedAt: Date.parse('2026-03-02T09:00:00Z') + n * 60_000,
    quotes,
    ...more,
  });
}
