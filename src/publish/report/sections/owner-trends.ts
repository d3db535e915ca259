/** The journey owner's figures day by day and week by week, and what was said otherwise before. */
import { categoryNames } from '../../../domain/categories.js';
import { effortStages } from '../../../domain/journey.js';
import type { Report } from '../../../domain/report.js';
import type {
  DayFigures,
  FigureName,
  PeriodFigures,
  PlainFigure,
  Restatement,
  WeekFigures,
} from '../../../domain/trend.js';
import { plainFigures } from '../../../domain/trend.js';
import { unknown, type Write } from '../../format.js';
import { categoryName, stageWords } from '../../words.js';
import { type Series, trend } from '../charts/trend.js';
import { type Html, html } from '../html.js';
import { table } from '../parts.js';

const rows = 30;
/** Columns that fit beside each other. */
const mostWeeks = 8;

/** As where the ratio of all weeks is not given. */
const tooFew = 'too few, or none on record';

type WriteFigure = (write: Write, value: number | null) => string;
const optional =
  (digits: number): WriteFigure =>
  (write, value) =>
    value === null ? unknown : write.decimal(value, digits);
const percent: WriteFigure = (write, value) => write.percent(value);
const asSeconds: WriteFigure = (write, value) => write.seconds(value && 60 * value);

/** How the figures are called and written. */
const followed: Record<PlainFigure, [name: string, of: WriteFigure]> = {
  sessions: ['Sessions', optional(0)],
  handoffs: ['Handoffs', optional(0)],
  linked: ['Linked', optional(0)],
  direct: ['Direct contacts', optional(0)],
  escalationRate: ['Escalated', percent],
  taxMinutes: ['Handoff tax', asSeconds],
  repeatsPerJourney: ['Repeated explanations', optional(2)],
  fullContextShare: ['Full context', percent],
  csatEscalated: ['CSAT escalated', optional(1)],
  csatDirect: ['CSAT direct', optional(1)],
  csatGap: ['CSAT gap', (write, value) => (value === null ? unknown : write.signed(value, 1))],
  complaintShareEscalated: ['Complained, escalated', percent],
  complaintShareDirect: ['Complained, direct', percent],
  complaintRatio: [
    'Complaints, escalated to direct',
    (write, value) => (value === null ? tooFew : `${write.decimal(value, 1)} to 1`),
  ],
  returnShare: ['Came back', percent],
  score: ['Score', optional(0)],
};

export const trendParts = (write: Write, { figures, weeks, restated }: Report): Html =>
  html`${weekly(write, weeks)}
${daily(write, figures.days)}
${restatements(write, weeks, restated)}`;

const headings = plainFigures.map((name) => ({ name: followed[name][0], number: true }));
const cells = (write: Write, figures: PeriodFigures): string[] =>
  plainFigures.map((name) => followed[name][1](write, figures[name]));

function weekly(write: Write, weeks: readonly WeekFigures[]): Html | null {
  if (weeks.length === 0) return null;
  const newest = weeks.slice(-mostWeeks);
  const columns = newest.map((week) => ({ name: nameOf(write, week), number: true }));
  return html`<h3>Week by week</h3>
${charts(write, newest)}
${table(
  weeks.length > newest.length
    ? `Figures by week, from its Monday to Sunday; the newest ${mostWeeks}, earlier ones are in metrics.json`
    : 'Figures by week, from its Monday to Sunday',
  [{ name: 'Figure' }, ...columns],
  plainFigures.map((name) => {
    const [title, written] = followed[name];
    return [title, ...newest.map((week) => written(write, week[name]))];
  }),
)}
${table(
  'Time of a journey in each stage, on average, by week',
  [{ name: 'Stage' }, ...columns],
  effortStages.map((stage) => [
    stageWords[stage][0],
    ...newest.map(({ stages }) => asSeconds(write, stages[stage])),
  ]),
)}
${table(
  'What explains handoffs best, by week, as a share of them',
  [{ name: 'Finding' }, ...columns],
  categoryNames
    .filter((category) => newest.some(({ categories }) => categories[category]))
    .map((category) => [
      categoryName(category),
      ...newest.map(({ categories }) => write.percent(categories[category])),
    ]),
)}`;
}

