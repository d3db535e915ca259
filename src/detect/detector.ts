import type { Category } from '../domain/categories.js';
import type { Finding } from '../domain/journey.js';
import type { Evidence } from './evidence.js';

/** A finding before one of the journey's is chosen as primary. */
export type Draft = Omit<Finding, 'category' | 'primary'>;

/** Evidence as a detector sees it: the parts that it needs, none of them null. */
export type Given<Need extends keyof Evidence> = { [Part in Need]: NonNullable<Evidence[Part]> };

/** One detector a category. It is given the parts that it `needs` and nothing else. */
export interface Detector<Need extends keyof Evidence = never> {
  /** The category, and the name of the file. */
  id: Category;
  title: string;
  /** What it surfaces and what it leaves alone, for `docs/detectors.md`. */
  description: string;
  needs: readonly Need[];
  detect(evidence: Given<Need>): Draft[];
}

/** A detector as the runner sees it. */
export interface AnyDetector {
  id: Category;
  title: string;
  description: string;
  needs: readonly (keyof Evidence)[];
  run(evidence: Evidence): Draft[];
}

/** Wraps a detector so that it runs only where everything that it needs is there. */
export function runnable<Need extends keyof Evidence>(detector: Detector<Need>): AnyDetector {
  return {
    ...detector,
    run: (evidence) => (has(evidence, detector.needs) ? detector.detect(evidence) : []),
  };
}

function has<Need extends keyof Evidence>(
  evidence: Evidence,
  needs: readonly Need[],
): evidence is Evidence & Given<Need> {
  return needs.every((need) => evidence[need] !== null);
}
