import type { Comparison } from '../comparison.js';
import { chanceVariance } from '../settings.js';
import { sharedBits, type WordColumn, type WordStatistics, wordColumn } from '../words.js';

/** Upper ends, in standard deviations above what two unrelated texts share by chance. */
const ends = [-1, -0.7, -0.4, 0, 0.4, 0.8, 1.2, 1.8, 2.5, 3.5, 5, 7, 10, Number.POSITIVE_INFINITY];

const nameOf = (end: number, i: number): string => {
  if (end < 0) return `fewer words shared than by chance (${end})`;
  const from = ends[i - 1] ?? 0;
  return end === Number.POSITIVE_INFINITY
    ? `rare words shared (more than ${from} deviations)`
    : `words shared (${from} to ${end} deviations)`;
};

/**
 * What the customer told the bot against the first words of the contact. Shared words count by their rarity, and what
 * texts of these lengths share by chance is taken off: a few common words say nothing about long texts.
 */
export const sharedWords: Comparison = {
  id: 'told',
  evidenceAbout: 'customer',
  levels: ['missing', ...ends.map(nameOf)],
  startingM: [0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.07, 0.1, 0.11, 0.12, 0.12, 0.1, 0.07, 0.04],
  startingU: [0.04, 0.08, 0.2, 0.28, 0.13, 0.09, 0.06, 0.05, 0.03, 0.02, 0.01, 0.006, 0.003, 0.001],
  // Who shares one rare word shares its neighbours: without this, links by words alone claim too much.
  temper: 0.85,
  ordered: true,
  bound: { by: 'nothing', bestAreRare: true },
  prepare({ handoffs, contacts, topics }) {
    const a = wordColumn(handoffs);
    const b = wordColumn(contacts);
    const topicOf = Uint8Array.from(contacts, ({ queue }) => topics.topicOf(queue));
    const chance = topics.statistics.map((statistics) => byChance(a, statistics));
    return (h, c) => {
      const length = (b.start[c + 1] as number) - (b.start[c] as number);
      if (a.start[h] === a.start[h + 1] || length === 0) return 0;
      const topic = topicOf[c] as number;
      const { mean, variance, bits } = chance[topic] as Chance;
      const ratio = length / topics.contactWords;
      const beyond = sharedBits(a, h, b, c, bits) - (mean[h] as number) * ratio;
      return levelOf(beyond / Math.sqrt((variance[h] as number) * ratio + chanceVariance));
    };
  },
};

interface Chance {
  /** Of the bits that each handoff shares with a contact of the topic and of average length. */
  mean: Float64Array;
  variance: Float64Array;
  bits: Float64Array;
}

function byChance({ start, ids }: WordColumn, { bits, share }: WordStatistics): Chance {
  const count = start.length - 1;
  const mean = new Float64Array(count);
  const variance = new Float64Array(count);
  for (let h = 0; h < count; h++) {
    for (let i = start[h] as number; i < (start[h + 1] as number); i++) {
      const [w, p] = [bits[ids[i] as number] as number, share[ids[i] as number] as number];
      mean[h] = (mean[h] as number) + p * w;
      variance[h] = (variance[h] as number) + p * (1 - p) * w * w;
    }
  }
  return { mean, variance, bits };
}

/** Levels by tenths, so that the search is done once. */
const [low, high] = [-11, 101];
const table = Uint8Array.from({ length: high - low + 1 }, (_, i) => {
  const tenths = low + i;
  return 1 + ends.findIndex((end) => tenths / 10 <= end);
});

const levelOf = (deviations: number): number =>
  table[Math.min(Math.max(Math.ceil(deviations * 10), low), high) - low] as number;
