/** The shape of a cohort plug-in: a failure that no single journey shows, only many of them together. */
import type { Category } from '../domain/categories.js';
import type { CohortConfig } from '../domain/config.js';
import type { JourneyResult, SessionSummary } from '../domain/journey.js';
import type { Pattern } from '../domain/pattern.js';
import type { Report } from '../domain/report.js';

export interface CohortEvidence {
  results: readonly JourneyResult[];
  sessions: readonly SessionSummary[];
}

export interface CohortFound {
  patterns: Pattern[];
  timeOfDay?: Report['timeOfDay'];
}

export interface Cohort {
  /** The file's name. */
  id: Category;
  title: string;
  description: string;
  find(evidence: CohortEvidence, config: CohortConfig): CohortFound;
}

/** The bot acted on this intent, and nothing says that the customer wanted another. */
export function understoodAs(intent: string, result: JourneyResult): boolean {
  const { trueIntent, findings } = result;
  if (result.botIntent !== intent) return false;
  if (trueIntent.standing === 'label' && trueIntent.name !== intent) return false;
  return !findings.some(
    ({ category }) => category === 'misunderstood_intent' || category === 'uncovered_intent',
  );
}
