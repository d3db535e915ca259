/** What those who train agents take from a night: what agents themselves can do otherwise, and journeys to read with them. */
import { type Category, categories, categoryNames } from '../../../domain/categories.js';
import type { OwnerFigures } from '../../../domain/figures.js';
import { intentInQuestion } from '../../../domain/journey.js';
import type { Report } from '../../../domain/report.js';
import { criteria } from '../../../domain/rubric.js';
import { unknown, type Write } from '../../format.js';
import { plainName, plainTitle, worthInWords } from '../../plain.js';
import { categoryName, criterionNames } from '../../words.js';
import { handoffsWith } from '../handoffs-with.js';
import { type Html, html } from '../html.js';
import { anchorOf, section, table, term, words } from '../parts.js';
import { agents } from './owner-tables.js';

/** The one repair that agents make by themselves: all others change the bot, its systems or what it passes on. */
const ownRepair = 'agent_opening';
const own: readonly Category[] = categoryNames.filter(
  (category) => categories[category].repair === ownRepair,
);
const journeysShown = 8;

export function trainingSection(write: Write, report: Report): Html {
  const body = html`${repairs(write, report)}
${whatCustomersMeet(write, report)}
${points(write, report.figures)}
${agents(write, report.figures)}
${toRead(write, report)}`;
  return section(
    'training',
    'What agents can do themselves',
    body,
    'For those who train agents. All journeys are those of agents together; nobody is named unless the config says so.',
  );
}

function repairs(write: Write, { tickets, run }: Report): Html {
  const listed = tickets.filter((ticket) => ticket.listed && ticket.repair === ownRepair);
  if (listed.length === 0)
    return html`<p>No repair that agents make themselves is surely worth its work.</p>`;
  return html`<ul>${listed.map(
    (ticket) =>
      html`<li><a href="#ticket-${ticket.rank}">${words(plainTitle(write, ticket), 160)}</a>: ${worthInWords(write, ticket, run.currency)}</li>
`,
  )}</ul>`;
}

function whatCustomersMeet(write: Write, { journeys, figures, run }: Report): Html {
  const having = handoffsWith(journeys);
  return html`<h3>What customers meet</h3>
${table(
  'Linked journeys in which it happens; satisfaction of 100 with it and without it',
  [
    { name: 'Finding' },
    { name: 'Holds when' },
    { name: 'Journeys', number: true },
    { name: 'Share', number: true },
    { name: 'Satisfaction with it', number: true },
    { name: 'Without', number: true },
  ],
  own.map((category) => {
    const rated = figures.byFinding.find((one) => one.category === category);
    const n = having.get(category) ?? 0;
    return [
      categoryName(category),
      categories[category].meaning,
      write.count(n),
      write.shareOf(n, run.links.linked),
      rated ? write.decimal(rated.csatWith.value, 1) : 'too few to say',
      rated ? write.decimal(rated.csatWithout.value, 1) : 'too few to say',
    ];
  }),
)}`;
}

function points(write: Write, { score: { journeys, parts } }: OwnerFigures): Html | null {
  const agent = parts.find(({ part }) => part === 'agent');
  if (agent === undefined) return null;
  const judged = criteria.flatMap((criterion, i) => {
    const found = agent.criteria[i];
    return found && found.mean !== null ? [{ ...found, criterion, mean: found.mean }] : [];
  });
  if (judged.length === 0) return null;
  return html`<h3>How it went with agents</h3>
${table(
  'Points of 100, and in how many of the journeys the records show it',
  [
    { name: term('score', 'Criterion') },
    { name: 'Points', number: true },
    { name: 'Shown in', number: true },
  ],
  judged.map((one) => [
    criterionNames[one.criterion],
    write.decimal(100 * one.mean, 0),
    journeys === 0 ? unknown : write.percent(one.judged / journeys),
  ]),
)}`;
}

function toRead(write: Write, { samples }: Report): Html | null {
  const found = samples.flatMap(({ result }) => {
    const held = own.filter((category) =>
      result.findings.some((finding) => finding.category === category),
    );
    return held.length > 0 ? [{ result, held }] : [];
  });
  if (found.length === 0) return null;
  return html`<h3>Journeys to read with agents</h3>
<ul>${found.slice(0, journeysShown).map(({ result, held }) => {
    const { trueIntent, botIntent, sessionId, day } = result;
    const wanted = intentInQuestion(trueIntent, botIntent);
    return html`<li><a href="#${anchorOf(sessionId)}">${held.map(categoryName).join(', ')}</a>${
      wanted ? html`: ${words(plainName(wanted), 60)}` : null
    } <span class="source">${write.day(day)}</span></li>
`;
  })}</ul>`;
}
