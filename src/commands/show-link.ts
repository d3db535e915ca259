/** A link as a waterfall from prior to posterior, and the model behind all of them, for a terminal. */
import type { Link } from '../domain/link.js';
import type { LearnedNight } from '../store/store.js';

const bits = (n: number): string => `${n >= 0 ? '+' : ''}${n.toFixed(1)}`.padStart(6);

export function describeLink(link: Link): string[] {
  const { status, method, probability, prior, weights, rivals, candidates, legs } = link;
  const spoken = weights.filter(({ level }) => level !== 'missing');
  const silent = weights.filter(({ level }) => level === 'missing');
  const score = weights.reduce((sum, { weight }) => sum + weight, prior);
  const keyed = method === 'key';
  return [
    `Link: ${status} by ${method}, probability ${probability.toFixed(4)}`,
    ...(keyed ? [] : [`  ${bits(prior)}  before any comparison: one of ${candidates} contacts`]),
    ...spoken.map(({ comparison, level, weight }) => `  ${bits(weight)}  ${comparison}: ${level}`),
    ...(silent.length > 0
      ? [`  ${bits(0)}  nothing known: ${silent.map(({ comparison }) => comparison).join(', ')}`]
      : []),
    ...(keyed || weights.length === 0
      ? []
      : [
          `  ${bits(score)}  together: ${(1 / (1 + 2 ** -score)).toFixed(4)} without rivals, ${probability.toFixed(4)} with them`,
        ]),
    ...rivals.map((rival) => `  rival ${rival.contact}: ${rival.probability.toFixed(4)}`),
    ...(legs.length > 0 ? [`  further contacts of this journey: ${legs.join(', ')}`] : []),
  ];
}

/** @returns the learned model with m, u and bits of every level, and the clocks. */
export function describeLearned({ model, clocks }: LearnedNight): string {
  const lines = clocks.map(({ platform, aheadSeconds, pairs }) =>
    aheadSeconds === 0
      ? `Clock of ${platform}: agrees with the bot's (${pairs} pairs)`
      : `Clock of ${platform}: ${Math.abs(aheadSeconds)} s ${aheadSeconds > 0 ? 'ahead of' : 'behind'} the bot's (${pairs} pairs)`,
  );
  if (!model) return [...lines, 'Every handoff had a key: nothing was learned.'].join('\n');
  const share = (n: number) => n.toFixed(4).padStart(8);
  return [
    ...lines,
    `Handoffs whose contact is on record: ${model.found.toFixed(3)}`,
    `Contacts that no handoff brought: ${model.single.toFixed(3)}`,
    `Of the others, customers who come back by themselves within the window: ${model.returns.toFixed(3)}`,
    '',
    'same journey  strangers   bits  level',
    ...model.comparisons.flatMap(({ id, levels }) => [
      id,
      ...levels.map(
        ({ name, m, u, bits: weight }) => `    ${share(m)}   ${share(u)} ${bits(weight)}  ${name}`,
      ),
    ]),
  ].join('\n');
}
