/** tickets.csv: every ticket as a row of a spreadsheet, numbers with a point as all programs read them. */
import type { Report } from '../../domain/report.js';
import type { Ticket } from '../../domain/ticket.js';
import { type Cell, csvRow } from '../csv.js';
import type { Exporter } from '../exporter.js';
import { writeIn } from '../format.js';
import { notInForce } from '../in-force.js';

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
  surely_per_week: ({ value }) => value.surelyPerWeek,
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
  file: 'tickets.csv',
  render: ({ tickets, run }: Report) => {
    // A row may be copied away from its file: each says whether it may be used.
    const isInForce = notInForce(writeIn(run.locale), run) ?? 'yes';
    const rows = tickets.map((ticket) =>
      csvRow([...Object.values(columns).map((of) => of(ticket)), isInForce]),
    );
    return [`${Object.keys(columns).join(',')},in_force\n`, ...rows].join('');
  },
};
