/** issues-linear.ndjson: one `IssueCreateInput` a line for Linear's `issueCreate`, to which the `teamId` is added. */
import type { Report } from '../../domain/report.js';
import type { Exporter } from '../exporter.js';
import { issuesOf } from '../issue.js';
import { toJson } from '../json.js';

export const linear: Exporter = {
  id: 'linear',
  file: 'issues-linear.ndjson',
  render: (report: Report) =>
    issuesOf(report)
      .map(({ title, body, priority }) => `${toJson({ title, description: body, priority })}\n`)
      .join(''),
};
