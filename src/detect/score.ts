/** Judges a journey by the rubric: each part on the same criteria. What is unknown is left out, not counted as bad. */
import type { Category } from '../domain/categories.js';
import type { Outcome } from '../domain/conversation.js';
import type { Effort, Finding, TrueIntent } from '../domain/journey.js';
import type { ContextLevel } from '../domain/records.js';
import {
  type Criterion,
  criteria,
  parts,
  type Rubric,
  type RubricPart,
  type RubricScore,
} from '../domain/rubric.js';
import { passedOn } from './settings.js';

export interface Scorable {
  findings: readonly Finding[];
  trueIntent: TrueIntent;
  botIntent: string | undefined;
  contextLevel: ContextLevel | undefined;
  effort: Effort;
  repeats: number;
  outcome: Outcome;
  /** Whether the transcripts of both are there: a finding that nobody could have made is no good conduct. */
  hasAgentWords: boolean;
  hasCustomerWords: boolean;
}

/** 0 to 1; null where the records do not show it. */
type Grades = Record<Criterion, number | null>;

/** @returns each part's score, and the journey's (0 to 100; null where nothing could be judged) */
export function scoreJourney(
  journey: Scorable,
  rubric: Rubric,
): { score: number | null; scores: RubricScore } {
  const graded: Record<RubricPart, Grades> = {
    bot: botGrades(journey, rubric),
    handoff: handoffGrades(journey, rubric),
    agent: agentGrades(journey, rubric),
  };
  const scored = Object.fromEntries(
    parts.map((part) => [part, scorePart(graded[part], rubric)]),
  ) as RubricScore;
  // Over criteria, not over the parts' scores: a part of which only one thing is known counts for one thing.
  const score = weighted(
    parts.flatMap((part) =>
      criteria.map(
        (one) => [graded[part][one], rubric.parts[part] * rubric.criteria[one]] as const,
      ),
    ),
  );
  return { score: score === null ? null : round(100 * score), scores: scored };
}

function scorePart(grades: Grades, rubric: Rubric): RubricScore[RubricPart] {
  const mean = weighted(criteria.map((one) => [grades[one], rubric.criteria[one]]));
  const judged = criteria.flatMap((one) => {
    const grade = grades[one];
    return grade === null ? [] : [[one, grade] as const];
  });
  return { score: mean === null ? null : round(100 * mean), judged: Object.fromEntries(judged) };
}

function weighted(graded: readonly (readonly [number | null, number])[]): number | null {
  let [sum, weight] = [0, 0];
  for (const [value, own] of graded) {
    if (value === null) continue;
    sum += own * value;
    weight += own;
  }
  return weight === 0 ? null : sum / weight;
}

const round = (score: number) => Math.round(10 * score) / 10;
const left = (spent: number, worst: number) => 1 - Math.min(1, spent / worst);
const timeLeft = (seconds: number | null, worst: number) =>
  seconds === null ? null : left(seconds, worst);

const countOf = ({ findings }: Scorable, categories: readonly Category[]) =>
  findings.filter(({ category }) => categories.includes(category)).length;

function botGrades(journey: Scorable, { worst }: Rubric): Grades {
  const { trueIntent, botIntent, effort, hasCustomerWords } = journey;
  const unheard = countOf(journey, ['uncaptured_slot', 'wrong_slot_value']);
  const stuck = countOf(journey, ['intent_loop', 'backend_error']) > 0;
  return {
    understood: trueIntent.standing === 'none' ? null : Number(trueIntent.name === botIntent),
    asked_once: journey.hasAgentWords ? left(unheard, worst.repeats) : null,
    progress: stuck ? 0 : hasCustomerWords ? 1 : null,
    // It handed over: whether that was the right thing to do, its records do not show.
    resolution: null,
    courtesy: null,
    // A session without a word took no time that could be held against the bot, or for it.
    time: hasCustomerWords ? timeLeft(effort.bot, worst.seconds.bot) : null,
  };
}

function handoffGrades(journey: Scorable, { worst }: Rubric): Grades {
  const { contextLevel, hasAgentWords, hasCustomerWords, effort, outcome } = journey;
  const lost = countOf(journey, ['context_lost']);
  const hostile = countOf(journey, ['hostile_arrival']) > 0;
  return {
    understood: contextLevel === undefined ? null : passedOn[contextLevel],
    asked_once: hasAgentWords ? left(lost, worst.repeats) : null,
    progress: outcome.transferred === undefined ? null : Number(!outcome.transferred),
    resolution: null,
    courtesy: hasAgentWords && hasCustomerWords ? Number(!hostile) : null,
    time: timeLeft(effort.wait, worst.seconds.handoff),
  };
}

function agentGrades(journey: Scorable, { worst }: Rubric): Grades {
  const { outcome, effort, repeats, hasAgentWords } = journey;
  const cold = countOf(journey, ['cold_open']) > 0;
  const again =
    effort.identify === null && effort.explain === null
      ? null
      : (effort.identify ?? 0) + (effort.explain ?? 0);
  return {
    understood: hasAgentWords ? Number(!cold) : null,
    asked_once: hasAgentWords ? left(repeats, worst.repeats) : null,
    progress: null,
    resolution: resolution(outcome),
    courtesy: courtesy(outcome),
    time: timeLeft(again, worst.seconds.agent),
  };
}

function resolution({ resolved, transferred }: Outcome): number | null {
  if (resolved === undefined) return transferred ? 0.5 : null;
  return Number(resolved);
}

function courtesy({ csat, complaint }: Outcome): number | null {
  if (complaint) return 0;
  return csat === undefined ? null : csat / 100;
}
