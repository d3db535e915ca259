import type { Report } from '../../../domain/report.js';
import { hours, type Write, windowOf } from '../../format.js';
import { plainName, plainSentence } from '../../plain.js';
import { type Html, html } from '../html.js';
import { section, table, words } from '../parts.js';
import { hoursPart } from './hours.js';

const shown = 20;

/** Bursts on one day, and what a test for bad hours could have seen. */
export function timeSection(write: Write, report: Report): Html {
  const { incidents, timeOfDay, tickets } = report;
  const patterns = tickets.filter(({ category }) => category === 'time_of_day_failure');
  const body = html`<p>${patternText(write, patterns.length, timeOfDay.windowsTested)} ${
    timeOfDay.note === null ? null : words(timeOfDay.note, 400)
  }</p>
${
  patterns.length === 0
    ? null
    : html`<ul>${patterns.slice(0, shown).map(({ title, rank, intents }) => html`<li><a href="#ticket-${rank}">${words(plainSentence(write, title, intents), 200)}</a></li>`)}</ul>`
}
${hoursPart(write, report)}
<h3>Incidents</h3>
${
  incidents.length === 0
    ? html`<p>No burst of failures on a single day.</p>`
    : table(
        'Bursts on one day: no pattern, so no ticket',
        [
          { name: 'Day' },
          { name: 'Hours' },
          { name: 'Intent' },
          { name: 'Failed', number: true },
          { name: 'Expected', number: true },
          { name: 'Note' },
        ],
        incidents
          .slice(0, shown)
          .map((one) => [
            write.day(one.day),
            hours(one.from, one.to),
            words(one.intent ?? 'whole bot', 80),
            write.count(one.failed),
            write.decimal(one.expected, 1),
            words(one.note, 300),
          ]),
      )
}
<h3>What could have been seen</h3>
${
  timeOfDay.smallestEffect.length === 0
    ? html`<p>Too few sessions to say how small an effect would have been seen.</p>`
    : smallestRises(write, timeOfDay.smallestEffect)
}`;
  return section('time', 'Incidents and time of day', body);
}

/** A rate that must rise to nearly all sessions to be seen says one thing of all its rows: that this was too little data. */
const allButAll = 0.995;

function smallestRises(write: Write, effects: Report['timeOfDay']['smallestEffect']): Html {
  const within = effects.filter(({ detectableRate }) => detectableRate < allButAll);
  if (within.length === 0)
    return html`<p>With this few sessions an hour, bad hours of an intent would have been found in four of five cases only where nearly all of its sessions fail in them. What is less can go unseen; more weeks show more.</p>`;
  return html`${table(
    'The smallest rise that this night would have found in four of five cases',
    [
      { name: 'Intent' },
      { name: 'Hours' },
      { name: 'Usual rate', number: true },
      { name: 'Found from', number: true },
    ],
    within
      .slice(0, shown)
      .map(({ intent, window, baseRate, detectableRate }) => [
        words(plainName(intent), 80),
        windowOf(window),
        write.percent(baseRate),
        write.percent(detectableRate),
      ]),
  )}
${within.length < effects.length ? html`<p class="more">In ${write.counted(effects.length - within.length, 'more intent')} only a rise to nearly all sessions would have been found.</p>` : null}`;
}

function patternText(write: Write, patterns: number, tested: number): string {
  const of = `${write.counted(tested, 'window')} of hours and intents were tested.`;
  if (patterns === 0) return `${of} None fails more than its other hours on enough days.`;
  return `${of} ${write.counted(patterns, 'pattern')} held.`;
}
