/** Of journeys with several failures: is the first broken link the right one? And dead ends, journey by journey. */
import { score } from '../../../src/evaluate/counts.js';
import type { Company } from './company.js';

/** How many journeys, and in how many of them the main finding is what led to the handoff by the truth. */
export function firstLinks({ journeys, truth, details }: Company): { n: number; right: number } {
  const several = new Set(
    truth.filter(({ findings }) => findings.length > 1).map(({ session_id }) => session_id),
  );
  const known = journeys.flatMap(({ session_id, findings }) => {
    const primary = details.get(session_id)?.primary ?? null;
    if (primary === null || !several.has(session_id)) return [];
    return [findings.find((one) => one.primary)?.category === primary];
  });
  return { n: known.length, right: known.filter(Boolean).length };
}

export function deadEnds({ journeys, truth }: Company) {
  const isDeadEnd = ({ category }: { category: string }) => category === 'dead_end_intent';
  const wanted = new Set(
    truth.filter(({ findings }) => findings.some(isDeadEnd)).map((one) => one.session_id),
  );
  const found = journeys.filter(({ findings }) => findings.some(isDeadEnd));
  const hit = found.filter(({ session_id }) => wanted.has(session_id)).length;
  return score(hit, found.length - hit, wanted.size - hit);
}
