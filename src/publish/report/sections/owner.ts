import type { Estimate } from '../../../domain/estimate.js';
import type { OwnerFigures, ScoreFigures } from '../../../domain/figures.js';
import type { Report } from '../../../domain/report.js';
import { criteria } from '../../../domain/rubric.js';
import { unknown, type Write } from '../../format.js';
import { ratioText } from '../../plain.js';
import { criterionNames, partNames, stageWords, verdictWords } from '../../words.js';
import { stackedBar } from '../charts/stacked-bar.js';
import { type Html, html } from '../html.js';
import { section, table, term, tiles, words } from '../parts.js';
import { byFindingPart } from './by-finding.js';
import { flowPart } from './flow.js';
import { deadEnds, queues } from './owner-tables.js';
import { trendParts } from './owner-trends.js';

const secondsOf = (minutes: Estimate | null): number | null => minutes && 60 * minutes.value;

const stageColours = { bot: 'c1', wait: 'c2', identify: 'c3', explain: 'c4', solve: 'c5' } as const;

/** What the journey owner takes to the three departments. */
export function ownerSection(write: Write, report: Report): Html {
  const { figures, run } = report;
  const { csat, complaints, context } = figures;
  const body = html`${tiles([
    {
      name: term('tax', 'Handoff tax a journey'),
      value: write.seconds(secondsOf(figures.handoffTaxMinutes)),
      note: taxNote(write, figures),
    },
    {
      name: term('repeats', 'Repeats a journey'),
      value: figures.repeatsPerJourney
        ? write.decimal(figures.repeatsPerJourney.value, 2)
        : unknown,
      note: 'how often the customer says again what the bot had been told',
    },
    {
      name: term('gap', 'CSAT gap, direct less escalated'),
      value: write.points(csat.gap?.value ?? null),
      note: `${verdictWords[csat.verdict]} ${answers(write, csat)}`,
    },
    {
      name: term('complaints', 'Complaints, escalated to direct'),
      value: ratioText(write, complaints.ratio),
      note: `${write.percent(complaints.escalatedRate)} against ${write.percent(complaints.directRate)} of contacts`,
    },
    {
      name: term('context', 'Handoffs whose agent saw the whole transcript'),
      value: write.percent(context.full),
    },
    {
      name: term('returns', 'Came back within seven days'),
      value: write.percent(figures.returns.escalated?.value ?? null),
      note: returnNote(write, figures),
    },
    {
      name: term('score', 'Score of a journey, of 100'),
      value: figures.score.journey ? write.decimal(figures.score.journey.value, 0) : unknown,
      note: `how the bot, the handoff and the agent treated the customer; that the bot hands over ${write.shareOf(run.links.handoffs, run.sessions)} of its sessions does not lower it`,
    },
  ])}
${stages(write, figures)}
${byFindingPart(write, figures.byFinding)}
<h3>What the agent was given</h3>
${stackedBar('Handoffs by context', [
  {
    name: 'The whole transcript',
    value: context.full,
    shown: write.percent(context.full),
    colour: 'c1',
  },
  {
    name: 'A summary or some values',
    value: context.partial,
    shown: write.percent(context.partial),
    colour: 'c2',
  },
  { name: 'Nothing', value: context.none, shown: write.percent(context.none), colour: 'c3' },
  {
    name: 'The platform does not say',
    value: context.unknown,
    shown: write.percent(context.unknown),
    colour: 'c5',
  },
])}
${rubric(write, figures)}
${intervals(write, figures)}
${deadEnds(write, figures)}
${queues(write, figures)}
${flowPart(write, figures)}
${trendParts(write, report)}`;
  const name = run.journeyOwner === null ? 'the journey owner' : run.journeyOwner;
  return section(
    'owner',
    'The journey in figures',
    body,
    html`For ${words(name, 100)}: what a handoff costs the customer, and where.`,
  );
}

/** A gap that few have answered for convinces nobody, and one of many does: the reader sees which it is. */
function answers(write: Write, { escalated, direct }: OwnerFigures['csat']): string {
  if (escalated === null || direct === null) return '';
  return `By ${write.count(escalated.n)} answers of escalated and ${write.count(direct.n)} of direct customers.`;
}

function returnNote(write: Write, { returns: { direct, sameMatter } }: OwnerFigures): string {
  const others = direct
    ? `of direct customers ${write.percent(direct.value)}`
    : 'of direct customers unknown';
  return sameMatter === null
    ? others
    : `${others}; ${write.percent(sameMatter)} of those who came back did so for the same matter`;
}

