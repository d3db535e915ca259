import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LinkConfig } from '../../src/domain/config.js';
import { type ContactSide, type HandoffSide, link } from '../../src/link/link.js';

const config: LinkConfig = {
  linkedFrom: 0.9,
  possibleFrom: 0.5,
  keyPaths: ['handoff_key'],
  windowMinutes: 60,
  clockToleranceSeconds: 120,
};
const nine = Date.parse('2026-03-02T09:00:00Z');

const handoff = (
  session: string,
  seconds: number,
  more: Partial<HandoffSide> = {},
): HandoffSide => ({
  session,
  at: nine + seconds * 1000,
  keys: [],
  customer: {},
  channel: 'chat',
  words: [],
  ...more,
});
const contact = (name: string, seconds: number, more: Partial<ContactSide> = {}): ContactSide => ({
  contact: name,
  at: nine + seconds * 1000,
  keys: [],
  customer: {},
  channel: 'chat',
  origin: 'unknown',
  words: [],
  ...more,
});
const claimed = (handoffs: HandoffSide[], contacts: ContactSide[]) =>
  link(handoffs, contacts, config).links.map((one) => one.contact);

describe('a shared key', () => {
  it('links whatever else says otherwise', () => {
    const handoffs = [handoff('s-1', 0, { keys: ['k-1'], customer: { phone: 'aa' } })];
    const contacts = [
      contact('c-near', 3, { customer: { phone: 'aa' } }),
      contact('c-key', 4000, { keys: ['k-1'], customer: { phone: 'bb' } }),
    ];
    expect(link(handoffs, contacts, config).links[0]).toMatchObject({
      contact: 'c-key',
      method: 'key',
      status: 'linked',
    });
  });

  it('used again goes to the nearest handoff, each contact once', () => {
    const handoffs = [
      handoff('morning', 0, { keys: ['k'] }),
      handoff('noon', 10_800, { keys: ['k'] }),
    ];
    const contacts = [
      contact('at-noon', 10_820, { keys: ['k'] }),
      contact('at-nine', 20, { keys: ['k'] }),
    ];
    expect(claimed(handoffs, contacts)).toEqual(['at-nine', 'at-noon']);
  });

  it('of a contact from another week is no link', () => {
    const handoffs = [handoff('s-1', 0, { keys: ['k'] })];
    expect(claimed(handoffs, [contact('late', 7 * 86_400, { keys: ['k'] })])).toEqual([null]);
  });
});

/** A quiet centre: a handoff every ten minutes, its contact 30 s later, a direct contact in between. */
function quietDay(n: number) {
  const handoffs = Array.from({ length: n }, (_, i) =>
    handoff(`s-${i}`, i * 600, {
      customer: { phone: `p${i}` },
      target: `q${i % 3}`,
      words: [`topic${i}`, 'help'],
    }),
  );
  const own = Array.from({ length: n }, (_, i) =>
    contact(`c-${i}`, i * 600 + 30, {
      customer: { phone: `p${i}` },
      queue: `q${i % 3}`,
      words: [`topic${i}`],
    }),
  );
  const direct = Array.from({ length: n }, (_, i) =>
    contact(`d-${i}`, i * 600 + 250, {
      customer: { phone: `x${i}` },
      queue: `q${i % 3}`,
      words: ['other'],
    }),
  );
  return { handoffs, own, direct };
}

describe('without a key', () => {
  it('finds the contact by identity, time, queue and words, and says how', () => {
    const { handoffs, own, direct } = quietDay(60);
    const { links, model } = link(handoffs, [...direct, ...own], config);
    expect(links.map((one) => one.contact)).toEqual(own.map((c) => c.contact));
    expect(links[0]).toMatchObject({ method: 'identity', status: 'linked' });
    expect(model?.found).toBeGreaterThan(0.8);
    const { prior = 0, weights = [] } = links[0] ?? {};
    expect(prior + weights.reduce((sum, { weight }) => sum + weight, 0)).toBeGreaterThan(3);
  });

  it('claims nothing where the contact was never recorded', () => {
    const { handoffs, own, direct } = quietDay(60);
    const { links } = link(handoffs, [...own.slice(1), ...direct], config);
    expect(links[0]).toMatchObject({ contact: null, method: 'none', status: 'none' });
    expect(links.slice(1).every((one) => one.contact !== null)).toBe(true);
  });

  it('abstains between twins that nothing tells apart', () => {
    const { handoffs, own, direct } = quietDay(60);
    const blank = { customer: {}, words: [] };
    const twins = [handoff('twin-a', 90_000, blank), handoff('twin-b', 90_001, blank)];
    const takers = [contact('taker-a', 90_030, blank), contact('taker-b', 90_031, blank)];
    const { links } = link([...handoffs, ...twins], [...own, ...direct, ...takers], config);
    for (const one of links.slice(-2)) expect(one.status).not.toBe('linked');
  });

  it('says none for handoffs on an empty contact side', () => {
    expect(claimed([handoff('s-1', 0)], [])).toEqual([null]);
  });
});

describe('properties', () => {
  const world = fc
    .record({
      n: fc.integer({ min: 1, max: 25 }),
      seed: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 80, maxLength: 80 }),
    })
    .map(({ n, seed }) => {
      const pick = (i: number) => seed[i % seed.length] ?? 0;
      const handoffs = Array.from({ length: n }, (_, i) =>
        handoff(`s-${i}`, i * 40 * (1 + pick(i)), {
          keys: pick(i + 1) === 0 ? [`k-${i}`] : [],
          customer: pick(i + 2) < 2 ? { phone: `p${i % 7}` } : {},
        }),
      );
      const contacts = Array.from({ length: n }, (_, i) =>
        contact(`c-${i}`, i * 40 * (1 + pick(i)) + 10 * pick(i + 3), {
          keys: pick(i + 1) === 0 ? [`k-${i}`] : [],
          customer: pick(i + 4) < 2 ? { phone: `p${i % 7}` } : {},
        }),
      );
      return { handoffs, contacts };
    });

  it('claims nothing twice, and gives every handoff a link', () => {
    fc.assert(
      fc.property(world, ({ handoffs, contacts }) => {
        const { links } = link(handoffs, contacts, config);
        const taken = links.flatMap((one) => one.contact ?? []);
        expect(new Set(taken).size).toBe(taken.length);
        expect(links.map((one) => one.session)).toEqual(handoffs.map((h) => h.session));
      }),
    );
  });

  it('does not depend on the order of its input', () => {
    fc.assert(
      fc.property(world, ({ handoffs, contacts }) => {
        const forward = link(handoffs, contacts, config).links;
        const backward = link(
          [...handoffs].reverse(),
          [...contacts].reverse(),
          config,
        ).links.reverse();
        expect(backward).toEqual(forward);
      }),
    );
  });
});
