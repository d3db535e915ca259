/** tickets.csv: every ticket as a row of a spreadsheet, numbers with a point as all programs read them. */
import type { Report } from '../../domain/report.js';
import type { Ticket } from '../../domain/ticket.js';
import { round } from '../../lib/round.js';
import { clip } from '../../lib/visible.js';
import type { Exporter } from '../exporter.js';

type Cell = string | number | null;

const columns: Record<string, (ticket: Ticket) => Cell> = {
  rank: ({ rank }) => rank,
  id: ({ id }) => id,
  title: ({ title }) => title,
  owner: ({ owner }) => owner,
  repair: ({ repair }) => repair,
  status: ({ status }) => status,
  listed: ({ listed }) => String(listed),
  journeys: ({ journeys }) => journeys,
  minutes_per_week: ({ value }) => value.minutesPerWeek,
  minutes_low: ({ value }) => value.interval[0],
  minutes_high: ({ value }) => value.interval[1],
  money_per_week: ({ value }) => value.moneyPerWeek,
  this_week: ({ trend }) => trend.thisWeek,
  last_week: ({ trend }) => trend.lastWeek,
  intents: ({ intents }) => intents.join(' '),
  slots: ({ slots }) => slots.join(' '),
  why: ({ why }) => why,
  suggestions: ({ suggestions }) => suggestions.join(' '),
  since: ({ since }) => since,
};

export const spreadsheet: Exporter = {
  id: 'spreadsheet',
  title: 'Tickets for a spreadsheet',
  file: 'tickets.csv',
  render: ({ tickets }: Report) => {
    const rows = tickets.map((ticket) => Object.values(columns).map((of) => cell(of(ticket))));
    return [Object.keys(columns), ...rows].map((row) => `${row.join(',')}\n`).join('');
  },
};

const longest = 1000;

function cell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(round(value) ?? '');
  return `"${harmless(clip(value, longest)).replaceAll('"', '""')}"`;
}

/**
 * A text that starts like a formula is run as one, whatever quotes stand around it; an apostrophe before it makes it a
 * text (https://owasp.org/www-community/attacks/CSV_Injection). The full-width signs are read as their narrow twins.
 */
const harmless = (text: string): string =>
  /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(text) ? `'${text}` : text;
