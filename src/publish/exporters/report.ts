/** report.html: one file that opens anywhere, asks the network for nothing and is whole without its script. */
import type { Report } from '../../domain/report.js';
import type { Exporter } from '../exporter.js';
import { type Write, writeIn } from '../format.js';
import { type Html, html, unsafe } from '../report/html.js';
import { fold } from '../report/parts.js';
import { script, scriptDigest } from '../report/script.js';
import { asksReadSection } from '../report/sections/asks-read.js';
import { findingsSection } from '../report/sections/findings.js';
import { firstScreen } from '../report/sections/first-screen.js';
import { linksSection } from '../report/sections/links.js';
import { lossesSection } from '../report/sections/losses.js';
import { missingSection } from '../report/sections/missing.js';
import { ownerSection } from '../report/sections/owner.js';
import { readingSection } from '../report/sections/reading.js';
import { recordsSection } from '../report/sections/records.js';
import { releasesSection } from '../report/sections/releases.js';
import { runSection } from '../report/sections/run.js';
import { samplesSection } from '../report/sections/samples.js';
import { ticketsSection } from '../report/sections/tickets.js';
import { timeSection } from '../report/sections/time.js';
import { trainingSection } from '../report/sections/training.js';
import { style } from '../report/style.js';

interface Tab {
  id: string;
  title: string;
  render(write: Write, night: Report): Html;
}

/** One for each reader; the first is open until another is asked for. */
const tabs: readonly Tab[] = [
  {
    id: 'bot-team',
    title: 'Bot team',
    render: (write, night) => html`${ticketsSection(write, night, 'bot_team')}
${fold('Did the repairs work?', releasesSection(write, night))}
${fold('Why the bot handed over', findingsSection(write, night))}
${fold('Where customers are lost', lossesSection(write, night))}`,
  },
  {
    id: 'journey-owner',
    title: 'Journey owner',
    render: (write, night) => html`${ticketsSection(write, night, 'journey_owner')}
${ownerSection(write, night)}`,
  },
  {
    id: 'operations',
    title: 'Operations',
    render: (write, night) => html`${ticketsSection(write, night, 'operations')}
${timeSection(write, night)}`,
  },
  { id: 'agents', title: 'Agents', render: trainingSection },
  { id: 'read', title: 'Journeys', render: samplesSection },
  {
    id: 'data',
    title: 'Data',
    render: (write, night) => html`${missingSection(write, night)}
${runSection(write, night)}
${recordsSection(write, night)}
${linksSection(write, night)}
${asksReadSection(write, night)}
${readingSection(night)}`,
  },
];

export const report: Exporter = {
  id: 'report',
  file: 'report.html',
  render: (night: Report) => {
    const { bot, from, to, locale } = night.run;
    const write = writeIn(locale);
    return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '${scriptDigest}'">
<title>Handback: ${bot}, ${write.day(from)} to ${write.day(to)}</title>
<style>${unsafe(style)}</style>
</head>
<body>
<a class="skip" href="#bot-team">To the repairs</a>
${firstScreen(write, night)}
<nav aria-label="Readers"><ul>${tabs.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
<main>
${tabs.map(
  ({ id, title, render }) => html`<article class="tab" id="${id}" aria-label="${title}">
${render(write, night)}</article>
`,
)}</main>
<footer><p class="source">Made from ${write.day(from)} to ${write.day(to)}. Figures: <code>metrics.json</code>; tickets: <code>tickets.yaml</code> and <code>tickets.csv</code>; suggestions: <code>suggestions.yaml</code>.</p></footer>
<script>${unsafe(script)}</script>
</body>
</html>
`.text;
  },
};
