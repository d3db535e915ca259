import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Link } from '../../src/domain/link.js';
import { type ContactSide, type HandoffSide, link } from '../../src/link/link.js';
import { config, contact, handoff, nine, quietDay, words } from './sides.js';

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
      legs: [],
    });
  });

  it('is tried before the session’s own id', () => {
    const handoffs = [handoff('s-1', 0, { keys: ['k-1', 'own id'] })];
    const contacts = [
      contact('by-session', 5, { keys: ['own id'] }),
      contact('by-key', 50, { keys: ['k-1'] }),
    ];
    expect(claimed(handoffs, contacts)).toEqual(['by-key']);
  });

  it('of a contact from another week is no link', () => {
    const handoffs = [handoff('s-1', 0, { keys: ['k'] })];
    expect(claimed(handoffs, [contact('late', 7 * 86_400, { keys: ['k'] })])).toEqual([null]);
  });

  it('that came again on a second contact makes it a further leg of the journey', () => {
    const handoffs = [handoff('s-1', 0, { keys: ['k'] })];
    const contacts = [
      contact('second', 900, { keys: ['k'] }),
      contact('first', 20, { keys: ['k'] }),
    ];
    expect(link(handoffs, contacts, config).links[0]).toMatchObject({
      contact: 'first',
      legs: ['second'],
    });
  });

  it('that the contact centre uses again goes to the nearest handoff, each contact once', () => {
    const { handoffs, own, direct } = quietDay(60);
    const reused = (side: HandoffSide | ContactSide, i: number) => ({
      ...side,
      keys: [`k${i % 7}`],
      keyed: true,
      customer: {},
    });
    const keyedHandoffs = handoffs.map(reused) as HandoffSide[];
    const keyedContacts = own.map(reused) as ContactSide[];
    const { links } = link(keyedHandoffs, [...direct, ...keyedContacts], config);
    expect(links.map((one) => one.contact)).toEqual(own.map((one) => one.contact));
    expect(links.every((one) => one.method === 'scored')).toBe(true);
  });

  it('used again proves nothing by itself: without its own contact a handoff takes no other’s', () => {
    const { handoffs, own, direct } = quietDay(60);
    const keyed = <T extends HandoffSide | ContactSide>(side: T, i: number): T => ({
      ...side,
      keys: [`k${i % 7}`],
      keyed: true,
      customer: {},
      words: words(''),
    });
    const without = own.map(keyed).filter((_, i) => i !== 20);
    const { links } = link(handoffs.map(keyed), [...direct, ...without], config);
    expect(links[20]).toMatchObject({ contact: null });
  });
});

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

  it('finds it by a value that the customer gave to both', () => {
    const { handoffs, own, direct } = quietDay(60);
    const value = (i: number) => [{ kind: 'account', hash: `a${i}` }];
    const said = handoffs.map((h, i) => ({ ...h, customer: {}, values: value(i) }));
    const heard = own.map((c, i) => ({ ...c, customer: {}, values: value(i), words: words('') }));
    const { links } = link(said, [...direct, ...heard], config);
    expect(links.map((one) => one.contact)).toEqual(own.map((c) => c.contact));
  });

  it('learns which queue takes the handoffs to which target when their names differ', () => {
    const { handoffs, own, direct } = quietDay(120);
    const renamed = [...own, ...direct].map((c) => ({ ...c, queue: `desk ${c.queue?.slice(1)}` }));
    const { links } = link(handoffs, renamed, config);
    const queue = links[5]?.weights.find(({ comparison }) => comparison === 'queue');
    expect(queue?.level).toMatch(/often takes|is the one/);
    expect(queue?.weight).toBeGreaterThan(0.5);
  });

  it('looks behind any number of others, since none is left out by count', () => {
    const { handoffs, own, direct } = quietDay(40);
    const busy = Array.from({ length: 1500 }, (_, i) =>
      contact(`busy-${i}`, 100_000 + i, { customer: { phone: `b${i}` }, queue: 'q0' }),
    );
    const late = handoff('late', 100_000, { customer: { phone: 'own' }, target: 'q0' });
    const its = contact('its', 101_600, { customer: { phone: 'own' }, queue: 'q0' });
    const { links } = link([...handoffs, late], [...own, ...direct, ...busy, its], config);
    expect(links.at(-1)).toMatchObject({ candidates: 1501, rivals: [{ contact: 'its' }, {}, {}] });
  });

  it('learns what sessions of an intent are about from the pairs that are clear', () => {
    const about = { returns: 'parcel label courier', refunds: 'money account bank' };
    const [returns, refunds] = ['returns', 'refunds'] as const;
    const clear = Array.from({ length: 120 }, (_, i) => {
      const intent = i % 2 === 0 ? returns : refunds;
      const customer = { phone: `p${i}` };
      return {
        handoff: handoff(`s-${i}`, i * 600, { customer, target: 'q', intents: [intent] }),
        contact: contact(`c-${i}`, i * 600 + 30, {
          customer,
          queue: 'q',
          words: words(about[intent]),
        }),
      };
    });
    const twins = [returns, refunds].map((intent) =>
      handoff(`twin ${intent}`, 90_000, { target: 'q', intents: [intent] }),
    );
    const taken = [returns, refunds].map((intent) =>
      contact(intent, 90_030, { queue: 'q', words: words(about[intent]) }),
    );
    const { links } = link(
      [...clear.map((one) => one.handoff), ...twins],
      [...clear.map((one) => one.contact), ...taken],
      config,
    );
    expect(links.slice(-2).map((one) => one.contact)).toEqual([returns, refunds]);
    const silent = twins.map((twin) => ({ ...twin, intents: [] }));
    const without = link(
      [...clear.map((one) => one.handoff), ...silent],
      [...clear.map((one) => one.contact), ...taken],
      config,
    );
    for (const one of without.links.slice(-2)) expect(one.status).not.toBe('linked');
  });

  it('claims nothing where the contact was never recorded', () => {
    const { handoffs, own, direct } = quietDay(60);
    const { links } = link(handoffs, [...own.slice(1), ...direct], config);
    expect(links[0]).toMatchObject({ contact: null, method: 'none', status: 'none' });
    expect(links.slice(1).every((one) => one.contact !== null)).toBe(true);
  });

  it('does not take a customer who left the queue and came back for one who was served', () => {
    const { handoffs, own, direct } = quietDay(200);
    const back = [20, 60, 100, 140].map((i) =>
      contact(`back-${i}`, i * 600 + 2400, {
        customer: { phone: `p${i}` },
        queue: `q${i % 3}`,
        words: words(`topic${i}`),
      }),
    );
    const left = new Set(['c-20', 'c-60', 'c-100', 'c-140']);
    const served = own.filter((one) => !left.has(one.contact));
    const { links } = link(handoffs, [...served, ...direct, ...back], config);
    for (const i of [20, 60, 100, 140]) expect(links[i]?.status).not.toBe('linked');
    expect(links.filter(({ status }) => status === 'linked')).toHaveLength(196);
  });

  it('abstains between twins that nothing tells apart', () => {
    const { handoffs, own, direct } = quietDay(60);
    const blank = { customer: {}, words: words('') };
    const twins = [handoff('twin-a', 90_000, blank), handoff('twin-b', 90_001, blank)];
    const takers = [contact('taker-a', 90_030, blank), contact('taker-b', 90_031, blank)];
    const { links } = link([...handoffs, ...twins], [...own, ...direct, ...takers], config);
    for (const one of links.slice(-2)) expect(one.status).not.toBe('linked');
  });

  it('says none for handoffs on an empty contact side', () => {
    expect(claimed([handoff('s-1', 0)], [])).toEqual([null]);
  });

  it('gives a customer who comes twice within the window each contact to its own handoff', () => {
    const { handoffs, own, direct } = quietDay(60);
    const same = { customer: { phone: 'twice' }, words: words('') };
    const twice = [handoff('first', 90_000, same), handoff('second', 91_800, same)];
    const takers = [contact('taker-2', 91_830, same), contact('taker-1', 90_030, same)];
    const { links } = link([...handoffs, ...twice], [...own, ...direct, ...takers], config);
    expect(links.slice(-2).map((one) => one.contact)).toEqual(['taker-1', 'taker-2']);
  });

  it('finds a customer who goes on in another channel', () => {
    const { handoffs, own, direct } = quietDay(60);
    const called = own.map((c, i) => (i === 7 ? { ...c, channel: 'voice' as const } : c));
    const { links } = link(handoffs, [...called, ...direct], config);
    expect(links[7]).toMatchObject({ contact: 'c-7', status: 'linked' });
  });
});

