/** summary.md: the night on one page, to paste into a message. */
import type { Report } from '../../domain/report.js';
import type { Ticket } from '../../domain/ticket.js';
import { clip } from '../../lib/visible.js';
import type { Exporter } from '../exporter.js';
import { count, minutes, percent, points, probability, range } from '../format.js';
import { headline } from '../headline.js';
import { releaseLine } from '../release-line.js';
import { ownerNames, verdictWords } from '../words.js';

const shown = 10;

export const summary: Exporter = {
  id: 'summary',
  title: 'The night on one page',
  file: 'summary.md',
  render: (report: Report) => {
    const { run, tickets, releases, figures, findings, quarantine, faults, incidents } = report;
    const { links } = run;
    const worthwhile = tickets.filter(({ listed }) => listed);
    const unexplained = findings.find(({ category }) => category === 'unknown')?.share ?? 0;
    const lines = [
      `# Handback: ${plain(run.bot)}, ${run.from} to ${run.to}`,
      '',
      ...headline(report).flatMap((sentence) => [plain(sentence), '']),
      `- Links: ${count(links.linked)} linked, ${count(links.possible)} possible, ${count(links.none)} none; expected precision ${probability(links.expectedPrecision)}${links.changed > 0 ? `; ${count(links.changed)} changed since an earlier night` : ''}`,
      `- Unexplained handoffs: ${percent(unexplained)}`,
      `- Handoff tax: ${minutes(figures.handoffTaxMinutes?.value ?? null)} a journey`,
      `- CSAT gap: ${points(figures.csat.gap?.value ?? null)}. ${verdictWords[figures.csat.verdict]}`,
      `- ${releaseLine(releases)}`,
      `- Incidents: ${count(incidents.length)}`,
      `- In quarantine: ${count(quarantine.total)}; failed plug-ins: ${count(faults.length)}`,
      '',
      '## Repairs',
      '',
      ...(worthwhile.length === 0 ? ['None that is surely worth its work.'] : table(worthwhile)),
      '',
      'All of it: report.html. Suggestions: suggestions.yaml.',
    ];
    return `${lines.join('\n')}\n`;
  },
};

function table(tickets: readonly Ticket[]): string[] {
  const rest = tickets.length - shown;
  return [
    '| | Repair | Owner | Journeys | A week | 90 % interval |',
    '| ---: | --- | --- | ---: | ---: | ---: |',
    ...tickets.slice(0, shown).map(({ rank, title, id, owner, journeys, value }) => {
      const week = [minutes(value.minutesPerWeek), range(value.interval, 1)];
      return `| ${[rank, `${plain(title)} (\`${id}\`)`, ownerNames[owner], count(journeys), ...week].join(' | ')} |`;
    }),
    ...(rest > 0 ? ['', `${count(rest)} more in tickets.yaml.`] : []),
  ];
}

/** One line in which nothing is markup. */
function plain(text: string): string {
  return clip(text, 300).replace(/[\\`*_[\]<>|~#&!]/g, '\\$&');
}
