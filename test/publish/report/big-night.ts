import { phrase, report, suggestion, ticket } from '../fixture.js';

const many = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));
const long =
  'I would like to know why nobody answers my question about the invoice of last month. ';

/** Every list longer than the page shows, every text longer than it prints. */
export function bigNight() {
  const small = report();
  const [sample] = small.samples;
  if (!sample) throw new Error('the fixture has no sample');
  const say = (turn: (typeof sample.bot)[number]) => ({ ...turn, text: long.repeat(20) });
  const whole = {
    ...sample,
    bot: many(200, (i) => say({ ...sample.bot[0], at: i, actor: 'customer' })),
    agent: many(200, (i) => ({ at: i, actor: 'agent' as const, text: long.repeat(20) })),
  };
  return report({
    tickets: many(300, (i) =>
      ticket({
        id: `t-${i}`,
        rank: i + 1,
        listed: i < 25,
        why: long.repeat(20),
        evidence: many(50, () => ({
          sessionId: 's-1',
          contactId: null,
          turns: [],
          quote: long.repeat(9),
        })),
        suggestions: many(8, (k) => `s-${i}-${k}`),
      }),
    ),
    suggestions: many(400, (i) =>
      suggestion({
        id: `s-${Math.floor(i / 8)}-${i % 8}`,
        phrases: many(30, (k) => phrase(`${k} ${long}`)),
      }),
    ),
    samples: many(20, () => whole),
    journeys: many(10_000, () => sample.result),
  });
}