describe('a transferred contact', () => {
  const { handoffs, own, direct } = quietDay(60);
  const leg = (more: Partial<ContactSide> = {}) =>
    contact('leg', 5 * 600 + 400, { origin: 'transfer', queue: 'q9', ...more });
  const first = (more: Partial<ContactSide> = {}) =>
    own.map((c) =>
      c.contact === 'c-5' ? { ...c, transferred: true, endedAt: nine + 3_395_000, ...more } : c,
    );

  it('belongs to the journey when its record names the one before', () => {
    const legs = [leg({ previous: 'c-5' }), contact('leg-2', 4500, { previous: 'leg' })];
    const { links } = link(handoffs, [...own, ...direct, ...legs], config);
    expect(links[5]).toMatchObject({ contact: 'c-5', legs: ['leg', 'leg-2'] });
    expect(links[6]?.legs).toEqual([]);
  });

  it('is found by time where the record names nothing', () => {
    const { links } = link(handoffs, [...first(), ...direct, leg()], config);
    expect(links[5]).toMatchObject({ contact: 'c-5', legs: ['leg'] });
  });

  it('of another customer is none', () => {
    const other = leg({ customer: { phone: 'somebody else' } });
    const { links } = link(handoffs, [...first(), ...direct, other], config);
    expect(links[5]?.legs).toEqual([]);
  });

  it('is left alone where two contacts could be the one before', () => {
    const twin = contact('twin', 5 * 600 + 200, {
      transferred: true,
      endedAt: nine + 3_390_000,
    });
    const { links } = link(handoffs, [...first(), twin, ...direct, leg()], config);
    expect(links[5]?.legs).toEqual([]);
  });

  it('whose records name each other in a ring neither hangs nor is lost', () => {
    const ring = [contact('a', 70_000, { previous: 'b' }), contact('b', 70_010, { previous: 'a' })];
    const { links } = link([...handoffs, handoff('late', 69_990)], [...own, ...ring], config);
    expect(links).toHaveLength(61);
  });
});

