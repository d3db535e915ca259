/** summary.md: the night on one page, to paste into a message. */
import type { Report } from '../../domain/report.js';
import type { Ticket } from '../../domain/ticket.js';
import type { Exporter } from '../exporter.js';
import { type Write, writeIn } from '../format.js';
import { headline, whatChanged } from '../headline.js';
import { plainLine } from '../markdown.js';
import { plainTitle, worthAMonth, worthBetween } from '../plain.js';
import { releaseLine } from '../release-line.js';
import { ownerNames, verdictWords } from '../words.js';

const shown = 10;

export const summary: Exporter = {
  id: 'summary',
  title: 'The night on one page',
  file: 'summary.md',
  render: (report: Report) => {
    const write = writeIn(report.run.locale);
    const { run, tickets, releases, figures, findings, quarantine, faults, incidents } = report;
    const { links } = run;
    const worthwhile = tickets.filter(({ listed }) => listed);
    const unexplained = findings.find(({ category }) => category === 'unknown')?.share ?? 0;
    const lines = [
      `# Handback: ${plainLine(run.bot)}, ${write.day(run.from)} to ${write.day(run.to)}`,
      '',
      plainLine(whatChanged(write, report)),
      '',
      ...headline(write, report).flatMap((sentence) => [plainLine(sentence), '']),
      `- Links: ${write.count(links.linked)} linked, ${write.count(links.possible)} possible, ${write.count(links.none)} none; expected precision ${write.probability(links.expectedPrecision)}${links.changed > 0 ? `; ${write.count(links.changed)} changed since an earlier night` : ''}`,
      `- Unexplained handoffs: ${write.percent(unexplained)}`,
      `- Handoff tax: ${write.seconds(figures.handoffTaxMinutes && 60 * figures.handoffTaxMinutes.value)} a journey`,
      `- Satisfaction lost by the handoff (of 100): ${write.points(figures.csat.gap?.value ?? null)}. ${verdictWords[figures.csat.verdict]}`,
      `- ${releaseLine(write, releases)}`,
      `- Incidents: ${write.count(incidents.length)}`,
      `- In quarantine: ${write.count(quarantine.total)}; failed plug-ins: ${write.count(faults.length)}`,
      '',
      '## Repairs',
      '',
      ...(worthwhile.length === 0
        ? ['None that is surely worth its work.']
        : table(write, worthwhile)),
      '',
      'All of it: report.html. Suggestions: suggestions.yaml.',
    ];
    return `${lines.join('\n')}\n`;
  },
};

function table(write: Write, tickets: readonly Ticket[]): string[] {
  const rest = tickets.length - shown;
  return [
    '| | Repair | Owner | Journeys | Worth a month | Range |',
    '| ---: | --- | --- | ---: | ---: | ---: |',
    ...tickets.slice(0, shown).map((ticket) => {
      const { rank, id, owner, journeys } = ticket;
      const week = [worthAMonth(write, ticket), worthBetween(write, ticket)];
      return `| ${[rank, `${plainLine(plainTitle(write, ticket))} (\`${id}\`)`, ownerNames[owner], write.count(journeys), ...week].join(' | ')} |`;
    }),
    ...(rest > 0 ? ['', `${write.count(rest)} more in tickets.yaml.`] : []),
  ];
}
