/**
 * Groups of texts that mean alike, without being told how many: the graph of nearest neighbours, cut into communities.
 * @see Blondel, Guillaume, Lambiotte, Lefebvre (2008), https://arxiv.org/abs/0803.0476
 */
import { UndirectedGraph } from 'graphology';
import louvain from 'graphology-communities-louvain';
import type { LabelledPhrase } from '../domain/classifier.js';
import { type Likeness, likenessOf } from './likeness.js';
import { neighbours } from './settings.js';

/** Its types describe another module format: what is imported is the function itself. */
const communities = louvain as unknown as typeof louvain.default;

/**
 * The group of each text, from 0, the largest first (ties by first text). A text that is like no other is a group of its own.
 * The same texts in the same order give the same groups. Cost: the square of the texts; 2,500 take some seconds.
 * @param known phrases with their intents, which tell what is common to all matters
 */
export function clusterTexts(texts: readonly string[], known: readonly LabelledPhrase[]): number[] {
  const likeness = likenessOf(texts, known);
  const graph = new UndirectedGraph<object, { weight?: number }>();
  for (const i of texts.keys()) graph.addNode(String(i));
  for (const i of texts.keys())
    for (const [j, alike] of nearest(i, likeness))
      graph.updateEdge(String(i), String(j), ({ weight = 0 }) => ({ weight: weight + alike / 2 }));
  // Without a random walk nodes are visited in order: chance has no part in it.
  const options = { getEdgeWeight: 'weight', randomWalk: false } as const;
  const groups = graph.size === 0 ? {} : communities(graph, options);
  return bySize(texts.map((_, i) => groups[String(i)] ?? -1 - i));
}

function nearest(i: number, likeness: Likeness): [text: number, alike: number][] {
  const near: [number, number][] = [];
  likeness(i).forEach((alike, j) => {
    if (j !== i && alike > 0) near.push([j, alike]);
  });
  return near.sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, neighbours);
}

function bySize(groups: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const order = [...sizes].sort((a, b) => b[1] - a[1]).map(([group]) => group);
  const place = new Map(order.map((group, i) => [group, i]));
  return groups.map((group) => place.get(group) ?? -1);
}
