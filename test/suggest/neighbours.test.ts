import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNeighbours, type Neighbour } from '../../src/suggest/neighbours.js';
import { nearWording, neighboursAsked } from '../../src/suggest/settings.js';
import { prepare, similarity } from '../../src/text/similarity.js';

const said = (list: readonly (readonly [string, string | null])[]): Neighbour[] =>
  list.map(([text, intent], i) => ({ text, intent, sessionId: `s${i}` }));
const neighbours = createNeighbours(
  said([
    ['please take it from my checking account', 'payment'],
    ['take it from my checking account now', 'payment'],
    ['does my library card work here', null],
  ]),
);

describe('customers who said nearly the same', () => {
  const text = 'take it from my checking account from now on';
  it('speak for their own label and against another', () => {
    expect(neighbours.agree(text, 'payment', 'new')).toBe(true);
    expect(neighbours.agree(text, 'login', 'new')).toBe(false);
    expect(neighbours.agree(text, null, 'new')).toBe(false);
  });
  it('are others, and may be nobody', () => {
    expect(neighbours.agree('where does my library card work', null, 'new')).toBe(true);
    expect(neighbours.agree('where does my library card work', 'login', 'new')).toBe(false);
    expect(neighbours.agree('where does my library card work', 'login', 's2')).toBe(true);
    expect(neighbours.agree('colourless green ideas', 'login', 'new')).toBe(true);
  });

  it('tell nothing of the bot’s own intents where most are of another, as where intents share their words', () => {
    const things = ['card', 'transfer', 'top up', 'cash'];
    const all = createNeighbours(
      said(things.flatMap((one) => [[`why was my ${one} refused today`, one] as const])),
    );
    expect(all.agree('why was my cheque refused today', 'cheque', 'new')).toBe(true);
    expect(all.agree('why was my cheque refused today', null, 'new')).toBe(false);
  });

  it('are the nearest few, whatever comes first', () => {
    const far = Array.from({ length: 30 }, (_, i) => ({
      text: `take it from my savings account ${'again '.repeat(i % 7)}`,
      intent: 'savings',
      sessionId: `far-${i}`,
    }));
    const near = Array.from({ length: 5 }, (_, i) => ({
      text: 'take it from my checking account',
      intent: 'payment',
      sessionId: `near-${i}`,
    }));
    for (const all of [
      [...far, ...near],
      [...near, ...far],
    ]) {
      const neighbours = createNeighbours(all);
      expect(neighbours.agree('take it from my checking account', 'payment', 'new')).toBe(true);
      expect(neighbours.agree('take it from my checking account', 'savings', 'new')).toBe(false);
    }
  });

  it('are those that looking at every text finds', () => {
    const words = 'take it from my checking savings account card now again a to'.split(' ');
    const phrase = fc
      .array(fc.constantFrom(...words), { minLength: 1, maxLength: 9 })
      .map((list) => list.join(' '));
    const list = fc.array(fc.tuple(phrase, fc.constantFrom('payment', 'savings', null)), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(list, phrase, (list, text) => {
        const all = said(list);
        const { agree } = createNeighbours(all);
        for (const intent of ['payment', 'savings', null])
          expect(agree(text, intent, 's0')).toBe(
            haveMost(all, text, intent, 's0') || (intent !== null && !tell(all)),
          );
      }),
    );
  });
});

/** Known to be right: each text is compared to its end. */
function haveMost(
  all: readonly Neighbour[],
  text: string,
  intent: string | null,
  sessionId: string,
): boolean {
  const prepared = prepare(text);
  const nearest = all
    .filter((one) => one.sessionId !== sessionId)
    .map((one) => ({ one, other: prepare(one.text) }))
    .filter(({ other }) => [...prepared.stems.keys()].some((stem) => other.stems.has(stem)))
    .map(({ one, other }) => ({ one, alike: similarity(prepared, other) }))
    .filter(({ alike }) => alike >= nearWording)
    .sort((a, b) => b.alike - a.alike || (a.one.sessionId < b.one.sessionId ? -1 : 1))
    .slice(0, neighboursAsked);
  const sum = (list: typeof nearest) => list.reduce((total, { alike }) => total + alike, 0);
  return 2 * sum(nearest.filter(({ one }) => one.intent === intent)) >= sum(nearest);
}

function tell(all: readonly Neighbour[]): boolean {
  const covered = all.filter(({ intent }) => intent !== null);
  const parted = covered.filter((one) => !haveMost(all, one.text, one.intent, one.sessionId));
  return parted.length <= 0.2 * covered.length;
}
