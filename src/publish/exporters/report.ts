/** report.html: one file that opens anywhere and asks the network for nothing. */
import type { Report } from '../../domain/report.js';
import type { Exporter } from '../exporter.js';
import { headline } from '../headline.js';
import { html, unsafe } from '../report/html.js';
import { words } from '../report/parts.js';
import { findingsSection } from '../report/sections/findings.js';
import { linksSection } from '../report/sections/links.js';
import { lossesSection } from '../report/sections/losses.js';
import { ownerSection } from '../report/sections/owner.js';
import { readingSection } from '../report/sections/reading.js';
import { recordsSection } from '../report/sections/records.js';
import { releasesSection } from '../report/sections/releases.js';
import { runSection } from '../report/sections/run.js';
import { samplesSection } from '../report/sections/samples.js';
import { ticketsSection } from '../report/sections/tickets.js';
import { timeSection } from '../report/sections/time.js';
import { style } from '../report/style.js';

const contents = [
  ['run', 'Run and coverage', runSection],
  ['tickets', 'Tickets', ticketsSection],
  ['releases', 'Did the repairs work?', releasesSection],
  ['owner', 'The journey in figures', ownerSection],
  ['time', 'Incidents and hours', timeSection],
  ['losses', 'Where customers are lost', lossesSection],
  ['findings', 'Why it handed over', findingsSection],
  ['links', 'Links', linksSection],
  ['journeys', 'Journeys to read', samplesSection],
  ['records', 'Quarantine and faults', recordsSection],
  ['reading', 'How to read this', readingSection],
] as const;

export const report: Exporter = {
  id: 'report',
  title: 'The report for people',
  file: 'report.html',
  render: (night: Report) => {
    const { bot, from, to, timeZone } = night.run;
    const [first, ...rest] = headline(night);
    return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Handback: ${bot}, ${from} to ${to}</title>
<style>${unsafe(style)}</style>
</head>
<body>
<a class="skip" href="#main">To the report</a>
<header class="top">
<p class="source">Handback · ${words(bot, 100)} · ${from} to ${to} (${timeZone})</p>
<h1>${words(first ?? '', 400)}</h1>
${rest.map((sentence) => html`<p class="headline">${words(sentence, 500)}</p>`)}
</header>
<nav aria-label="Contents"><ol>${contents.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ol></nav>
<main id="main">
${contents.map(([, , render]) => render(night))}</main>
<footer><p class="source">Made from ${from} to ${to}. Figures: <code>metrics.json</code>; tickets: <code>tickets.yaml</code>; suggestions: <code>suggestions.yaml</code>.</p></footer>
</body>
</html>
`.text;
  },
};
