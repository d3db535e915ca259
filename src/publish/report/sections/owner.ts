import type { Estimate, OwnerFigures, Report, ScoreFigures } from '../../../domain/report.js';
import { criteria } from '../../../domain/rubric.js';
import {
  count,
  counted,
  decimal,
  estimate,
  minutes,
  percent,
  points,
  seconds,
  unknown,
} from '../../format.js';
import { criterionNames, partNames, stageWords, verdictWords } from '../../words.js';
import { stackedBar } from '../charts/stacked-bar.js';
import { type Html, html } from '../html.js';
import { section, table, tiles, words } from '../parts.js';
import { trendParts } from './owner-trends.js';

const rows = 30;
const stageColours = { bot: 'c1', wait: 'c2', identify: 'c3', explain: 'c4', solve: 'c5' } as const;

/** What the journey owner takes to the three departments. */
export function ownerSection(report: Report): Html {
  const { figures, run } = report;
  const { csat, complaints, context } = figures;
  const body = html`${tiles([
    {
      name: 'Handoff tax a journey',
      value: minutes(figures.handoffTaxMinutes?.value ?? null),
      note: taxNote(figures),
    },
    {
      name: 'Repeats a journey',
      value: figures.repeatsPerJourney ? decimal(figures.repeatsPerJourney.value, 2) : unknown,
      note: 'how often the customer says again what the bot had been told',
    },
    {
      name: 'CSAT gap, direct less escalated',
      value: points(csat.gap?.value ?? null),
      note: verdictWords[csat.verdict],
    },
    {
      name: 'Complaints, escalated to direct',
      value: complaints.ratio ? `${decimal(complaints.ratio.value, 2)} to 1` : unknown,
      note: `${percent(complaints.escalatedRate)} against ${percent(complaints.directRate)} of contacts`,
    },
    { name: 'Handoffs with full context', value: percent(context.full) },
    {
      name: 'Came back within seven days',
      value: percent(figures.returns.escalated?.value ?? null),
      note: returnNote(figures),
    },
    {
      name: 'Score of a journey, of 100',
      value: figures.score.journey ? decimal(figures.score.journey.value, 0) : unknown,
      note: 'the bot, the handoff and the agent on one rubric',
    },
  ])}
${stages(figures)}
<h3>What the agent was given</h3>
${stackedBar('Handoffs by context', [
  { name: 'Full', value: context.full, shown: percent(context.full), colour: 'c1' },
  { name: 'Partial', value: context.partial, shown: percent(context.partial), colour: 'c2' },
  { name: 'None', value: context.none, shown: percent(context.none), colour: 'c3' },
  { name: 'Not said', value: context.unknown, shown: percent(context.unknown), colour: 'c5' },
])}
${rubric(figures)}
${intervals(figures)}
${deadEnds(figures)}
${queues(figures)}
${agents(figures)}
${trendParts(report)}`;
  const name = run.journeyOwner === null ? 'the journey owner' : run.journeyOwner;
  return section(
    'owner',
    'The journey in figures',
    body,
    html`For ${words(name, 100)}: what a handoff costs the customer, and where.`,
  );
}

function returnNote({ returns: { direct, sameMatter } }: OwnerFigures): string {
  const others = direct
    ? `of direct customers ${percent(direct.value)}`
    : 'of direct customers unknown';
  return sameMatter === null ? others : `${others}; ${percent(sameMatter)} for the same matter`;
}

function taxNote({ directMinutes }: OwnerFigures): string {
  return directMinutes === null
    ? 'no direct contacts to compare with'
    : `beyond the ${minutes(directMinutes)} that a direct customer needs to get there`;
}

function stages({ stages: all }: OwnerFigures): Html {
  return html`<h3>Where the time goes</h3>
${stackedBar(
  'Mean time of a journey by stage',
  all.map(({ stage, meanSeconds }) => ({
    name: stageWords[stage][0],
    value: meanSeconds ?? 0,
    shown: seconds(meanSeconds),
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
    seconds(medianSeconds),
    seconds(meanSeconds),
    count(n),
  ]),
)}`;
}

const percentOf = (found: Estimate | null): Estimate | null =>
  found && {
    value: 100 * found.value,
    interval: [100 * found.interval[0], 100 * found.interval[1]],
    n: found.n,
  };

