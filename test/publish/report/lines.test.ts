import { expect, it } from 'vitest';
import type { Ticket } from '../../../src/domain/ticket.js';
import { report as page } from '../../../src/publish/exporters/report.js';
import { writeIn } from '../../../src/publish/format.js';
import { suggestionBlock } from '../../../src/publish/report/sections/suggestion.js';
import { ticketsSection } from '../../../src/publish/report/sections/tickets.js';
import { phrase, report, suggestion, ticket } from '../fixture.js';

const write = writeIn('en-GB');
const linesOf = (...tickets: Ticket[]): string =>
  ticketsSection(write, report({ tickets }), 'bot_team').text;
const newIntent = (...quotes: string[]): Ticket =>
  ticket({
    repair: 'new_intent',
    evidence: quotes.map((quote, i) => ({
      sessionId: `s-${i}`,
      contactId: null,
      turns: [],
      quote,
    })),
  });

it('leads every link of the page to a place on it', () => {
  const text = page.render(report());
  const ids = new Set([...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id));
  const links = [...text.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id);
  expect(links).toContain('term-tax');
  expect(links.filter((id) => !ids.has(id))).toEqual([]);
});

it('says "new" on a line only where others are not', () => {
  const fresh = ticket({ status: 'new' });
  expect(linesOf(fresh, ticket({ status: 'new', rank: 2 }))).not.toContain('class="tag new"');
  expect(linesOf(fresh, ticket({ status: 'open', rank: 2 }))).toContain('class="tag new"');
});

it("gives a wish that only a centre's code names in a customer's words, the first that tell something", () => {
  const line = linesOf(newIntent('hi', 'where is the nearest branch')).split('</summary>')[0];
  expect(line).toContain('for example: <q><bdi>where is the nearest branch</bdi></q>');
  expect(linesOf(newIntent('hi')).split('</summary>')[0]).toContain('<bdi>hi</bdi>');
  expect(linesOf(ticket()).split('</summary>')[0]).not.toContain('for example');
});

it('says of moved phrases where from and where to', () => {
  const moved = { fromIntent: 'apply', intent: 'top_up', phrases: [phrase('top up my loan')] };
  const told = (kind: 'move_phrases' | 'add_phrases') =>
    suggestionBlock(write, suggestion({ kind, ...moved })).text;
  expect(told('move_phrases')).toContain('Out of <code><bdi>apply</bdi></code>, into <code>');
  expect(told('add_phrases')).not.toContain('Out of');
});
