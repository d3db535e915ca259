/** Which cause a finding belongs to: asked when causes are made, and when a released one is counted day by day. */
import { type CauseKey, categories } from '../domain/categories.js';
import type { Finding, JourneyResult } from '../domain/journey.js';
import type { Incident } from '../domain/report.js';
import type { Cause } from '../domain/ticket.js';
import { inIncident } from '../lib/hours.js';

/** What a finding is grouped by; null for what makes no cause, or only one of many journeys. */
export function keyOf(
  finding: Finding,
  result: JourneyResult,
  incidents: readonly Incident[],
): CauseKey | null {
  const { category, intent, slot } = finding;
  const { grouping } = categories[category];
  if (grouping === null || finding.causedBy !== undefined) return null;
  // What broke on one day is told as an incident; a ticket is for what broke besides.
  if (category === 'backend_error' && inIncident(result, incidents)) return null;
  const { by } = grouping;
  const cluster = intent === undefined ? result.outcome.reason : undefined;
  return {
    ...(by.includes('intent') && intent !== undefined && { intent }),
    ...(by.includes('slot') && slot !== undefined && { slot }),
    ...(by.includes('cluster') && cluster !== undefined && { cluster }),
  };
}

/** Equal for a cause and for the findings that it is made of. */
export function causeName({
  category,
  intent,
  slot,
  cluster,
}: Pick<Cause, 'category'> & CauseKey): string {
  return JSON.stringify([category, intent, slot, cluster]);
}

/** All causes that a journey is part of, each once. */
export function causesIn(
  result: JourneyResult,
  incidents: readonly Incident[],
): (Pick<Cause, 'category'> & CauseKey)[] {
  const causes = result.findings.flatMap((finding) => {
    const key = keyOf(finding, result, incidents);
    return key === null ? [] : [{ category: finding.category, ...key }];
  });
  return [...new Map(causes.map((cause) => [causeName(cause), cause])).values()];
}
