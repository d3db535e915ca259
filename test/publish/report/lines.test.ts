import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/domain/journey.js';
import type { Ticket } from '../../../src/domain/ticket.js';
import { report as page } from '../../../src/publish/exporters/report.js';
import { writeIn } from '../../../src/publish/format.js';
import { findingsSection } from '../../../src/publish/report/sections/findings.js';
import { firstScreen } from '../../../src/publish/report/sections/first-screen.js';
import { suggestionBlock } from '../../../src/publish/report/sections/suggestion.js';
import { ticketsSection } from '../../../src/publish/report/sections/tickets.js';
import { timeSection } from '../../../src/publish/report/sections/time.js';
import { trainingSection } from '../../../src/publish/report/sections/training.js';
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

it('says that repairs are numbered across all teams only where one of another team stands between', () => {
  const second = ticket({ rank: 2 });
  const third = ticket({ rank: 3 });
  const among = 'numbered across all teams';
  expect(linesOf(ticket(), second)).not.toContain(among);
  expect(linesOf(ticket(), { ...second, owner: 'operations' }, third)).toContain(among);
});

it('says whether the data are whole before anything else', () => {
  const top = (total: number) =>
    firstScreen(
      write,
      report({
        quarantine: { total, reasons: [] },
        faults: [],
        unlinked: { handoffs: [], contacts: [], gaps: [] },
      }),
    ).text.split('<h1>')[0];
  expect(top(0)).toContain('Every record could be read, of every day.');
  expect(top(2)).toContain('Not everything could be read:</b> 2 records could not be read');
});

it('names the newest incident on the first screen, and says where there was none', () => {
  const incident = (day: string) => ({ day, from: 9, to: 12, failed: 8, expected: 0.1, note: '' });
  const top = (...days: string[]) =>
    firstScreen(write, report({ incidents: days.map(incident) })).text;
  expect(top('2026-02-20', '2026-02-18')).toMatch(
    /2 incidents<\/a> in these days, the last on 20 Feb 2026/,
  );
  expect(top()).toContain('No incident in these days.');
});

it('counts a handoff once, however often it shows the same finding', () => {
  const night = report();
  const [first] = night.journeys;
  if (first === undefined) throw new Error('the fixture has journeys');
  const finding: Finding = {
    category: 'missed_slot',
    confidence: 0.9,
    primary: false,
    turns: [],
    actual: '',
    expected: '',
  };
  const text = findingsSection(write, {
    ...night,
    findings: [{ category: 'missed_slot', findings: 3, primary: 0, share: 0 }],
    journeys: [
      { ...first, findings: [finding, finding] },
      { ...first, findings: [finding] },
      { ...first, findings: [] },
    ],
  }).text;
  expect(text).toMatch(/<td class="number">0%<\/td><td class="number">2<\/td>/);
});

describe('bad hours that could have been found', () => {
  const effect = (detectableRate: number) => ({
    intent: 'apply',
    window: { days: 'all' as const, from: 9, to: 12 },
    baseRate: 0.5,
    detectableRate,
  });
  const told = (...rates: number[]) =>
    timeSection(
      write,
      report({
        timeOfDay: { windowsTested: 1, smallestEffect: rates.map(effect), note: null },
      }),
    ).text;

  it('are a table where some rise could be seen, and one sentence where none could', () => {
    expect(told(0.7)).toContain('Found from');
    expect(told(1, 1)).not.toContain('Found from');
    expect(told(1, 1)).toContain('more weeks show more');
  });

  it('count the intents in which none could beside those in which one could', () => {
    expect(told(0.7, 1)).toContain('In 1 more intent only a rise');
    expect(told(0.7)).not.toContain('only a rise');
  });
});

describe('what agents can do themselves', () => {
  it('leads to the repair that agents make, and to no other', () => {
    const opening = ticket({ rank: 2, repair: 'agent_opening', owner: 'journey_owner' });
    const told = trainingSection(write, report({ tickets: [ticket(), opening] })).text;
    expect([...told.matchAll(/href="#ticket-(\d+)"/g)].map(([, rank]) => rank)).toEqual(['2']);
  });

  it('says so where there is none', () => {
    expect(trainingSection(write, report({ tickets: [ticket()] })).text).toContain(
      'No repair that agents make themselves',
    );
  });
});
