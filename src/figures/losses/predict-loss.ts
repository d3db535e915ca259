/**
 * Predicts which sessions are lost, from the states that they went through, learned from the bot's own outcomes alone:
 * which states came, in which order, how lately, and how often the bot came back to one.
 */
import type { LossSign } from '../../domain/figures.js';
import { type Features, fitLogistic, type LogisticModel } from '../../stats/logistic-regression.js';
import { wilsonInterval } from '../../stats/wilson-interval.js';
import {
  fewestLost,
  fewestWithSign,
  lastPlaces,
  lastSteps,
  mostSigns,
  ridge,
  sessionsLearnedFrom,
  stepMemory,
} from '../settings.js';
import type { Flow, Step } from './flow.js';

/** Where a session stands, or how long it is, is no sign that a bot team can work on. */
const places = /^(?:\d before|at the end|lately|length|steps back|share of)/;

/**
 * What predicts a loss: the states, and returns to states, that weigh most in the model, with how often sessions that had
 * them were lost. None where too few sessions were lost, or kept, to learn from.
 */
export function lossSigns(flows: readonly Flow[]): LossSign[] {
  const every = Math.max(1, Math.ceil(flows.length / sessionsLearnedFrom));
  const taught = flows.filter((_, i) => i % every === 0);
  const lost = taught.filter((flow) => flow.lost).length;
  if (lost < fewestLost || taught.length - lost < fewestLost) return [];
  const weighty = [...train(taught).weights]
    .filter(([name, weight]) => weight > 0 && !places.test(name) && !name.includes(' > '))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const rows = flows.map(({ lost: isLost, steps }) => ({
    lost: isLost,
    signs: signsIn(beforeEnd(steps)),
  }));
  const usual = rows.filter((row) => row.lost).length / rows.length;
  const signs: LossSign[] = [];
  for (const [sign] of weighty) {
    const own = rows.filter(({ signs: its }) => its.has(sign));
    const lostOnes = own.filter((row) => row.lost).length;
    const interval = wilsonInterval(lostOnes, own.length);
    // A weight may only make up for another one.
    if (own.length < fewestWithSign || interval[0] <= usual) continue;
    signs.push({
      sign: inWords(sign),
      sessions: own.length,
      lost: lostOnes,
      share: lostOnes / own.length,
      interval,
    });
    if (signs.length === mostSigns) break;
  }
  return signs.sort((a, b) => b.interval[0] - a.interval[0] || (a.sign < b.sign ? -1 : 1));
}

const inWords = (name: string): string =>
  name
    .replace(/^back at bot /, 'the bot comes back to: ')
    .replace(/^bot /, 'the bot: ')
    .replace(/^customer /, 'the customer: ');

/** Learns from whole sessions; what it predicts for is a session up to some point. */
export function learnLosses(flows: readonly Flow[]): (steps: readonly Step[]) => number {
  const model = train(flows);
  return (steps) => model.scoreOf(featuresOf(steps));
}

const train = (flows: readonly Flow[]): LogisticModel =>
  fitLogistic(
    flows.map(({ steps }) => featuresOf(beforeEnd(steps))),
    flows.map(({ lost }) => lost),
    { l2: ridge },
  );

const beforeEnd = (steps: readonly Step[]): readonly Step[] => steps.slice(0, -lastSteps);

const nameOf = ({ actor, state }: Step): string => `${actor} ${state}`;

/** Those of the features that can be signs. All sessions are counted by them, and few of them teach. */
function signsIn(steps: readonly Step[]): Set<string> {
  const signs = new Set<string>();
  for (const step of steps) {
    const name = nameOf(step);
    if (step.actor === 'bot' && signs.has(name)) signs.add(backAt(name));
    signs.add(name);
  }
  return signs;
}

const backAt = (name: string): string => `back at ${name}`;

function featuresOf(steps: readonly Step[]): Features {
  const counts = new Map<string, number>();
  const values = new Map<string, number>();
  const names = steps.map(nameOf);
  const add = (to: Map<string, number>, name: string, amount = 1) =>
    to.set(name, (to.get(name) ?? 0) + amount);
  const visits = new Map<string, number>();
  let back = 0;
  names.forEach((name, i) => {
    const lately = stepMemory ** (names.length - 1 - i);
    const before = names[i - 1];
    const times = (visits.get(name) ?? 0) + 1;
    visits.set(name, times);
    if (times > 1 && steps[i]?.actor === 'bot') {
      back += 1;
      add(counts, backAt(name));
    }
    add(counts, name);
    add(values, `lately ${name}`, lately);
    if (before === undefined) return;
    const pair = `${before} > ${name}`;
    add(counts, pair);
    add(values, `lately ${pair}`, lately);
    if (names[i - 2] !== undefined) add(counts, `${names[i - 2]} > ${pair}`);
  });
  // The second time says less than the first.
  for (const [name, n] of counts) values.set(name, Math.log1p(n));
  for (let place = 1; place <= Math.min(lastPlaces, names.length); place++)
    values.set(`${place} before the end: ${names[names.length - place]}`, 1);
  if (names.length > 1) values.set(`at the end: ${names.slice(-2).join(' > ')}`, 1);
  if (names.length > 2) values.set(`at the end: ${names.slice(-3).join(' > ')}`, 1);
  values.set('length', Math.log1p(names.length) / 2);
  values.set(`length about ${Math.min(8, Math.floor(names.length / 4))}`, 0.7);
  values.set('steps back', Math.log1p(back));
  values.set('share of new states', visits.size / Math.max(1, names.length));
  return values;
}
