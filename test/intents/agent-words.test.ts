import { describe, expect, it } from 'vitest';
import {
  type AgentTrace,
  createAgentWordReader,
  learnAgentWords,
} from '../../src/intents/agent-words.js';

/** Two intents, and none of them. */
const base = [1 / 3, 1 / 3, 1 / 3];
const sure = (k: number) => [0, 1, 2].map((i) => (i === k ? 0.96 : 0.02));
const unsure = [1 / 3, 1 / 3, 1 / 3];
const saying = [
  ['refund', 'credit'],
  ['engineer', 'visit'],
  ['forward', 'relations'],
];
/** Every agent is sorry or glad in the same way, whatever the matter. */
const traces: AgentTrace[] = Array.from({ length: 240 }, (_, i) => ({
  key: `session ${i}`,
  posterior: i % 4 === 3 ? unsure : sure(i % 3),
  isHeard: i % 3 < 2 && i % 4 !== 3,
  said: [...(saying[i % 3] ?? []), i % 2 ? 'sorry' : 'glad'],
}));
const learn = (
  contacts: readonly AgentTrace[],
  shares: readonly number[],
  covered: readonly string[] = [],
) => learnAgentWords(contacts, [...shares], new Set(covered));
const rates = learn(traces, base);
const read = createAgentWordReader(rates);
const best = (told: readonly number[] | null) => told?.indexOf(Math.max(...told));