describe('clocks', () => {
  const { handoffs, own, direct } = quietDay(80);
  const shifted = (seconds: number) =>
    [...own, ...direct].map((c) => ({ ...c, at: c.at + seconds * 1000 }));

  it.each([-3600, -95, 95, 3600])('that differ by %i s are measured and corrected', (seconds) => {
    const { links, clocks } = link(handoffs, shifted(seconds), config);
    // Every contact of this centre begins 30 s after its handoff, which nobody can tell from a clock.
    expect(clocks).toHaveLength(1);
    expect(Math.abs((clocks[0]?.aheadSeconds ?? 0) - seconds)).toBeLessThanOrEqual(30);
    expect(links.map((one) => one.contact)).toEqual(own.map((c) => c.contact));
  });

  it('are not blamed for a queue that is always long', () => {
    const waits = (i: number) => 90 + ((i * 37) % 400);
    const slow = own.map((c, i) => ({ ...c, at: c.at + waits(i) * 1000 }));
    expect(link(handoffs, [...slow, ...direct], config).clocks[0]?.aheadSeconds).toBe(0);
  });

  it('that agree are left alone', () => {
    expect(link(handoffs, [...own, ...direct], config).clocks).toEqual([
      { platform: 'desk', aheadSeconds: 0, pairs: 80 },
    ]);
  });

  it('say nothing where hardly anybody is known on both sides', () => {
    expect(link(handoffs.slice(0, 5), own, config).clocks).toEqual([]);
  });
});

