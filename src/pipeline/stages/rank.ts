/** Puts causes in the order of what their repair is worth. */

import { rank } from '../../rank/rank.js';
import { directOf } from '../read-sides.js';
import type { CohortsFound, Detected, Ingested, Linked, Ranked, Verified } from '../so-far.js';
import type { Stage } from '../stage.js';

export const rankStage: Stage<Ingested & Linked & Detected & CohortsFound & Verified, Ranked> = {
  name: 'rank',
  async run({ config }, { from, night, bot, sides, linked, outcome, followed }) {
    const { sessions } = sides;
    const direct = directOf(sides, linked.links);
    const { history } = followed;
    const ranked = rank(
      outcome.repairs,
      { results: outcome.results, sessions, direct, bot, from, to: night, night, history },
      config.rank,
    );
    return { ranked };
  },
};