describe("what an agent's words say", () => {
  it('speaks for the wish that they go with, or for none of them', () => {
    expect(saying.map((said) => best(read(said, undefined, null)))).toEqual([0, 1, 2]);
  });

  it('adds up to one', () => {
    const told = read(['refund', 'sorry'], undefined, null) ?? [];
    expect(told.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1);
  });

  it('is nothing where the words are unknown, or come with every wish', () => {
    expect(read([], undefined, null)).toBeNull();
    expect(read(['pelican'], undefined, null)).toBeNull();
    expect([...rates.words.keys()]).not.toContain('sorry');
    expect(read(['sorry', 'glad'], undefined, null)).toBeNull();
  });

  it('does not know a word of too few contacts', () => {
    const few = traces.slice(0, 12).map((one, i) => ({ ...one, said: [`word${i % 4}`] }));
    expect(learn(few, base).words.size).toBe(0);
  });

  it('knows a wish that few say plainly by the contacts that none of their other signals tells', () => {
    // Of those about engineers nine in ten are said in words that the bot never learned.
    const quiet = traces.map((one, i) =>
      i % 3 === 1 && i % 10 !== 1 ? { ...one, posterior: unsure, isHeard: false } : one,
    );
    expect(best(createAgentWordReader(learn(quiet, base))(['engineer'], undefined, null))).toBe(1);
  });

  /** Of one code a few customers are heard; the other signals take the rest for none of the intents. What does an agent's word come to mean there? */
  const meaning = (covered: string[]) => {
    const filed = traces
      .map((one, i) => ({ ...one, code: ['bills', 'visits', 'press'][i % 3] }))
      .filter(({ code }) => code !== 'bills');
    const topUps = Array.from({ length: 72 }, (_, i) => ({
      key: `top-up ${i}`,
      code: 'top-ups',
      posterior: sure(i < 12 ? 0 : 2),
      isHeard: i < 12,
      said: i % 3 === 0 ? ['voucher', 'printed'] : ['voucher', 'shop'],
    }));
    const read = createAgentWordReader(learn([...filed, ...topUps], base, covered));
    return best(read(['shop'], 'top-ups', null));
  };

  it('is never none of the intents under a code that is covered', () => {
    expect(meaning(['top-ups'])).toBe(0);
    expect(meaning([])).toBe(2);
  });

  it('weighs words for a wish that the bot lacks by how agents speak of such under the same code', () => {
    // Two wishes without an intent, filed apart; what agents say to one of them they also say to some of the first intent.
    const filed = traces.map((one, i) => ({ ...one, code: i % 3 === 2 ? 'press' : 'service' }));
    const rare = Array.from({ length: 20 }, (_, i) => ({
      key: `rare ${i}`,
      code: 'rare',
      posterior: sure(2),
      isHeard: false,
      said: ['credit'],
    }));
    const heard = createAgentWordReader(learn([...filed, ...rare], base));
    const none = (code: string): number => {
      const [intent = 1, , other = 0] = heard(['credit'], code, null) ?? [];
      return other / intent;
    };
    expect(none('rare')).toBeGreaterThan(1.1 * none('service'));
    expect(none('rare')).toBeGreaterThan(1.3 * none('press'));
    // Of a code that was never seen, none of them is as in all contacts.
    expect(none('rare')).toBeGreaterThan(1.1 * none('unseen'));
    expect(none('unseen')).toBeGreaterThan(none('press'));
  });

  it('tells a missing wish from the intent whose code it is filed under, by what agents say to those that are heard', () => {
    // The code alone speaks for the first intent, a little against none of them; a third of its contacts are not heard and want something else.
    const others = traces.filter((_, i) => i % 3 > 0);
    const ofCode = Array.from({ length: 90 }, (_, i): AgentTrace => {
      const isOther = i % 3 === 2;
      return {
        key: `filed ${i}`,
        code: 'outages',
        posterior: i % 3 === 0 ? sure(0) : [0.85, 0.05, 0.1],
        isHeard: i % 3 === 0,
        said: isOther ? ['cable', 'crew'] : ['modem', 'restart'],
      };
    });
    const heard = createAgentWordReader(learn([...others, ...ofCode], base));
    expect(best(heard(['cable', 'crew'], 'outages', null))).toBe(2);
    expect(best(heard(['modem', 'restart'], 'outages', null))).toBe(0);
    // Where nobody is heard nothing tells them apart, and the code is believed.
    const deaf = [...others, ...ofCode].map((one) => ({ ...one, isHeard: false }));
    expect(best(createAgentWordReader(learn(deaf, base))(['modem'], 'outages', null))).toBe(0);
  });

  it('hears a word of one missing wish among many', () => {
    // Ten missing wishes of a code each, half of all contacts: the word of one of them is no sign of none in general.
    const intents = 20;
    const among = (k: number) =>
      Array.from({ length: intents + 1 }, (_, i) => (i === k ? 0.9 : 0.1 / intents));
    const contacts = Array.from({ length: 600 }, (_, i): AgentTrace => {
      const missing = i % 2 === 0;
      const which = (i >> 1) % (missing ? 10 : intents);
      return {
        key: `many ${i}`,
        code: missing ? `missing ${which}` : 'served',
        posterior: among(missing ? intents : which),
        isHeard: !missing,
        said: [missing ? `only${which}` : `serve${which}`],
      };
    });
    const shares = Array.from({ length: intents + 1 }, (_, i) =>
      i === intents ? 0.5 : 0.5 / intents,
    );
    const words = [...learn(contacts, shares).words.keys()];
    expect(words).toContain('only3');
  });

  it('reads a contact that taught without what its fold taught', () => {
    const alone = (key: string): AgentTrace[] => [
      ...traces,
      ...Array.from({ length: 8 }, () => ({
        key,
        posterior: sure(0),
        isHeard: true,
        said: ['unicorn'],
      })),
    ];
    const one = createAgentWordReader(learn(alone('mine'), base));
    expect(best(one(['unicorn'], undefined, null))).toBe(0);
    const [own = 0, other = 0] = one(['unicorn'], undefined, 'mine') ?? [];
    expect(own).toBeCloseTo(other);
  });

  it('does not depend on what stands around it but by counts', () => {
    const again = learn([...traces].reverse(), base);
    for (const [word, counts] of rates.words)
      counts.forEach((count, i) => {
        expect(again.words.get(word)?.[i]).toBeCloseTo(count, 3);
      });
  });

  it('learns nothing of no contacts, and of a bot without intents', () => {
    expect(learn([], base).words.size).toBe(0);
    expect(
      learn([{ key: 'a', posterior: null, isHeard: false, said: ['x'] }], [1]).words.size,
    ).toBe(0);
  });
});
