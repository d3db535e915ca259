import { expect, it } from 'vitest';
import type { Gate, Suggestion } from '../../src/domain/suggestion.js';
import { inReadingOrder } from '../../src/suggest/reading-order.js';
import { suggestion } from '../publish/fixture.js';

const one = (id: string, ticket: string, gate: Omit<Gate, 'reason'>): Suggestion =>
  suggestion({ id, ticket, gate: { ...gate, reason: 'doubted, some would say' } });

it('goes by the worth of the repair, then by risk; doubted and refused ones come last', () => {
  const ordered = inReadingOrder(
    [
      one('refused', 'first', { verdict: 'refused', risk: 'collision' }),
      one('doubted', 'first', { verdict: 'review', risk: 'doubt' }),
      one('second', 'second', { verdict: 'pass' }),
      one('review', 'first', { verdict: 'review' }),
      one('pass', 'first', { verdict: 'pass' }),
    ],
    (ticket) => ['first', 'second'].indexOf(ticket),
  );
  expect(ordered.map(({ id }) => id)).toEqual(['pass', 'review', 'second', 'doubted', 'refused']);
});
