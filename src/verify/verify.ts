/** Did the release lower the ticket's rate? A verdict from daily counts, looked at again every night. */

import type { CauseDays, Verdict, Verification } from '../domain/release.js';
import { addDays, daysBetween } from '../lib/calendar.js';
import { boundary } from './boundary.js';
import { between, type Compared, certain, compare, type Row } from './days.js';
import { fitRate, information } from './odds.js';
import { informationAfter, type KnownRates, planFor, type VerificationPlan } from './plan.js';
import { priorOf } from './prior.js';
import { errorsFrom, likeliestRatio, ratioInterval } from './ratio.js';
import { baselineDays, leastDays, meaningfulFall, meaningfulRise, mostDays } from './settings.js';
import { dispersion, persistence, type UsualDispersion, usualDispersion } from './spread.js';
import { noteOf } from './words.js';

export interface VerifyInput {
  cause: CauseDays;
  /** Causes of intents that were not changed between the first day before and tonight. */
  controls: readonly CauseDays[];
  /** What rates are like before the release: `ratesBefore`. */
  usual: Usual;
  /** Local date of the release. It counts neither as before nor as after: nobody knows the hour. */
  release: string;
  /** Last local date that was looked at. */
  night: string;
  /** What an earlier night said of this release. A decision holds. */
  earlier?: Verification | undefined;
}

/** @returns what is known tonight; once decided, the counts still move with the days up to the announced one */
export function verify(input: VerifyInput): Verification {
  const { cause, controls, release, night, earlier } = input;
  const span = spanBefore(release);
  const usual = { ...input.usual, prior: priorRow(input.usual, cause.basis) };
  const planned = planOf(compare(cause, controls, { before: span, after: span }), usual);
  const end = addDays(release, planned.end);
  const last = night < end ? night : end;
  const spans = { before: span, after: [addDays(release, 1), last] as [string, string] };
  const judged = (others: readonly CauseDays[]) => {
    const days = compare(cause, others, spans);
    return { days, found: judge(days, planned, usual, daysBetween(release, last)) };
  };
  const { days, found: first } = judged(controls);
  const found = isChange(first.verdict)
    ? confirmed(
        first,
        () => judged(controls.filter(({ id }) => id !== days.largest)).found,
        () => daysBetween(release, night) >= planned.end,
      )
    : first;
  const decided = earlier?.decided !== undefined && earlier.release === release;
  const verdict = decided ? earlier.verdict : found.verdict;
  const isOpen = verdict === 'too_early';
  const verification: Omit<Verification, 'note'> = {
    verdict,
    release,
    night,
    ...(!isOpen && { decided: decided ? earlier.decided : night }),
    change: found.change,
    rate: { before: aDay(days.before), after: aDay(days.after) },
    days: {
      before: days.before.length,
      after: days.after.length,
      announced: planned.announced,
      ...(planned.stages.length > 1 && { end: planned.end }),
    },
    daysLeft: daysLeft(planned, isOpen, daysBetween(release, night)),
    controls: days.controls,
  };
  return { ...verification, note: noteOf(verification) };
}

const isChange = (verdict: Verdict): boolean => verdict === 'verified' || verdict === 'regressed';

/**
 * A large control that changes by itself moves all that is compared with it: what is said of the cause has to be so without
 * its largest control as well.
 */
function confirmed(first: Judged, without: () => Judged, isOver: () => boolean): Judged {
  if (without().verdict === first.verdict) return first;
  return { ...first, verdict: isOver() ? 'no_effect' : 'too_early' };
}

function daysLeft(
  { announced, end }: VerificationPlan,
  isOpen: boolean,
  passed: number,
): number | null {
  if (!isOpen) return 0;
  if (announced === null) return null;
  return Math.max(0, (passed < announced ? announced : end) - passed);
}

const spanBefore = (release: string): [string, string] => [
  addDays(release, -baselineDays),
  addDays(release, -1),
];

/** What the days before a release say of all causes. */
export interface Usual {
  causes: readonly CauseDays[];
  /** Of single days, and how many times more it is for sums of many. */
  dispersion: UsualDispersion;
  persistence: number;
}

