/** The owner's figures over time: by day, by ISO week, and what was said otherwise before. */
import type { DayFigures, Report, Restatement, WeekFigures } from '../../../domain/report.js';
import { count, counted, decimal, minutes, percent, unknown } from '../../format.js';
import { type Series, trend } from '../charts.js';
import { type Html, html } from '../html.js';
import { table } from '../parts.js';

const rows = 30;

export const trendParts = ({ figures, weeks, restated }: Report): Html =>
  html`${daily(figures.days)}
${weekly(weeks)}
${restatements(restated)}`;

const optional = (value: number | null, digits: number) =>
  value === null ? unknown : decimal(value, digits);

/** Names of the figures that are followed by day and week, and how they are written. */
const followed: Record<
  keyof Omit<DayFigures, 'day'>,
  [name: string, write: (value: number | null) => string]
> = {
  sessions: ['Sessions', (value) => (value === null ? unknown : count(value))],
  handoffs: ['Handoffs', (value) => (value === null ? unknown : count(value))],
  escalationRate: ['Escalated', percent],
  taxMinutes: ['Tax', minutes],
  repeatsPerJourney: ['Repeats', (value) => optional(value, 2)],
  fullContextShare: ['Full context', percent],
  csatEscalated: ['CSAT escalated', (value) => optional(value, 1)],
  csatDirect: ['CSAT direct', (value) => optional(value, 1)],
  returnShare: ['Came back', percent],
  score: ['Score', (value) => optional(value, 0)],
};
const names = Object.keys(followed) as (keyof typeof followed)[];
const headings = names.map((name) => ({ name: followed[name][0], number: true }));
const cells = (figures: Omit<DayFigures, 'day'>) =>
  names.map((name) => followed[name][1](figures[name]));

function weekly(weeks: readonly WeekFigures[]): Html | null {
  if (weeks.length === 0) return null;
  const nameOf = ({ week, days: passed }: WeekFigures) =>
    passed < 7 ? `${week}, ${counted(passed, 'day')} so far` : week;
  return html`<h3>Week by week</h3>
${table(
  'Figures by ISO week, Monday to Sunday',
  [{ name: 'Week' }, ...headings],
  weeks.map((week) => [nameOf(week), ...cells(week)]),
)}`;
}

function restatements(restated: readonly Restatement[]): Html | null {
  if (restated.length === 0) return null;
  const newest = [...restated].reverse().slice(0, rows);
  return html`<h3>Restated</h3>
<p>Surveys come late and contacts are delivered again: ${counted(restated.length, 'figure')} of earlier days and weeks changed since a night gave them.</p>
${table(
  'What changed',
  [
    { name: 'Of' },
    { name: 'Figure' },
    { name: 'Was', number: true },
    { name: 'On the night of' },
    { name: 'Now', number: true },
  ],
  newest.map(({ period, figure, was, night, now }) => {
    const [name, write] = followed[figure];
    return [period, name, write(was), night, write(now)];
  }),
)}`;
}

function daily(all: readonly DayFigures[]): Html | null {
  if (all.length === 0) return null;
  const of = (key: Exclude<keyof DayFigures, 'day'>, scale = 1) =>
    all.map((day) => (day[key] === null ? null : day[key] * scale));
  const one = (title: string, digits: number, series: Series[]) =>
    html`<figure><figcaption>${title}${
      series.length > 1
        ? html`: <ul class="legend inline">${series.map(({ name, colour }) => html`<li><i style="background:var(--${colour})"></i>${name}</li>`)}</ul>`
        : null
    }</figcaption>${trend(
      title,
      all.map(({ day }) => day),
      series,
      digits,
    )}</figure>`;
  const single = (values: Series['values']): Series[] => [{ name: '', colour: 'c1', values }];
  return html`<h3>Day by day</h3>
<div class="small-multiples">
${one('Sessions that escalate, %', 0, single(of('escalationRate', 100)))}
${one('Handoff tax, minutes', 1, single(of('taxMinutes')))}
${one('Repeats a journey', 1, single(of('repeatsPerJourney')))}
${one('CSAT of 100', 0, [
  { name: 'direct', colour: 'c1', values: of('csatDirect') },
  { name: 'escalated', colour: 'c3', values: of('csatEscalated') },
])}
${one('Came back within seven days, %', 0, single(of('returnShare', 100)))}
${one('Score of 100', 0, single(of('score')))}
</div>
<details><summary>The days as a table</summary>
${table(
  'Figures by day',
  [{ name: 'Day' }, ...headings],
  all.map((day) => [day.day, ...cells(day)]),
)}</details>`;
}
