/** Bots whose causes have known rates, by day: what the proof of fix is judged on. */
import type { Category } from '../../../src/domain/categories.js';
import type { CauseDay, CauseDays, Verification } from '../../../src/domain/release.js';
import { addDays } from '../../../src/lib/calendar.js';
import { ratesBefore, verify } from '../../../src/verify/verify.js';
import type { Random } from './chance.js';

export interface World {
  /** Bot sessions on a weekday. */
  sessions: number;
  intents: number;
  /** Mean rate, and how far causes lie apart (standard deviation of the logarithm). */
  rate: number;
  apart: number;
  /** Coefficients of variation of a day: of all causes together, and of each by itself. */
  common: number;
  own: number;
  /** How much of a cause's own bad day is left on the next (first-order autocorrelation). */
  lasting: number;
}

export const firstDay = '2026-01-05';
export const nightsLooked = 60;
const categoriesUsed: Category[] = [
  'missed_slot',
  'uncaptured_slot',
  'intent_loop',
  'unrecognised_utterance',
];

/**
 * A bot whose rates do not change by themselves. `effectOf` is asked for every cause and day, after the ticket was
 * chosen; so the days are made one by one.
 */
export function createWorld(world: World, random: Random) {
  const { normal, poisson } = random;
  const sizes = Array.from({ length: world.intents }, () => Math.exp(0.8 * normal()));
  const whole = sizes.reduce((a, b) => a + b, 0);
  const causes = sizes.flatMap((size, intent) =>
    categoriesUsed.map((category) => ({
      days: {
        id: `${category}-${intent}`,
        category,
        owner: 'bot_team',
        intent: `intent-${intent}`,
        basis: 'intent',
        days: [],
      } as CauseDays,
      share: size / whole,
      rate: world.rate * Math.exp(world.apart * normal() - world.apart ** 2 / 2),
      weekend: Math.exp(0.2 * normal()),
      state: normal(),
    })),
  );
  let today = 0;
  return {
    causes: causes.map(({ days }) => days),
    /** Makes one more day. */
    next(effectOf: (id: string) => number): void {
      const day = addDays(firstDay, today++);
      const weekend = today % 7 === 6 || today % 7 === 0;
      const traffic = world.sessions * (weekend ? 0.5 : 1) * Math.exp(0.1 * normal());
      const shocks = new Map(categoriesUsed.map((one) => [one, Math.exp(world.common * normal())]));
      const demand = new Map<string, number>();
      for (const cause of causes) {
        const { intent = '', category, id } = cause.days;
        if (!demand.has(intent))
          demand.set(intent, poisson(traffic * cause.share * Math.exp(0.1 * normal())));
        const exposure = demand.get(intent) ?? 0;
        cause.state = world.lasting * cause.state + Math.sqrt(1 - world.lasting ** 2) * normal();
        const wobble = Math.exp(world.own * cause.state - world.own ** 2 / 2);
        const rate =
          cause.rate *
          wobble *
          (shocks.get(category) ?? 1) *
          (weekend ? cause.weekend : 1) *
          effectOf(id);
        const events = Math.min(exposure, poisson(Math.min(1, rate) * exposure));
        cause.days.days.push({ day, events, exposure } satisfies CauseDay);
      }
    },
  };
}

const sum = (days: readonly CauseDay[]) => ({
  events: days.reduce((all, { events }) => all + events, 0),
  exposure: days.reduce((all, { exposure }) => all + exposure, 0),
});
const rateOf = (days: readonly CauseDay[]): number => {
  const { events, exposure } = sum(days);
  return events / Math.max(1, exposure);
};

/** Tickets are chosen because they were bad: the most findings, the highest rate, or the largest rise of the last week. */
export const choices = {
  findings: ({ days }: CauseDays): number => sum(days.slice(-28)).events,
  rate: ({ days }: CauseDays): number => rateOf(days.slice(-28)),
  rise: ({ days }: CauseDays): number => rateOf(days.slice(-7)) - rateOf(days.slice(-28, -7)),
} as const;
export type Choice = keyof typeof choices;

