import type { Report } from '../../../domain/report.js';
import { type Html, html } from '../html.js';
import { section, words } from '../parts.js';
import { terms } from '../terms.js';

/** What the figures mean, for a reader who meets them for the first time. */
export function readingSection({ engine, run }: Report): Html {
  const body = html`<dl class="terms">${Object.entries(terms).map(
    ([id, [name, meaning]]) => html`<dt id="term-${id}">${name}</dt><dd>${meaning}</dd>
`,
  )}</dl>
<p>Days and hours are those of ${words(run.timeZone, 60)}. Suggestions are tested with ${words(engine, 120)}. Every number on this page is in <code>metrics.json</code>, every handoff in <code>journeys.ndjson</code>.</p>`;
  return section('reading', 'How to read this', body);
}
