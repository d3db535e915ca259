/** A journey's score, 0 to 100: a weighted mean of criteria. What is unknown is left out, not counted as bad. */
import type { Outcome } from '../domain/conversation.js';
import type { Effort, Finding, TrueIntent } from '../domain/journey.js';

interface Criterion {
  name: string;
  weight: number;
  /** 0 (bad) to 1 (good); null where it cannot be judged. */
  value: number | null;
}

export interface Scored {
  findings: readonly Finding[];
  trueIntent: TrueIntent;
  botIntent: string | undefined;
  effort: Effort;
  repeats: number;
  outcome: Outcome;
  hasAgentWords: boolean;
}

/** Ten minutes of waiting, identifying and explaining are as bad as it gets. */
const worstSeconds = 600;
const worstRepeats = 3;

export function scoreJourney(journey: Scored): number | null {
  const judged = criteria(journey).filter(({ value }) => value !== null);
  const weight = judged.reduce((sum, one) => sum + one.weight, 0);
  if (weight === 0) return null;
  const sum = judged.reduce((total, one) => total + one.weight * (one.value ?? 0), 0);
  return Math.round((1000 * sum) / weight) / 10;
}

function criteria(journey: Scored): Criterion[] {
  const { findings, trueIntent, botIntent, effort, repeats, outcome, hasAgentWords } = journey;
  const has = (category: Finding['category']) => findings.some((one) => one.category === category);
  const understood = trueIntent.standing === 'none' ? null : Number(trueIntent.name === botIntent);
  const stuck = has('intent_loop') || has('backend_error');
  return [
    { name: 'understood', weight: 25, value: understood },
    { name: 'progress', weight: 15, value: stuck ? 0 : botIntent === undefined ? null : 1 },
    {
      name: 'asked once',
      weight: 20,
      value: hasAgentWords ? 1 - Math.min(1, repeats / worstRepeats) : null,
    },
    { name: 'resolution', weight: 20, value: resolution(outcome) },
    { name: 'courtesy', weight: 10, value: courtesy(outcome) },
    { name: 'time', weight: 10, value: time(effort) },
  ];
}

function resolution({ resolved, transferred }: Outcome): number | null {
  if (resolved === undefined) return transferred ? 0.5 : null;
  return resolved ? (transferred ? 0.75 : 1) : 0;
}

function courtesy({ csat, complaint }: Outcome): number | null {
  if (complaint) return 0;
  return csat === undefined ? null : csat / 100;
}

function time({ wait, identify, explain }: Effort): number | null {
  if (wait === null) return null;
  return 1 - Math.min(1, (wait + (identify ?? 0) + (explain ?? 0)) / worstSeconds);
}
