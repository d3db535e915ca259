/** Links on the simulator and on contact centres that its defaults do not have, by rate, beside forced matching. */
import { describe, expect, it } from 'vitest';
import { calibrate } from '../../src/evaluate/calibration.js';
import { link } from '../../src/link/link.js';
import type { SimulationOptions } from '../../src/simulate/options.js';
import { forcedMatching } from '../support/forced-matching.js';
import { type LinkWorld, linkWorld, usualLink } from '../support/linking.js';

type Traffic = NonNullable<SimulationOptions['traffic']>;
const waiting = { medianSeconds: 45, sigma: 0.9 };
/** Eight queues, a telephone on every session and half of the contacts; records begin when an agent answers. */
const usual: Traffic = {
  hours: { from: 8, to: 18 },
  waiting,
  recordsBegin: 'answered',
  directRatio: 1,
  identity: 'phone',
  queues: 8,
};

function options(rate: number, seed: number, more: Partial<SimulationOptions>): SimulationOptions {
  const days = Math.max(1, Math.round(2000 / (rate * 10)));
  return {
    world: seed % 2 === 0 ? 'telco' : 'lender',
    seed,
    from: '2026-10-05',
    days,
    journeys: rate * 10 * days,
    keyShare: 0,
    ...more,
    traffic: { ...usual, ...more.traffic },
  };
}

/** Precision of accepted links and recall over the handoffs whose contact is on record; keyed ones apart. */
function judge({ handoffs, contacts, truth }: LinkWorld) {
  const from = performance.now();
  const outcome = link(handoffs, contacts, usualLink);
  const seconds = (performance.now() - from) / 1000;
  const counts = { keyHits: 0, keyWrong: 0, hits: 0, wrong: 0, real: 0 };
  for (const { session, contact, method, status } of outcome.links) {
    const right = contact !== null && contact === truth.get(session);
    if (method === 'key') counts[right ? 'keyHits' : 'keyWrong']++;
    else {
      if (truth.get(session)) counts.real++;
      if (status === 'linked') counts[right ? 'hits' : 'wrong']++;
    }
  }
  const claims = [...outcome.candidates()].map(({ session, contact, probability }) => ({
    probability,
    right: truth.get(session) === contact,
  }));
  return { ...counts, outcome, seconds, claims };
}

const share = (part: number, whole: number) => (whole === 0 ? '  -  ' : (part / whole).toFixed(4));

function forced({ handoffs, contacts, truth }: LinkWorld): string {
  const matched = forcedMatching(handoffs, contacts, waiting);
  const hits = [...matched].filter(([session, contact]) => truth.get(session) === contact).length;
  const real = [...truth.values()].filter((contact) => contact !== null).length;
  return `P ${share(hits, matched.size)} R ${share(hits, real)}`;
}

function row(name: string, world: LinkWorld, beside = ''): ReturnType<typeof judge> {
  const result = judge(world);
  const { hits, wrong, real, keyHits, keyWrong, outcome, claims, seconds } = result;
  const live = claims.filter(({ probability }) => probability >= 0.05);
  const keys = keyHits + keyWrong > 0 ? `, keys ${keyHits} right ${keyWrong} wrong` : '';
  const clocks = outcome.clocks.map(({ aheadSeconds }) => aheadSeconds).join(' ');
  console.log(
    `${name.padEnd(46)} P ${share(hits, hits + wrong)} R ${share(hits, real)} of ${real}${keys}` +
      ` | error of calibration ${calibrate(claims).error?.toFixed(4)} (p >= .05: ${calibrate(live).error?.toFixed(4)})` +
      ` | clock ${clocks || '-'} | ${seconds.toFixed(1)} s${beside === '' ? '' : ` | ${beside}`}`,
  );
  return result;
}

const rates = [20, 60, 200, 400];
const limits: Record<number, string> = {
  20: 'at least .98 / .95',
  60: 'at least .98 / .92',
  200: 'at least .98 / .85',
  400: 'at least .98 / .75',
};

describe('without a key', () => {
  it.each(rates)('at %i escalations an hour', (rate) => {
    for (const seed of [31, 32]) {
      const world = linkWorld(options(rate, seed, {}));
      const { claims } = row(
        `${rate}/h, seed ${seed} (${limits[rate]})`,
        world,
        `forced ${forced(world)}`,
      );
      const blind = linkWorld(options(rate, seed, { traffic: { unknownOrigin: 1 } }));
      row(`${rate}/h, seed ${seed}, origins unknown`, blind, `forced ${forced(blind)}`);
      const nobody = linkWorld(options(rate, seed, { traffic: { identity: 'none' } }));
      row(`${rate}/h, seed ${seed}, no identity (P at least .98)`, nobody);
      expect(claims.length).toBeGreaterThan(0);
    }
  });

  it('probabilities mean what they say', () => {
    const claims = rates.flatMap((rate) => judge(linkWorld(options(rate, 33, {}))).claims);
    const { error, bins } = calibrate(claims, 20);
    console.log(
      `reliability over all ${claims.length} candidates, four rates: error ${error?.toFixed(4)} (at most .03)`,
    );
    for (const { from, to, n, claimed, observed } of bins)
      console.log(
        `  ${from.toFixed(2)} to ${to.toFixed(2)}  n ${String(n).padStart(6)}  claimed ${claimed.toFixed(3)}  observed ${observed.toFixed(3)}`,
      );
    expect(error).not.toBeNull();
  });
});

describe('other contact centres, 60 escalations an hour', () => {
  const variations: [string, Partial<SimulationOptions>][] = [
    ['with a shared key for all', { keyShare: 1 }],
    ['with a shared key for 60 %', { keyShare: 0.6 }],
    ['keys that are used again (a pool of 300)', { keyShare: 1, traffic: { keyPool: 300 } }],
    ['records begin in the queue', { traffic: { recordsBegin: 'queued' } }],
    ['waits of five minutes', { traffic: { waiting: { medianSeconds: 300, sigma: 0.6 } } }],
    ['waits all over the place', { traffic: { waiting: { medianSeconds: 90, sigma: 1.6 } } }],
    ['clock 100 s behind', { clockSkewSeconds: -100 }],
    ['clock 20 minutes ahead', { clockSkewSeconds: 1200 }],
    ['clock an hour behind', { clockSkewSeconds: -3600 }],
    ['half of the customers share telephones', { traffic: { householdShare: 0.5 } }],
    ['no direct contacts', { traffic: { directRatio: 0 } }],
    ['ten times more direct contacts', { traffic: { directRatio: 10 } }],
    ['one queue', { traffic: { queues: 1 } }],
    [
      'as the simulator is by default',
      {
        traffic: {
          identity: 'mixed',
          queues: null,
          recordsBegin: 'queued',
          hours: null,
          directRatio: 0.87,
        },
      },
    ],
  ];
  it.each(variations)('%s', (name, more) => {
    const { keyWrong } = row(name, linkWorld(options(60, 34, more)));
    expect(keyWrong).toBe(0);
  });
});