/** Weeks, since days are noise: one Saturday with three sessions makes a peak. The bars are 95 % intervals. */
function charts(write: Write, weeks: readonly WeekFigures[]): Html {
  const series = (name: string, colour: string, key: PlainFigure, scale: number): Series => ({
    name,
    colour,
    values: weeks.map((week) => scaled(week[key], scale)),
    intervals: weeks.map(({ intervals }) => {
      const own = intervals?.[key];
      return own ? [scale * own[0], scale * own[1]] : null;
    }),
  });
  const one = (title: string, digits: number, all: Series[]) =>
    html`<figure><figcaption>${title}${
      all.length > 1
        ? html`: <ul class="legend inline">${all.map(({ name, colour }) => html`<li><i style="background:var(--${colour})"></i>${name}</li>`)}</ul>`
        : null
    }</figcaption>${trend(
      title,
      weeks.map(({ monday }) => write.day(monday)),
      all,
      (value) => write.decimal(value, digits),
    )}</figure>`;
  const single = (key: PlainFigure, scale = 1) => [series('', 'c1', key, scale)];
  return html`<p class="source">By week, each with its ${write.wholePercent(0.95)} interval: where two intervals overlap widely, the weeks may not differ. A week that the data begin within is left out.</p>
<div class="small-multiples">
${one('Sessions that escalate, %', 0, single('escalationRate', 100))}
${one('Handoff tax, seconds', 0, single('taxMinutes', 60))}
${one('Repeats a journey', 1, single('repeatsPerJourney'))}
${one('CSAT of 100', 0, [
  series('direct', 'c1', 'csatDirect', 1),
  series('escalated', 'c3', 'csatEscalated', 1),
])}
${one('Came back within seven days, %', 0, single('returnShare', 100))}
${one('Score of 100', 0, single('score'))}
</div>`;
}

const scaled = (value: number | null, by: number): number | null =>
  value === null ? null : by * value;

const nameOf = (write: Write, { monday, days }: WeekFigures): string =>
  days < 7 ? `${write.day(monday)} (${write.counted(days, 'day')})` : write.day(monday);

const reasons: Record<Restatement['because'], string> = {
  records: 'Surveys, contacts or links that came late changed',
  reading: 'No record came late, but what this night has learned reads otherwise',
};

function restatements(
  write: Write,
  weeks: readonly WeekFigures[],
  restated: readonly Restatement[],
): Html | null {
  if (restated.length === 0) return null;
  const mondays = new Map(weeks.map(({ week, monday }) => [week, monday]));
  const when = (period: string): string => {
    const monday = mondays.get(period);
    return monday === undefined ? write.day(period) : `week from ${write.day(monday)}`;
  };
  const of = (because: Restatement['because']) =>
    restated.filter((one) => one.because === because).reverse();
  return html`<h3>Restated</h3>
${changed(write, when, 'records', of('records'))}
${changed(write, when, 'reading', of('reading'))}`;
}

function changed(
  write: Write,
  when: (period: string) => string,
  because: Restatement['because'],
  list: readonly Restatement[],
): Html | null {
  if (list.length === 0) return null;
  const told = `${reasons[because]} ${write.counted(list.length, 'figure')} of earlier days and weeks.`;
  const what = table(
    because === 'records' ? 'What late records changed' : 'What is read otherwise',
    [
      { name: 'Of' },
      { name: 'Figure' },
      { name: 'Was', number: true },
      { name: 'On the night of' },
      { name: 'Now', number: true },
    ],
    list.slice(0, rows).map(({ period, figure, was, night, now }) => {
      const [name, written] = namedAs.get(figure) ?? [figure, optional(2)];
      return [when(period), name, written(write, was), write.day(night), written(write, now)];
    }),
  );
  if (because === 'records')
    return html`<p>${told}</p>
${what}`;
  return html`<details><summary>${told}</summary>
${what}</details>`;
}

const namedAs = new Map<FigureName, [name: string, of: WriteFigure]>([
  ...plainFigures.map((name) => [name, followed[name]] as const),
  ...effortStages.map((name) => [`stages.${name}`, [stageWords[name][0], asSeconds]] as const),
  ...categoryNames.map((name) => [`categories.${name}`, [categoryName(name), percent]] as const),
] as [FigureName, [string, WriteFigure]][]);

function daily(write: Write, all: readonly DayFigures[]): Html | null {
  if (all.length === 0) return null;
  return html`<details><summary>The days as a table</summary>
${table(
  'Figures by day',
  [{ name: 'Day' }, ...headings],
  all.map((day) => [write.day(day.day), ...cells(write, day)]),
)}
${table(
  'Time of a journey in each stage, on average, by day',
  [{ name: 'Day' }, ...effortStages.map((stage) => ({ name: stageWords[stage][0], number: true }))],
  all.map(({ day, stages }) => [
    write.day(day),
    ...effortStages.map((stage) => asSeconds(write, stages[stage])),
  ]),
)}
${dailyCategories(write, all)}</details>`;
}

function dailyCategories(write: Write, all: readonly DayFigures[]): Html {
  const found = categoryNames.filter((category) =>
    all.some(({ categories }) => categories[category]),
  );
  return table(
    'What explains handoffs best, by day, as a share of them',
    [{ name: 'Day' }, ...found.map((category) => ({ name: categoryName(category), number: true }))],
    all.map(({ day, categories }) => [
      write.day(day),
      ...found.map((one) => write.percent(categories[one])),
    ]),
  );
}
