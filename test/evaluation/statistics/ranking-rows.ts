/** The table of "rank". */
import { categories } from '../../../src/domain/categories.js';
import { seeded } from '../../support/seeded.js';
import { createRandom } from './chance.js';
import { kendall, ndcg10, ranked, redrawn } from './ranking.js';
import { mean, percent, type Row } from './rows.js';
import { type Bot, sampleOf, truthOf, worldOf } from './worth.js';

const usual: Bot = { sessions: 1000, intents: 14, traffic: 0.2, rates: 0.3 };
const bots: Record<string, Bot> = {
  usual,
  'few sessions': { ...usual, sessions: 250 },
  'bad days': { ...usual, rates: 0.7 },
};
const days = 28;
const drawnAgain = 3;

/** How near the order is to that of the true worth, and how sure it is of the figures. */
export function orders(replays: number): Row[] {
  const rows: Record<string, unknown>[] = [];
  for (const [name, bot] of Object.entries(bots)) {
    const random = createRandom(seeded(31));
    const [ndcg, count, tau, seconds]: number[][] = [[], [], [], []];
    const covered = { handoff: { n: 0, held: 0 }, effort: { n: 0, held: 0 } };
    const bias = { handoff: [] as number[], effort: [] as number[] };
    for (let i = 0; i < replays; i++) {
      const world = worldOf(bot, random);
      const truth = truthOf(world);
      const list = sampleOf(world, days, random);
      const begun = performance.now();
      const tickets = ranked(list);
      seconds?.push(performance.now() - begun);
      const worth = tickets.map(({ title }) => truth.get(title) ?? 0);
      const byCount = [...tickets].sort((a, b) => b.journeys - a.journeys);
      ndcg?.push(ndcg10(worth, [...truth.values()]));
      count?.push(
        ndcg10(
          byCount.map(({ title }) => truth.get(title) ?? 0),
          [...truth.values()],
        ),
      );
      tickets.forEach(({ category, value: { interval, minutesPerWeek } }, k) => {
        const spares = categories[category].remedy.brings === 'always' ? 'handoff' : 'effort';
        const [true0, [low, high]] = [worth[k] ?? 0, interval];
        covered[spares].n++;
        if (low <= true0 && true0 <= high) covered[spares].held++;
        if (k < 10) bias[spares].push(minutesPerWeek / true0);
      });
      const top = tickets.slice(0, 10).map(({ title }) => title);
      for (let k = 0; k < drawnAgain; k++) {
        const again = ranked(redrawn(list, random)).map(({ title }) => title);
        tau?.push(kendall(top, again));
      }
    }
    rows.push({
      bot: name,
      'NDCG@10 (limit 0.95)': mean(ndcg).toFixed(3),
      'by count': mean(count).toFixed(3),
      'tau of the top ten (limit 0.8)': mean(tau).toFixed(3),
      'covered, handoffs (85 to 95 %)': percent(covered.handoff.held, covered.handoff.n),
      'covered, effort (85 to 95 %)': percent(covered.effort.held, covered.effort.n),
      'found / true, handoffs': mean(bias.handoff).toFixed(2),
      'found / true, effort': mean(bias.effort).toFixed(2),
      ms: mean(seconds).toFixed(0),
    });
  }
  return rows;
}
