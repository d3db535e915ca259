/** tickets-jira.csv: repairs for Jira's CSV import, whose columns are named as its fields are. */
import type { Report } from '../../domain/report.js';
import { csvRow, csvText } from '../csv.js';
import type { Exporter } from '../exporter.js';
import { issuesOf } from '../issue.js';

const priorities = { 2: 'High', 3: 'Medium', 4: 'Low' } as const;

export const jira: Exporter = {
  id: 'jira',
  file: 'tickets-jira.csv',
  render: (report: Report) => {
    // Several labels are several columns of one name.
    const head = csvRow(['Summary', 'Issue Type', 'Priority', 'Labels', 'Labels', 'Description']);
    const rows = issuesOf(report).map(({ title, body, labels, priority }) => {
      const own = [title, 'Task', priorities[priority], ...labels.map(asLabel)];
      return `${csvRow(own).trimEnd()},${csvText(wiki(body))}\n`;
    });
    return [head, ...rows].join('');
  },
};

/** Jira's labels have no spaces. */
const asLabel = (label: string): string => label.toLowerCase().replace(/\s+/g, '-');

/** Jira's own markup is another: its signs are escaped, and what was Markdown's escape or fence goes. */
const wiki = (body: string): string[] =>
  body
    .split('\n')
    .filter((line) => !/^`{3,}(text)?$/.test(line))
    .map((line) => line.replace(/\\([\\`*_[\]<>|~#&!])/g, '$1').replace(/[{}[\]|!^~@]/g, '\\$&'));
