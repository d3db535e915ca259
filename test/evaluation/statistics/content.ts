/** Escalated and direct contacts whose contentment and complaints have known means, by reason and day. */
import type { DirectContact, JourneyResult } from '../../../src/domain/journey.js';
import { addDays } from '../../../src/lib/calendar.js';
import { groupOf, stratifiedDifference } from '../../../src/stats/stratified-difference.js';
import { journeyOf } from '../../patterns/settings.js';
import type { Random } from './chance.js';

export interface Contentment {
  /** Rated contacts a day of either side. */
  escalated: number;
  direct: number;
  /** Standard deviation of a day's mean, in points: of both sides together, of the escalated alone. */
  common: number;
  own: number;
  /** Over the four weeks: points that all become less content, and by how much the escalated share grows. */
  decline: number;
  growth: number;
  /** Escalated customers mostly come with reasons that nobody likes, direct ones with the others. */
  paradox: boolean;
  /** Coefficient of variation of a day's complaint rate. */
  complaints: number;
}

export interface Drawn {
  results: JourneyResult[];
  direct: DirectContact[];
  /** direct - escalated, of the mix of reasons that escalated customers had; and the ratio of complaint rates. */
  gap: number;
  ratio: number;
}

const days = 28;
const firstDay = '2026-03-02';
/** Mean CSAT of direct contacts by reason, what the handoff costs in each, and the complaint rate of direct contacts. */
const reasons = [
  { name: 'FRAUD', content: 45, cost: 8, complaint: 0.08 },
  { name: 'FEE', content: 60, cost: 14, complaint: 0.05 },
  { name: 'CARD', content: 72, cost: 10, complaint: 0.04 },
  { name: 'BALANCE', content: 85, cost: 6, complaint: 0.02 },
];
const mixes = { alike: [0.25, 0.25, 0.25, 0.25], bad: [0.55, 0.25, 0.15, 0.05] };
const complaintRatio = 2;
const blank = journeyOf(0);

export function contentOf(world: Contentment, random: Random): Drawn {
  const { normal, poisson, wobble, uniform } = random;
  const drawn: Drawn = { results: [], direct: [], gap: 0, ratio: complaintRatio };
  const good = [...mixes.bad].reverse();
  const [ours, theirs] = world.paradox ? [mixes.bad, good] : [mixes.alike, mixes.alike];
  for (let i = 0; i < days; i++) {
    const day = addDays(firstDay, i);
    const late = i / (days - 1) - 0.5;
    const shift = world.common * normal() - world.decline * late;
    const own = world.own * normal();
    const angry = wobble(world.complaints);
    for (const [r, { name, content, cost, complaint }] of reasons.entries()) {
      const outcomeOf = (mean: number, rate: number) => ({
        reason: name,
        csat: rated(mean, random),
        complaint: uniform() < Math.min(1, rate),
      });
      for (
        let n = poisson(world.escalated * (ours[r] ?? 0) * (1 + world.growth * late));
        n > 0;
        n--
      ) {
        const outcome = outcomeOf(content - cost + shift + own, complaintRatio * complaint * angry);
        drawn.results.push({ ...blank, session: `s-${drawn.results.length}`, day, outcome });
        drawn.gap += cost;
      }
      for (let n = poisson(world.direct * (theirs[r] ?? 0) * (1 - world.growth * late)); n > 0; n--)
        drawn.direct.push({
          day,
          hour: 10,
          channel: 'chat',
          secondsToSolving: 60,
          handleSeconds: 300,
          outcome: outcomeOf(content + shift, complaint * angry),
        });
    }
  }
  drawn.gap /= Math.max(1, drawn.results.length);
  return drawn;
}

/** Five stars as points of 100, with this mean. */
function rated(mean: number, { uniform }: Random): number {
  const p = Math.min(0.98, Math.max(0.02, mean / 100));
  let stars = 0;
  for (let i = 0; i < 4; i++) if (uniform() < p) stars++;
  return 25 * stars;
}

/** Whether the textbook's interval of two means, whatever the reasons, holds the true gap. */
export function naiveGapHolds({ results, direct, gap }: Drawn): boolean {
  const strata = [{ one: groupOf(scores(direct)), other: groupOf(scores(results)) }];
  const [low, high] = stratifiedDifference(strata)?.interval ?? [0, 0];
  return low <= gap && gap <= high;
}

const scores = (list: readonly { outcome: { csat?: number } }[]): number[] =>
  list.flatMap(({ outcome }) => outcome.csat ?? []);
