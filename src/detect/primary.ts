/** Exactly one finding explains the handoff best. */
import { type Category, categories, categoryNames } from '../domain/categories.js';
import type { Finding } from '../domain/journey.js';

/** A doubtful finding explains less than a sure one of a lower place; half a point of confidence is one place. */
const doubt = 3;

/** Marks the primary finding, adding `unknown` where nothing explains the handoff. In the categories' order. */
export function choosePrimary(found: readonly Finding[]): Finding[] {
  const explaining = found.filter(({ category }) => placeOf(category) !== null);
  const unknown: Finding = {
    category: 'unknown',
    confidence: 1,
    primary: true,
    turns: [],
    actual: 'nothing that was found explains the handoff',
    expected: 'every handoff has a cause that can be seen',
  };
  const rank = ({ category, confidence }: Finding) =>
    (placeOf(category) ?? categoryNames.length) - doubt * confidence;
  const first = [...explaining].sort((a, b) => rank(a) - rank(b))[0] ?? unknown;
  const all = first === unknown ? [...found, unknown] : found;
  return all
    .map((finding) => ({ ...finding, primary: finding === first }))
    .sort(
      (a, b) =>
        categoryNames.indexOf(a.category) - categoryNames.indexOf(b.category) ||
        (a.slot ?? '').localeCompare(b.slot ?? ''),
    );
}

const placeOf = (category: Category): number | null => categories[category].primaryPlace;
