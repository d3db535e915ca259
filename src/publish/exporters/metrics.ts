/** metrics.json: every number that the report shows, for machines. Keys are the domain's, in snake_case. */
import type { Report } from '../../domain/report.js';
import type { Suggestion } from '../../domain/suggestion.js';
import type { Ticket } from '../../domain/ticket.js';
import { snake, snakeKeys } from '../../lib/snake.js';
import type { Exporter } from '../exporter.js';
import { toJson } from '../json.js';

export const metrics: Exporter = {
  id: 'metrics',
  file: 'metrics.json',
  render: (report: Report) => {
    const { run, findings, figures, incidents, losses, timeOfDay, unlinked, quarantine, faults } =
      report;
    const content = {
      schema: 'handback/metrics/1',
      run,
      findings,
      figures,
      weeks: report.weeks,
      restated: report.restated.map((one) => ({ ...one, figure: snake(one.figure) })),
      tickets: report.tickets.map(ticketNumbers),
      releases: report.releases,
      suggestions: report.suggestions.map(suggestionNumbers),
      labelNoise: report.labelNoise,
      reading: report.reading,
      incidents,
      losses,
      timeOfDay,
      linkModel: report.linkModel,
      linkChanges: report.linkChanges,
      unlinked,
      platforms: report.platforms,
      samples: report.samples.map(({ result }) => result.sessionId),
      journeys: report.journeys.length,
      quarantine,
      faults,
      engine: report.engine,
    };
    return `${toJson(snakeKeys(content), 2)}\n`;
  },
};

function ticketNumbers({ id, rank, status, journeys, share, value, trend }: Ticket) {
  return { id, rank, status, journeys, share, value, trend };
}

function suggestionNumbers({ id, ticket, kind, phrases, backtest, gate, review }: Suggestion) {
  return {
    id,
    ticket,
    kind,
    phrases: phrases.length,
    backtest,
    gate: gate.verdict,
    decision: review.decision,
  };
}