/** The same criteria for all three, so that their owners see the same table. */
function rubric({ score: { journeys, parts } }: OwnerFigures): Html {
  const shown = ({ mean, judged }: ScoreFigures['parts'][number]['criteria'][number]) =>
    mean === null ? 'not judged' : `${decimal(100 * mean, 0)} (${percent(judged / journeys)})`;
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
    ['Score', ...parts.map(({ score }) => (score ? decimal(score.value, 0) : unknown))],
  ],
)}`;
}

function intervals({
  handoffTaxMinutes,
  repeatsPerJourney,
  score,
  returns,
  csat,
  complaints,
}: OwnerFigures): Html {
  return html`<details><summary>The figures with their intervals</summary>
${table(
  "The journey owner's figures",
  [{ name: 'Figure' }, { name: 'Value, 95 % interval, number of journeys' }],
  [
    ['Handoff tax a journey', estimate(handoffTaxMinutes, 'min', 2)],
    ['Repeats a journey', estimate(repeatsPerJourney, '', 2)],
    ['Score of a journey (of 100)', estimate(score.journey, '', 1)],
    ['Came back within seven days, escalated', estimate(percentOf(returns.escalated), '%', 1)],
    ['Came back, handled by the bot alone', estimate(percentOf(returns.contained), '%', 1)],
    ['Came back, direct to an agent', estimate(percentOf(returns.direct), '%', 1)],
    ['Came back, escalated to direct', estimate(returns.ratio, '', 2)],
    [
      'Came back for the same matter, escalated',
      estimate(percentOf(returns.same.escalated), '%', 1),
    ],
    ['The same, handled by the bot alone', estimate(percentOf(returns.same.contained), '%', 1)],
    ['The same, direct to an agent', estimate(percentOf(returns.same.direct), '%', 1)],
    ['CSAT, escalated (of 100)', estimate(csat.escalated, '', 1)],
    ['CSAT, direct (of 100)', estimate(csat.direct, '', 1)],
    ['CSAT gap, same reasons', estimate(csat.gap, 'points', 1)],
    ['Complaint ratio', estimate(complaints.ratio, '', 2)],
  ],
)}
<p>${leftOut(returns)}</p></details>`;
}

/** What is not known yet must not look like nobody coming back. */
const leftOut = ({ leftOut: { tooYoung, unknownCustomer } }: OwnerFigures['returns']): string =>
  `Not counted among those who may have come back: ${counted(tooYoung, 'visit')} whose seven days are not over, ` +
  `and ${count(unknownCustomer)} of customers whom nothing identifies.`;

function deadEnds({ deadEnds: all }: OwnerFigures): Html {
  if (all.length === 0)
    return html`<h3>Intents that always escalate</h3><p>None escalates nearly always.</p>`;
  return html`<h3>Intents that always escalate</h3>
${table(
  'Dead ends',
  [
    { name: 'Intent' },
    { name: 'Sessions', number: true },
    { name: 'Escalated', number: true },
    { name: 'Share', number: true },
  ],
  all
    .slice(0, rows)
    .map(({ intent, sessions, escalated, share }) => [
      words(intent, 100),
      count(sessions),
      count(escalated),
      percent(share),
    ]),
)}`;
}

function queues({ queues: all }: OwnerFigures): Html | null {
  if (all.length === 0) return null;
  return html`<h3>Where the bot's customers arrive</h3>
${table(
  'Queues',
  [
    { name: 'Queue' },
    { name: 'Journeys', number: true },
    { name: 'Median wait', number: true },
    { name: 'Sent on', number: true },
    { name: 'Resolved', number: true },
    { name: 'CSAT', number: true },
  ],
  all
    .slice(0, rows)
    .map((one) => [
      words(one.queue, 80),
      count(one.journeys),
      seconds(one.medianWaitSeconds),
      percent(one.transferredShare),
      percent(one.resolvedShare),
      optional(one.csat, 1),
    ]),
)}`;
}

function agents({ agents: all }: OwnerFigures): Html | null {
  if (all.length === 0) return null;
  return html`<h3>Agents who open well</h3>
${table(
  'Openings that refer to the conversation before; small counts are drawn to the mean',
  [
    { name: 'Agent' },
    { name: 'Contacts', number: true },
    { name: 'Warm openings', number: true },
    { name: 'Share, shrunk', number: true },
  ],
  all
    .slice(0, rows)
    .map(({ agentId, contacts, warmOpenings, shrunkShare }) => [
      words(agentId, 80),
      count(contacts),
      count(warmOpenings),
      percent(shrunkShare),
    ]),
)}`;
}

const optional = (value: number | null, digits: number) =>
  value === null ? unknown : decimal(value, digits);
