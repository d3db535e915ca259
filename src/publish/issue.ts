/** A repair as an issue of a tracker. */
import type { Report } from '../domain/report.js';
import type { Ticket } from '../domain/ticket.js';
import { clip } from '../lib/visible.js';
import { type Write, writeIn } from './format.js';
import { notInForce } from './in-force.js';
import { fenced, plainLine } from './markdown.js';
import { plainSentence, plainTitle, trendText, worthAMonth, worthBetween } from './plain.js';
import { ownerNames } from './words.js';

const quotes = 3;
const longestTitle = 200;

export interface Issue {
  title: string;
  /** Markdown. */
  body: string;
  labels: string[];
  /** 1 (urgent) to 4 (low), by where the repair stands in the list. */
  priority: 2 | 3 | 4;
}

/** Only what is surely worth its work: a tracker is no archive. */
export function issuesOf({ run, tickets }: Report): Issue[] {
  const write = writeIn(run.locale);
  const sentence = notInForce(write, run);
  const warning = sentence === null ? '' : `${sentence}\n\n`;
  return tickets
    .filter(({ listed }) => listed)
    .map((ticket) => ({
      title: clip(plainTitle(write, ticket), longestTitle),
      body: `${warning}${bodyOf(write, ticket)}`,
      labels: ['handback', ownerNames[ticket.owner]],
      priority: ticket.rank <= 5 ? 2 : ticket.rank <= 15 ? 3 : 4,
    }));
}

function bodyOf(write: Write, ticket: Ticket): string {
  const { id, why, intents, slots, evidence, suggestions } = ticket;
  const names = (label: string, list: readonly string[]) =>
    list.length === 0 ? [] : [`${label}: ${list.map((one) => plainLine(one, 120)).join(', ')}`];
  const lines = [
    plainLine(plainSentence(write, why, [...intents, ...slots]), 800),
    '',
    `- Worth a month: ${worthAMonth(write, ticket)} (${worthBetween(write, ticket)})`,
    `- Trend: ${trendText(write, ticket.trend)}`,
    ...names('- Intents', intents),
    ...names('- Slots', slots),
  ];
  if (evidence.length > 0)
    lines.push(
      '',
      'What was said:',
      '',
      fenced(evidence.slice(0, quotes).map(({ quote }) => quote)),
    );
  if (suggestions.length > 0)
    lines.push('', `Suggested changes: ${suggestions.join(', ')} in suggestions.yaml.`);
  lines.push('', `Handback ${id}. When it is live: \`handback release ${id} --on DAY\`.`);
  return `${lines.join('\n')}\n`;
}