function taxNote(write: Write, { directMinutes }: OwnerFigures): string {
  return directMinutes === null
    ? 'no direct contacts to compare with'
    : `beyond the ${write.seconds(60 * directMinutes)} that a direct customer with the same reason needs on average to get there`;
}

function stages(write: Write, { stages: all }: OwnerFigures): Html {
  return html`<h3>Where the time goes</h3>
${stackedBar(
  'Mean time of a journey by stage',
  all.map(({ stage, meanSeconds }) => ({
    name: stageWords[stage][0],
    value: meanSeconds ?? 0,
    shown: write.seconds(meanSeconds),
    colour: stageColours[stage],
  })),
)}
${table(
  'Stages of a journey',
  [
    { name: 'Stage' },
    { name: 'What it is' },
    { name: 'Median', number: true },
    { name: 'Mean', number: true },
    { name: 'Known in', number: true },
  ],
  all.map(({ stage, medianSeconds, meanSeconds, n }) => [
    stageWords[stage][0],
    stageWords[stage][1],
    write.seconds(medianSeconds),
    write.seconds(meanSeconds),
    write.count(n),
  ]),
)}`;
}

const times = (factor: number, found: Estimate | null): Estimate | null =>
  found && {
    value: factor * found.value,
    interval: [factor * found.interval[0], factor * found.interval[1]],
    n: found.n,
  };
const percentOf = (found: Estimate | null): Estimate | null => times(100, found);

/** The same criteria for all three, so that their owners see the same table. */
function rubric(write: Write, { score: { journeys, parts } }: OwnerFigures): Html {
  const shown = ({ mean, judged }: ScoreFigures['parts'][number]['criteria'][number]) =>
    mean === null
      ? 'not judged'
      : `${write.decimal(100 * mean, 0)} (${write.percent(judged / journeys)})`;
  return html`<h3>On one rubric</h3>
${table(
  'Points of 100 for each criterion, and in how many of the journeys the records show it; what they do not show is left out',
  [{ name: 'Criterion' }, ...parts.map(({ part }) => ({ name: partNames[part], number: true }))],
  [
    ...criteria.map((criterion, i) => [
      criterionNames[criterion],
      ...parts.map((part) => {
        const found = part.criteria[i];
        return found ? shown(found) : unknown;
      }),
    ]),
    ['Score', ...parts.map(({ score }) => (score ? write.decimal(score.value, 0) : unknown))],
  ],
)}`;
}

function intervals(
  write: Write,
  { handoffTaxMinutes, repeatsPerJourney, score, returns, csat, complaints }: OwnerFigures,
): Html {
  return html`<details><summary>The figures with their intervals</summary>
${table(
  "The journey owner's figures",
  [{ name: 'Figure' }, { name: 'Value, 95 % interval, number of journeys' }],
  [
    ['Handoff tax a journey', write.estimate(times(60, handoffTaxMinutes), 's', 0)],
    ['Repeats a journey', write.estimate(repeatsPerJourney, '', 2)],
    ['Score of a journey (of 100)', write.estimate(score.journey, '', 1)],
    [
      'Came back within seven days, escalated',
      write.estimate(percentOf(returns.escalated), '%', 1),
    ],
    ['Came back, handled by the bot alone', write.estimate(percentOf(returns.contained), '%', 1)],
    ['Came back, direct to an agent', write.estimate(percentOf(returns.direct), '%', 1)],
    ['Came back, escalated to direct', ratioText(write, returns.ratio)],
    [
      'Came back for the same matter, escalated',
      write.estimate(percentOf(returns.same.escalated), '%', 1),
    ],
    [
      'The same, handled by the bot alone',
      write.estimate(percentOf(returns.same.contained), '%', 1),
    ],
    ['The same, direct to an agent', write.estimate(percentOf(returns.same.direct), '%', 1)],
    ['CSAT, escalated (of 100)', write.estimate(csat.escalated, '', 1)],
    ['CSAT, direct (of 100)', write.estimate(csat.direct, '', 1)],
    ['CSAT gap, same reasons', write.estimate(csat.gap, 'points', 1)],
    ['Complaints, escalated to direct', ratioText(write, complaints.ratio)],
  ],
)}
<p>${leftOut(write, returns)}</p></details>`;
}

/** What is not known yet must not look like nobody coming back. */
const leftOut = (
  write: Write,
  { leftOut: { tooYoung, unknownCustomer } }: OwnerFigures['returns'],
): string =>
  `Not counted among those who may have come back: ${write.counted(tooYoung, 'visit')} whose seven days are not over, ` +
  `and ${write.count(unknownCustomer)} of customers whom nothing identifies.`;
