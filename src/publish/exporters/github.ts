/** issues-github.ndjson: one body a line for GitHub's API, `POST /repos/{owner}/{repo}/issues`. */
import type { Report } from '../../domain/report.js';
import type { Exporter } from '../exporter.js';
import { issuesOf } from '../issue.js';
import { toJson } from '../json.js';

export const github: Exporter = {
  id: 'github',
  file: 'issues-github.ndjson',
  render: (report: Report) =>
    issuesOf(report)
      .map(({ title, body, labels }) => `${toJson({ title, body, labels })}\n`)
      .join(''),
};
