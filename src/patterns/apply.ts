/** Writes the patterns of many journeys back into each of them. */
import { categories, categoryNames } from '../domain/categories.js';
import type { Finding, JourneyResult, TurnRef } from '../domain/journey.js';
import type { Pattern } from '../domain/pattern.js';

/**
 * Findings that the patterns add, by session. The first pattern becomes a journey's primary finding where what was
 * primary so far does not explain the handoff.
 */
export function cohortFindings(
  results: readonly JourneyResult[],
  patterns: readonly Pattern[],
): Map<string, Finding[]> {
  const added = new Map<string, Finding[]>();
  for (const result of results) {
    const holding = patterns.filter((pattern) => pattern.holds(result));
    if (holding.length === 0) continue;
    const before = result.findings.find(({ primary }) => primary);
    const explained = before !== undefined && categories[before.category].explainsHandoff;
    added.set(
      result.session,
      holding.map((pattern, i) => findingOf(pattern, result, !explained && i === 0)),
    );
  }
  return added;
}

function findingOf(
  { category, intent, confidence, actual, expected }: Pattern,
  { utterance }: JourneyResult,
  primary: boolean,
): Finding {
  const turns: TurnRef[] = utterance ? [`bot:${utterance.turn}`] : [];
  return {
    category,
    ...(intent !== undefined && { intent }),
    confidence,
    primary,
    turns,
    actual,
    expected,
  };
}

/** The journeys with those findings; still one primary each, and `unknown` only where nothing is known. */
export function withFindings(
  results: readonly JourneyResult[],
  added: ReadonlyMap<string, readonly Finding[]>,
): JourneyResult[] {
  return results.map((result) => {
    const more = added.get(result.session);
    if (!more) return result;
    const takesOver = more.some(({ primary }) => primary);
    const kept = result.findings
      .filter(({ category }) => category !== 'unknown')
      .map((finding) => (takesOver ? { ...finding, primary: false } : finding));
    const findings = [...kept, ...more].sort(byCategory);
    return { ...result, findings, quotes: quotesOf(result) };
  });
}

const byCategory = (a: Finding, b: Finding): number =>
  categoryNames.indexOf(a.category) - categoryNames.indexOf(b.category);

function quotesOf({ quotes, utterance }: JourneyResult): JourneyResult['quotes'] {
  return utterance ? { [`bot:${utterance.turn}`]: utterance.text, ...quotes } : quotes;
}