/** The test that people do by hand: two shares, before and after, 5 % two-sided. */
export function naiveFell(before: readonly CauseDay[], after: readonly CauseDay[]): boolean {
  const [a, b] = [sum(before), sum(after)];
  const pooled = (a.events + b.events) / Math.max(1, a.exposure + b.exposure);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / a.exposure + 1 / b.exposure));
  return (b.events / b.exposure - a.events / a.exposure) / error < -1.96;
}

/** Findings of the four weeks before of causes that a releases' scenario repairs: medians of missed, uncaptured and misunderstood in thirteen companies. */
const repairedFindings = [85, 42, 17];

/** For each of these counts, the cause that comes nearest. */
function nearest(causes: readonly CauseDays[]): CauseDays[] {
  const left = new Set(causes);
  return repairedFindings.map((wanted) => {
    const off = (cause: CauseDays) => Math.abs(Math.log((choices.findings(cause) + 0.5) / wanted));
    const [best] = [...left].sort((a, b) => off(a) - off(b));
    if (!best) throw new Error('fewer causes than are repaired');
    left.delete(best);
    return best;
  });
}

export interface Followed {
  /** Until a halved rate shows. */
  announced: number | null;
  /** What was announced first: where a halved rate takes too long, when one that is nearly gone shows. */
  first: number | null;
  /** Nights after the release on which it was verified, or said to have got worse or not to have changed. */
  verified: number | null;
  regressed: number | null;
  noEffect: number | null;
  naive: number | null;
  /** On the last look, whether the interval holds the true change. */
  covered: boolean | null;
  last: Verification;
}

export interface Plan {
  world: World;
  /** `usual`: causes that are as frequent as those that are usually repaired. */
  choice: Choice | 'usual';
  /** The rate after the release, in units of the one before. */
  effect: number;
  history: number;
  released: number;
  /** Whether the verdict knows of the other causes, which is what corrects for the choice. */
  corrected?: boolean;
}

/** One bot: its history, the choice, the release on the next day, and a look every night for sixty nights. */
export function replay(plan: Plan, random: Random): Followed[] {
  const { world, choice, effect, history, released, corrected = true } = plan;
  const { causes, next } = createWorld(world, random);
  for (let day = 0; day < history; day++) next(() => 1);
  const worst = (by: Choice): CauseDays[] =>
    [...causes].sort((a, b) => choices[by](b) - choices[by](a)).slice(0, released);
  const chosen = choice === 'usual' ? nearest(causes) : worst(choice);
  const release = addDays(firstDay, history);
  const ids = new Set(chosen.map(({ id }) => id));
  const intents = new Set(chosen.map(({ intent }) => intent));
  const controls = causes.filter(({ intent }) => !intents.has(intent));
  next(() => 1);
  const usual = ratesBefore(corrected ? causes : [], release);
  const followed = chosen.map(() => ({}) as Partial<Followed>);
  for (let night = 1; night <= nightsLooked; night++) {
    next((id) => (ids.has(id) ? effect : 1));
    chosen.forEach((cause, i) => {
      const own = followed[i] ?? {};
      const before = cause.days.slice(history - 28, history);
      const after = cause.days.slice(history + 1);
      if (own.naive == null && naiveFell(before, after)) own.naive = night;
      // A decision holds, so no later look can change it.
      if (own.last?.decided !== undefined || night < 7) return;
      const verification = verify({
        cause,
        controls,
        usual,
        release,
        night: addDays(release, night),
        earlier: own.last,
      });
      if (verification.decided !== undefined) {
        if (verification.verdict === 'verified') own.verified = night;
        if (verification.verdict === 'regressed') own.regressed = night;
        if (verification.verdict === 'no_effect') own.noEffect = night;
      }
      // What a halved rate takes, also where a larger fall is looked for first.
      own.announced = verification.days.end ?? verification.days.announced;
      own.first = verification.days.announced;
      own.last = verification;
      const { change } = verification;
      own.covered = change && change.interval[0] <= effect - 1 && change.interval[1] >= effect - 1;
    });
  }
  return followed.map((own) => ({
    announced: null,
    first: null,
    verified: null,
    regressed: null,
    noEffect: null,
    naive: null,
    covered: null,
    ...own,
  })) as Followed[];
}
