import type { Exporter } from '../exporter.js';
import { github } from './github.js';
import { jira } from './jira.js';
import { journeys } from './journeys.js';
import { linear } from './linear.js';
import { metrics } from './metrics.js';
import { report } from './report.js';
import { spreadsheet } from './spreadsheet.js';
import { suggestions } from './suggestions.js';
import { summary } from './summary.js';
import { tickets } from './tickets.js';

export const exporters: readonly Exporter[] = [
  report,
  summary,
  tickets,
  spreadsheet,
  jira,
  github,
  linear,
  suggestions,
  journeys,
  metrics,
];
