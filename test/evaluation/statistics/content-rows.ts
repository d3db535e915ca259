/** The table of "csat gap and complaints". */
import { figuresOf } from '../../../src/figures/figures.js';
import { config } from '../../patterns/settings.js';
import { seeded } from '../../support/seeded.js';
import { createRandom } from './chance.js';
import { type Contentment, contentOf, naiveGapHolds } from './content.js';
import { holds, mean, percent, type Row } from './rows.js';

const plain: Contentment = {
  escalated: 15,
  direct: 25,
  common: 0,
  own: 0,
  decline: 0,
  growth: 0,
  paradox: false,
  complaints: 0,
};
const worlds: Record<string, Contentment> = {
  'chance alone': plain,
  'few ratings': { ...plain, escalated: 1.5, direct: 2.5 },
  'days differ, for all': { ...plain, common: 6, complaints: 0.5 },
  'days differ, for the escalated': { ...plain, own: 6, complaints: 0.5 },
  'all get worse while more escalate': { ...plain, decline: 15, growth: 1 },
  "other reasons (Simpson's paradox)": { ...plain, paradox: true },
};

/** How often the intervals hold the truth, with the plain ones beside. */
export function contentRows(replays: number): Row[] {
  const rows: Record<string, unknown>[] = [];
  for (const [name, world] of Object.entries(worlds)) {
    const random = createRandom(seeded(51));
    let [gapHeld, ratioHeld, plainHeld, gaps, ratios] = [0, 0, 0, 0, 0];
    const [found, true_, crude, ratio]: [number[], number[], number[], number[]] = [[], [], [], []];
    for (let i = 0; i < 5 * replays; i++) {
      const drawn = contentOf(world, random);
      const { csat, complaints } = figuresOf(
        { ...drawn, sessions: [], followed: [], deadEnds: [] },
        config,
      );
      const difference = (csat.direct?.value ?? 0) - (csat.escalated?.value ?? 0);
      true_.push(drawn.gap);
      crude.push(difference);
      if (csat.gap) {
        gaps++;
        found.push(csat.gap.value);
        if (holds(csat.gap.interval, drawn.gap)) gapHeld++;
      }
      if (naiveGapHolds(drawn)) plainHeld++;
      if (complaints.ratio) {
        ratios++;
        ratio.push(Math.log(complaints.ratio.value));
        if (holds(complaints.ratio.interval, drawn.ratio)) ratioHeld++;
      }
    }
    rows.push({
      world: name,
      'true gap': mean(true_).toFixed(1),
      'found gap': mean(found).toFixed(1),
      'difference of means': mean(crude).toFixed(1),
      'gap covered (95 %)': percent(gapHeld, gaps),
      'difference covered': percent(plainHeld, 5 * replays),
      'ratio (true: 2)': Math.exp(mean(ratio)).toFixed(2),
      'ratio covered (95 %)': percent(ratioHeld, ratios),
    });
  }
  return rows;
}
