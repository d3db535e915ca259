import type { Owner } from '../../../domain/categories.js';
import type { JourneyResult } from '../../../domain/journey.js';
import type { Report, SampledJourney } from '../../../domain/report.js';
import type { LabelNoise, Suggestion } from '../../../domain/suggestion.js';
import type { Ticket } from '../../../domain/ticket.js';
import type { Write } from '../../format.js';
import {
  directionOf,
  directionWords,
  plainTitle,
  surelyAMonth,
  worthAMonth,
  worthBetween,
} from '../../plain.js';
import { repairsFor, statusWords } from '../../words.js';
import { type Html, html } from '../html.js';
import { section, tag, term, words } from '../parts.js';
import { ticketDetails } from './ticket-details.js';

/** Characters below which a customer's words are likely a greeting or a yes. */
const tellingLength = 20;

/** What one line of the list shows. */
interface Line {
  rank: number;
  title: string;
  /** What a customer said, where the title alone names a code of the centre's. */
  said: string | null;
  worth: string;
  between: string;
  /** In money; null without prices: the time stands there alone. */
  surely: string | null;
  /** What the filter looks for besides the words on the line. */
  find: string;
  trend: string;
  state: string | null;
  status: string;
  robust: boolean;
}

/** The repairs of one owner, one line each, opened by a click. */
export function ticketsSection(write: Write, report: Report, owner: Owner): Html {
  const { tickets, suggestions, labelNoise } = report;
  const own = tickets.filter((ticket) => ticket.owner === owner);
  const listed = own.filter((ticket) => ticket.listed);
  const evidence = evidenceOf(report, listed);
  const allNew = tickets.every((ticket) => !ticket.listed || ticket.status === 'new');
  const byId = new Map(suggestions.map((one) => [one.id, one]));
  const lead =
    listed.length === 0
      ? 'No repair is surely worth its work.'
      : html`${numbered(write, listed)}, first ${term('worth', 'what is surely worth most')}; click for evidence.`;
  const lines = listed.map((ticket) => {
    const answers: Suggestion[] = ticket.suggestions.flatMap((id) => byId.get(id) ?? []);
    return html`<li>${line(lineOf(write, ticket, evidence.currency, allNew), ticketDetails(write, ticket, answers, evidence))}</li>
`;
  });
  return section(
    `tickets-${owner}`,
    repairsFor[owner],
    html`${listed.length === 0 ? null : html`<ol class="lines">${lines}</ol>`}
${unlisted(write, own.length - listed.length)}
${owner === 'bot_team' && labelNoise ? noiseLine(write, labelNoise) : null}`,
    lead,
  );
}

/** A reader who meets 1, 2, 4 looks for the third. */
function numbered(write: Write, own: readonly Ticket[]): string {
  const counted = write.counted(own.length, 'repair');
  return own.some(({ rank }, i) => rank !== i + 1)
    ? `${counted}, numbered across all teams`
    : counted;
}

/** @param allNew on the first night a word that stands on every line says nothing */
function lineOf(write: Write, ticket: Ticket, currency: string, allNew: boolean): Line {
  const { thisWeek } = ticket.trend;
  return {
    rank: ticket.rank,
    title: plainTitle(write, ticket),
    said: saidOf(ticket),
    worth: worthAMonth(write, ticket),
    between: worthBetween(write, ticket),
    surely: surelyAMonth(write, ticket, currency),
    find: [ticket.repair, ticket.status, ...ticket.intents, ...ticket.slots].join(' '),
    trend: `${write.count(thisWeek)} this week, ${directionWords[directionOf(ticket.trend)]}`,
    state: allNew ? null : statusWords[ticket.status],
    status: ticket.status,
    robust: ticket.robust,
  };
}

function saidOf({ repair, evidence }: Ticket): string | null {
  if (repair !== 'new_intent') return null;
  const said = evidence.map(({ quote }) => quote);
  return said.find((quote) => quote.length >= tellingLength) ?? said[0] ?? null;
}

function line(one: Line, details: Html): Html {
  return html`<details class="ticket" data-find="${one.find}"><summary>
<span class="rank"><span class="unseen">Rank </span>${one.rank}</span>
<span class="what">${words(one.title, 200)}${one.said === null ? null : html`<small>for example: <q>${words(one.said, 90)}</q></small>`}</span>
<span class="worth">${one.surely === null ? html`<b>${one.worth}</b> a month <small>${one.between}</small>` : html`<b>${one.surely}</b> a month, surely <small>${one.worth} (${one.between})</small>`}</span>
<span class="trend">${one.trend}</span>
<span class="state">${one.state === null ? null : tag(one.state, one.status)}${one.robust ? null : tag('rests on unsure links', 'warn')}</span>
</summary>
<div class="opened" id="ticket-${one.rank}">${details}</div></details>`;
}

/** The journeys that the repairs' evidence is from, and those that the page shows whole. */
export interface EvidenceJourneys {
  journeys: ReadonlyMap<string, JourneyResult>;
  whole: ReadonlyMap<string, SampledJourney>;
  currency: string;
}

function evidenceOf(
  { journeys, samples, run }: Report,
  tickets: readonly Ticket[],
): EvidenceJourneys {
  const named = new Set(tickets.flatMap(({ evidence }) => evidence.map((one) => one.sessionId)));
  return {
    journeys: new Map(
      journeys.filter(({ sessionId }) => named.has(sessionId)).map((one) => [one.sessionId, one]),
    ),
    currency: run.currency,
    whole: new Map(samples.map((one) => [one.result.sessionId, one])),
  };
}

/** Repairs that nobody is asked to do yet. */
function unlisted(write: Write, n: number): Html | null {
  if (n === 0) return null;
  return html`<p class="more">${write.counted(n, 'more repair')} ${n === 1 ? 'is' : 'are'} not listed: either it is not certain that ${n === 1 ? 'it is' : 'they are'} worth enough, or what ${n === 1 ? 'it mends happens' : 'they mend happens'} no oftener than is usual. <code>tickets.yaml</code> has ${n === 1 ? 'it' : 'them'}.</p>`;
}

function noiseLine(write: Write, { labels, overturned }: LabelNoise): Html {
  const some =
    overturned === 0
      ? 'hardly any of these labels'
      : `some ${write.count(overturned)} of these labels (${write.percent(overturned / labels)})`;
  return html`<p class="more">Training phrases rest on ${write.counted(labels, 'journey')} that the agent side labels; by the customers' words a reviewer would overturn ${some}.</p>`;
}
