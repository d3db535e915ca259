/** summary.md: the night in at most twelve lines, to paste into a chat channel or an e-mail. */
import type { Report } from '../../domain/report.js';
import { digestOf } from '../digest.js';
import type { Exporter } from '../exporter.js';
import { plainLine } from '../markdown.js';

export const summary: Exporter = {
  id: 'summary',
  file: 'summary.md',
  render: (report: Report) => {
    const { title, sentences, repairs } = digestOf(report);
    const lines = [
      `# ${plainLine(title)}`,
      ...sentences.map((sentence) => `- ${plainLine(sentence)}`),
      ...repairs.map(numbered),
      '- All of it: report.html; every repair: tickets.yaml; what to import: suggestions.yaml',
    ];
    return `${lines.join('\n')}\n`;
  },
};

/** The rank at the beginning stays a number of a list; the rest is text. */
function numbered(repair: string): string {
  const [, rank = '', text = repair] = /^(\d+\. )(.*)$/s.exec(repair) ?? [];
  return `${rank}${plainLine(text)}`;
}