describe('earlier nights', () => {
  const { handoffs, own, direct } = quietDay(60);
  const contacts = [...own, ...direct];
  const fresh = link(handoffs, contacts, config).links;
  const known = (...links: Link[]) => new Map(links.map((one) => [one.session, one]));
  const said = (more: Partial<Link>): Link => ({ ...(fresh[3] as Link), ...more });
  const never = () => false;

  it('keep what they were certain of', () => {
    const links = known(said({ contact: 'd-3', probability: 0.995 }));
    const again = link(handoffs, contacts, config, {
      links,
      lookBackFrom: nine,
      isRestated: never,
    }).links;
    expect(again[3]?.contact).toBe('d-3');
    expect(again.filter((one) => one.contact === 'd-3')).toHaveLength(1);
  });

  it('are looked at again inside the look-back where they were not certain', () => {
    const links = known(said({ contact: 'd-3', probability: 0.8, status: 'possible' }));
    const again = link(handoffs, contacts, config, {
      links,
      lookBackFrom: nine,
      isRestated: never,
    }).links;
    expect(again[3]?.contact).toBe('c-3');
  });

  it('stand as they are beyond the look-back, be it as none', () => {
    const links = known(said({ contact: null, status: 'none', method: 'none' }));
    const lookBackFrom = nine + 86_400_000;
    const again = link(handoffs, contacts, config, {
      links,
      lookBackFrom,
      isRestated: never,
    }).links;
    expect(again[3]?.contact).toBeNull();
  });

  it('give way to a key that came late', () => {
    const links = known(said({ contact: 'd-3', probability: 0.995 }));
    const keyed = handoffs.map((h, i) => (i === 3 ? { ...h, keys: ['k'], keyed: true } : h));
    const late = contacts.map((c) => (c.contact === 'c-3' ? { ...c, keys: ['k'] } : c));
    const again = link(keyed, late, config, { links, lookBackFrom: nine, isRestated: never }).links;
    expect(again[3]).toMatchObject({ contact: 'c-3', method: 'key' });
  });

  it('do not hold a contact that is gone', () => {
    const links = known(said({ contact: 'purged', probability: 0.995 }));
    const again = link(handoffs, contacts, config, {
      links,
      lookBackFrom: nine,
      isRestated: never,
    }).links;
    expect(again[3]?.contact).toBe('c-3');
  });

  it('are looked at again where records around the handoff came late, certain and beyond the look-back as they may be', () => {
    const links = known(said({ contact: 'd-3', probability: 0.995 }));
    const at = handoffs[3]?.at ?? 0;
    const earlier = (late: number) => ({
      links,
      lookBackFrom: nine + 86_400_000,
      isRestated: (from: number, to: number) => from <= late && late <= to,
    });
    const contactWith = (late: number) =>
      link(handoffs, contacts, config, earlier(late)).links[3]?.contact;
    const reach = config.windowMinutes * 60_000 + config.clockToleranceSeconds * 1000;
    expect([at - reach, at, at + reach].map(contactWith)).toEqual(['c-3', 'c-3', 'c-3']);
    expect([at - reach - 1, at + reach + 1].map(contactWith)).toEqual(['d-3', 'd-3']);
  });

  it('take in a leg that came late, and lose one that is gone', () => {
    const links = known(said({ probability: 0.995, legs: ['gone'] }));
    const leg = contact('late', 9, { previous: 'c-3', origin: 'transfer' });
    const again = (all: ContactSide[]) =>
      link(handoffs, all, config, { links, lookBackFrom: nine, isRestated: never }).links[3]?.legs;
    expect(again([...contacts, leg])).toEqual(['late']);
    expect(again(contacts)).toEqual([]);
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
          words: words(`w${pick(i + 5)} v${i % 4}`),
        }),
      );
      const contacts = Array.from({ length: n }, (_, i) =>
        contact(`c-${i}`, i * 40 * (1 + pick(i)) + 10 * pick(i + 3), {
          keys: pick(i + 1) === 0 ? [`k-${i}`] : [],
          customer: pick(i + 4) < 2 ? { phone: `p${i % 7}` } : {},
          words: words(`w${pick(i + 6)} v${i % 4}`),
        }),
      );
      return { handoffs, contacts };
    });

  it('claims nothing twice, and gives every handoff a link', () => {
    fc.assert(
      fc.property(world, ({ handoffs, contacts }) => {
        const { links } = link(handoffs, contacts, config);
        const taken = links.flatMap((one) => [...(one.contact ? [one.contact] : []), ...one.legs]);
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

  it('keeps every certain link when a contact comes that has nothing to do with it', () => {
    const stranger = fc.record({
      seconds: fc.integer({ min: -4000, max: 6000 }),
      queue: fc.constant('far'),
    });
    const day = quietDay(40);
    const known = link(day.handoffs, [...day.own, ...day.direct], config).links;
    const certain = known.filter((one) => one.probability >= 0.99 && one.contact !== null);
    expect(certain.length).toBeGreaterThan(30);
    fc.assert(
      fc.property(stranger, ({ seconds, queue }) => {
        const unrelated = contact('stranger', seconds, {
          queue,
          customer: { phone: 'nobody' },
          words: words('unrelated business'),
        });
        const { links } = link(day.handoffs, [...day.own, ...day.direct, unrelated], config);
        const now = new Map(links.map((one) => [one.session, one]));
        for (const { session, contact: own } of certain)
          expect(now.get(session)).toMatchObject({ contact: own, status: 'linked' });
      }),
      { numRuns: 30 },
    );
  });

  it('never links a pair that lost its key to another contact with more certainty', () => {
    fc.assert(
      fc.property(world, fc.nat(24), ({ handoffs, contacts }, at) => {
        const keyed = link(handoffs, contacts, config).links.filter(
          ({ method }) => method === 'key',
        );
        const chosen = keyed[at % Math.max(1, keyed.length)];
        if (!chosen) return;
        const bare = contacts.map((c) =>
          c.contact === chosen.contact ? { ...c, keys: [], keyed: false } : c,
        );
        const { links } = link(handoffs, bare, config);
        const now = links.find(({ session }) => session === chosen.session);
        if (now?.contact !== null && now?.contact !== chosen.contact)
          expect(now?.probability).toBeLessThanOrEqual(chosen.probability);
        expect(now?.probability).toBeLessThanOrEqual(1);
      }),
    );
  });
});
