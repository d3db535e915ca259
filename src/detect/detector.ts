import type { Category } from '../domain/categories.js';
import type { Finding } from '../domain/journey.js';
import type { JourneyEvidence } from './evidence.js';

/** A finding before one of the journey's is chosen as primary. */
export type FindingDraft = Omit<Finding, 'category' | 'primary'>;

/** Evidence as a detector sees it: the parts that it needs, none of them null. */
export type GivenEvidence<Need extends keyof JourneyEvidence> = {
  [Part in Need]: NonNullable<JourneyEvidence[Part]>;
};

/** One detector a category. It is given the parts that it `needs` and nothing else. */
export interface Detector<Need extends keyof JourneyEvidence = never> {
  /** The category, and the name of the file. */
  id: Category;
  /** What it surfaces and what it leaves alone, for `docs/detectors.md`. */
  description: string;
  needs: readonly Need[];
  detect(evidence: GivenEvidence<Need>): FindingDraft[];
}

/** A detector as the runner sees it. */
export interface AnyDetector {
  id: Category;
  description: string;
  needs: readonly (keyof JourneyEvidence)[];
  run(evidence: JourneyEvidence): FindingDraft[];
}

/** Wraps a detector so that it runs only where everything that it needs is there. */
export function runnable<Need extends keyof JourneyEvidence>(
  detector: Detector<Need>,
): AnyDetector {
  return {
    ...detector,
    run: (evidence) => (has(evidence, detector.needs) ? detector.detect(evidence) : []),
  };
}

function has<Need extends keyof JourneyEvidence>(
  evidence: JourneyEvidence,
  needs: readonly Need[],
): evidence is JourneyEvidence & GivenEvidence<Need> {
  return needs.every((need) => evidence[need] !== null);
}
