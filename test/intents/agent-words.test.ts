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
  said: [...(saying[i % 3] ?? []), i % 2 ? 'sorry' : 'glad'],
}));
const rates = learnAgentWords(traces, base);
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
    expect(learnAgentWords(few, base).words.size).toBe(0);
  });

  it('knows a wish that few say plainly by the contacts that none of their other signals tells', () => {
    // Of those about engineers nine in ten are said in words that the bot never learned.
    const quiet = traces.map((one, i) =>
      i % 3 === 1 && i % 10 !== 1 ? { ...one, posterior: unsure } : one,
    );
    expect(
      best(createAgentWordReader(learnAgentWords(quiet, base))(['engineer'], undefined, null)),
    ).toBe(1);
  });

  it('weighs words for a wish that the bot lacks by how agents speak of such under the same code', () => {
    // Two wishes without an intent, filed apart; what agents say to one of them they also say to some of the first intent.
    const filed = traces.map((one, i) => ({ ...one, code: i % 3 === 2 ? 'press' : 'service' }));
    const rare = Array.from({ length: 20 }, (_, i) => ({
      key: `rare ${i}`,
      code: 'rare',
      posterior: sure(2),
      said: ['credit'],
    }));
    const heard = createAgentWordReader(learnAgentWords([...filed, ...rare], base));
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

  it('reads a contact that taught without what its fold taught', () => {
    const alone = (key: string): AgentTrace[] => [
      ...traces,
      ...Array.from({ length: 8 }, () => ({ key, posterior: sure(0), said: ['unicorn'] })),
    ];
    const one = createAgentWordReader(learnAgentWords(alone('mine'), base));
    expect(best(one(['unicorn'], undefined, null))).toBe(0);
    const [own = 0, other = 0] = one(['unicorn'], undefined, 'mine') ?? [];
    expect(own).toBeCloseTo(other);
  });

  it('does not depend on what stands around it but by counts', () => {
    const again = learnAgentWords([...traces].reverse(), base);
    for (const [word, counts] of rates.words)
      counts.forEach((count, i) => {
        expect(again.words.get(word)?.[i]).toBeCloseTo(count, 3);
      });
  });

  it('learns nothing of no contacts, and of a bot without intents', () => {
    expect(learnAgentWords([], base).words.size).toBe(0);
    expect(learnAgentWords([{ key: 'a', posterior: null, said: ['x'] }], [1]).words.size).toBe(0);
  });
});