/** @param peers all causes, changed or not, the released one among them */
export function ratesBefore(peers: readonly CauseDays[], release: string): Usual {
  const span = spanBefore(release);
  const causes = peers.map((peer) => ({ ...peer, days: between(peer.days, ...span) }));
  const days = causes.map((peer) => peer.days);
  return { causes, dispersion: usualDispersion(days), persistence: persistence(days) };
}

/** What causes with the same basis say, as a day; no row where they say nothing. */
function priorRow(usual: Usual, basis: CauseDays['basis']): Row[] {
  const like = usual.causes.filter((peer) => peer.basis === basis).map(({ days }) => days);
  const { events, exposure } = priorOf(like, usual.dispersion.overall * usual.persistence);
  if (exposure === 0) return [];
  return [{ events, exposure, controlEvents: certain, controlExpected: certain }];
}

/** What is known of the cause before its own days are looked at. */
interface Beforehand {
  prior: Row[];
  dispersion: UsualDispersion;
  persistence: number;
}

/** The days before, with what all causes say: the prior counts as much as its findings, whatever the dispersion. */
const withPrior = (days: readonly Row[], { prior }: Beforehand, factor: number): Row[] => [
  ...days,
  ...prior.map((row) => ({
    ...row,
    events: factor * row.events,
    exposure: factor * row.exposure,
  })),
];

interface Judged {
  verdict: Verdict;
  change: Verification['change'];
}

interface Planned extends VerificationPlan {
  known: KnownRates;
}

const unplanned: VerificationPlan = {
  announced: null,
  end: mostDays,
  stages: [{ end: mostDays, part: 1 }],
};

function planOf({ before }: Compared, usual: Beforehand): Planned {
  const rate = fitRate(before);
  const { factor, freedom } = dispersion(
    { rows: before, rate },
    { rows: [], rate: 0 },
    usual.dispersion,
  );
  const spread = factor * usual.persistence;
  const base = withPrior(before, usual, spread);
  const pooled = fitRate(base);
  const known = {
    before: information(base, pooled) / spread,
    aDay: information(before, pooled) / spread / Math.max(1, before.length),
    freedom,
  };
  const enough = before.length >= leastDays;
  return { ...(enough ? planFor(known) : unplanned), known };
}

function judge(
  { before, after }: Compared,
  { announced, end, stages, known }: Planned,
  usual: Beforehand,
  passed: number,
): Judged {
  const early = { verdict: 'too_early' as const, change: null };
  if (before.length < leastDays || after.length < leastDays) return early;
  const { factor, freedom } = dispersion(
    { rows: before, rate: fitRate(before) },
    { rows: after, rate: fitRate(after) },
    usual.dispersion,
  );
  const spread = factor * usual.persistence;
  const question = { before: withPrior(before, usual, spread), after, dispersion: spread };
  const ratio = likeliestRatio(question);
  if (ratio === null) return early;
  const errorsOf = (stage: VerificationPlan['stages'][number]): number => {
    const fraction = informationAfter(known, after.length) / informationAfter(known, stage.end);
    return boundary(fraction, freedom, stage.part);
  };
  const errors = Math.min(...stages.filter((stage) => passed <= stage.end).map(errorsOf));
  const interval = ratioInterval(question, errors);
  if (interval === null) return early;
  const change = {
    value: ratio - 1,
    interval: [interval[0] - 1, interval[1] - 1] as [number, number],
  };
  const verdict = verdictOf(errorsFrom(question)(1), errors, change.interval);
  const over = announced !== null && passed >= end;
  return { verdict: verdict === 'too_early' && over ? 'no_effect' : verdict, change };
}

function verdictOf(distance: number, errors: number, [low, high]: [number, number]): Verdict {
  if (distance <= -errors) return 'verified';
  if (distance >= errors) return 'regressed';
  // What surely did not fall may be getting worse: only what surely did not rise either is decided before the end.
  return low > -meaningfulFall && high < meaningfulRise ? 'no_effect' : 'too_early';
}

const aDay = (rows: readonly Row[]): number | null =>
  rows.length === 0 ? null : rows.reduce((sum, { events }) => sum + events, 0) / rows.length;
