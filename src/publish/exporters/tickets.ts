/** tickets.yaml, schema handback/tickets/2: every ticket in order of rank. */
import type { Releases } from '../../domain/release.js';
import type { Report, RunSummary } from '../../domain/report.js';
import type { Ticket } from '../../domain/ticket.js';
import { toYaml } from '../../lib/yaml.js';
import type { Exporter } from '../exporter.js';
import { warningLine } from '../in-force.js';
import { schemaLine, type TicketsFile } from '../output-schemas.js';

export const tickets: Exporter = {
  id: 'tickets',
  file: 'tickets.yaml',
  render: ({ run, tickets: all, releases }: Report) =>
    toYaml(
      {
        schema: 'handback/tickets/2',
        run: runOf(run),
        tickets: all.map(ticketOf),
        releases: releasesOf(releases),
      } satisfies TicketsFile,
      schemaLine('tickets') +
        warningLine(run) +
        'Minutes and money are a week; shares and probabilities lie between 0 and 1; the interval is of 90 %.\n' +
        'Turns count from 0 on each side: bot:3 is the fourth turn of the bot session.\n' +
        'Under releases, change is relative (-0.5: halved), its interval of 95 % over all looks together, rate in findings a day.',
    ),
};

function runOf({ bot, from, to, timeZone, links, suspect, inForce }: RunSummary) {
  const { handoffs, linked, possible, none, expectedPrecision } = links;
  const counts = { handoffs, linked, possible, none, expected_precision: expectedPrecision };
  return {
    bot,
    from,
    to,
    timezone: timeZone,
    ...(suspect && { suspect: [...suspect], in_force: inForce ?? null }),
    links: counts,
  };
}

function ticketOf(ticket: Ticket) {
  const { value, trend } = ticket;
  return {
    id: ticket.id,
    rank: ticket.rank,
    status: ticket.status,
    repair: ticket.repair,
    listed: ticket.listed,
    owner: ticket.owner,
    intents: ticket.intents,
    slots: ticket.slots,
    categories: ticket.categories.map(({ category, journeys }) => ({ name: category, journeys })),
    window: ticket.window && {
      days: ticket.window.days,
      from: ticket.window.from,
      to: ticket.window.to,
      cause: ticket.windowCause,
    },
    handoff_reasons: ticket.handoffReasons,
    last_words: ticket.lastWords,
    title: ticket.title,
    why: ticket.why,
    journeys: ticket.journeys,
    share: ticket.share,
    value: {
      minutes_per_week: value.minutesPerWeek,
      interval: value.interval,
      money_per_week: value.moneyPerWeek ?? undefined,
      surely_per_week: value.surelyPerWeek ?? undefined,
      parts: value.parts.map(({ factor, amount, unit, note }) => ({ factor, amount, unit, note })),
    },
    trend: { this_week: trend.thisWeek, last_week: trend.lastWeek, change: trend.change },
    evidence: ticket.evidence.map(({ sessionId, contactId, turns, quote }) => ({
      session_id: sessionId,
      contact_id: contactId,
      turns,
      quote,
    })),
    suggestions: ticket.suggestions,
    robust: ticket.robust,
    since: ticket.since,
  };
}

function releasesOf({ tickets: released, winLoss, candidates }: Releases) {
  return {
    tickets: released.map(({ id, status, verification: one }) => ({
      id,
      status,
      release: one.release,
      verdict: one.verdict,
      decided: one.decided,
      change: one.change && { value: one.change.value, interval: one.change.interval },
      rate: one.rate,
      days: one.days,
      days_left: one.daysLeft,
      controls: one.controls,
      note: one.note,
    })),
    win_loss: {
      wins: winLoss.wins,
      losses: winLoss.losses,
      no_effect: winLoss.noEffect,
      open: winLoss.open,
      ratio: winLoss.ratio,
      interval: winLoss.interval,
    },
    candidates,
  };
}
