import { type Category, categories, categoryNames } from '../../../domain/categories.js';
import type { HandoffReason } from '../../../domain/journey.js';
import type { Report } from '../../../domain/report.js';
import type { WeekFigures } from '../../../domain/trend.js';
import { mondayOf } from '../../../lib/calendar.js';
import { clip } from '../../../lib/visible.js';
import type { Write } from '../../format.js';
import { categoryName, ownerNames, reasonWords } from '../../words.js';
import { bars } from '../charts/bars.js';
import { columns } from '../charts/columns.js';
import { handoffsWith } from '../handoffs-with.js';
import { type Html, html } from '../html.js';
import { section, table, words } from '../parts.js';

/** Why journeys failed, with the rate that nothing explains. */
export function findingsSection(write: Write, report: Report): Html {
  const { findings, run, journeys } = report;
  const having = handoffsWith(journeys);
  const unexplained = findings.find(({ category }) => category === 'unknown');
  const ordered = [...findings].sort((a, b) => b.primary - a.primary || b.findings - a.findings);
  const found = ordered.filter((one) => one.findings > 0);
  const absent = ordered.filter((one) => one.findings === 0);
  const charted = ordered.filter(({ primary }) => primary > 0);
  const body = html`${reasons(write, report)}
${
  charted.length === 0
    ? null
    : html`<figure>${bars(
        'Main cause of the handoffs',
        charted.map(({ category, primary, share }) => ({
          name: categories[category].title,
          value: primary,
          shown: `${write.count(primary)} (${write.percent(share)})`,
          strong: category === 'unknown',
        })),
      )}<figcaption>Handoffs by their main cause; the dark bar is what nothing explains</figcaption></figure>`
}
${table(
  'Findings by category',
  [
    { name: 'Category' },
    { name: 'Holds when' },
    { name: 'Owner' },
    { name: 'Main cause', number: true },
    { name: 'Share of handoffs', number: true },
    { name: 'Handoffs with it at all', number: true },
  ],
  found.map(({ category, primary, share }) => [
    html`${categories[category].title}<br><code>${category}</code>`,
    categories[category].meaning,
    ownerNames[categories[category].owner],
    write.count(primary),
    write.percent(share),
    write.count(having.get(category) ?? 0),
  ]),
)}
${byWeek(write, report)}
${absent.length === 0 ? null : html`<p class="more">Looked for and not found: ${absent.map(({ category }) => categories[category].title).join(', ')}.</p>`}`;
  return section(
    'findings',
    'Why the bot handed over',
    body,
    `${write.percent(unexplained?.share ?? 0)} of ${write.count(run.links.handoffs)} handoffs are unexplained. A journey can have several findings; one is its main cause.`,
  );
}

/** What the bot's log says, or its last turns show: another question than what it cost afterwards. */
function reasons(write: Write, { figures: { handoffReasons }, run }: Report): Html | null {
  if (handoffReasons.length === 0) return null;
  return html`<figure>${bars(
    'Reasons for the handoffs',
    handoffReasons.map(({ reason, journeys }) => ({
      name: shortReasons[reason],
      value: journeys,
      shown: `${write.count(journeys)} (${write.shareOf(journeys, run.links.handoffs)})`,
    })),
  )}<figcaption>What made the bot hand over, as its log says or its last turns show: ${handoffReasons.map(({ reason }) => reasonWords[reason]).join('; ')}</figcaption></figure>`;
}

const shortReasons: Record<HandoffReason, string> = {
  user_request: 'Customer asked',
  no_match: 'Not understood',
  rule: 'Built to hand over',
  error: 'Something failed',
  unknown: 'Not known',
};

const most = 4;
const colours = ['c1', 'c2', 'c3', 'c4'] as const;

/** The main causes of the handoffs of each week, with the weeks marked in which a repair went live. */
function byWeek(write: Write, { weeks, releases }: Report): Html | null {
  if (weeks.length < 2) return null;
  const count = (week: WeekFigures, category: Category) =>
    Math.round((week.categories[category] ?? 0) * week.handoffs);
  const sumOf = (category: Category) => weeks.reduce((sum, week) => sum + count(week, category), 0);
  const ordered = categoryNames
    .filter((category) => sumOf(category) > 0)
    .sort((a, b) => sumOf(b) - sumOf(a));
  const series = [
    ...ordered.slice(0, most).map((category, i) => ({
      name: categoryName(category),
      colour: colours[i] ?? 'c1',
      values: weeks.map((week) => count(week, category)),
    })),
    {
      name: 'All others',
      colour: 'c5',
      values: weeks.map((week) =>
        ordered.slice(most).reduce((sum, category) => sum + count(week, category), 0),
      ),
    },
  ];
  const live = weeks.map(({ monday }) => {
    const own = releases.tickets.filter(
      ({ verification: { release } }) => mondayOf(release) === monday,
    );
    return own.length === 0 ? null : own.map(({ title }) => clip(title, 80)).join('; ');
  });
  return html`<h3>Main causes week by week</h3>
${columns(
  'Handoffs by main cause',
  weeks.map(({ monday }) => write.day(monday)),
  series,
  live,
  write.count,
)}
${table(
  'Handoffs by main cause, weeks from Monday on',
  [
    { name: 'Week' },
    ...series.map(({ name }) => ({ name, number: true })),
    { name: 'Live that week' },
  ],
  weeks.map((week, i) => [
    write.day(week.monday),
    ...series.map(({ values }) => write.count(values[i] ?? 0)),
    words(live[i] ?? '', 200),
  ]),
)}`;
}
