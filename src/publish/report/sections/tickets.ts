import { repairs } from '../../../domain/repair.js';
import type { Report } from '../../../domain/report.js';
import type { LabelNoise, Suggestion } from '../../../domain/suggestion.js';
import type { Ticket, ValuePart } from '../../../domain/ticket.js';
import { clip } from '../../../lib/visible.js';
import {
  count,
  counted,
  decimal,
  minutes,
  percent,
  range,
  signed,
  windowOf,
} from '../../format.js';
import { ownerNames, reasonWords, windowCauseWords } from '../../words.js';
import { waterfall } from '../charts/waterfall.js';
import { type Content, type Html, html } from '../html.js';
import { anchorOf, section, table, tag, words } from '../parts.js';
import { suggestionBlock } from './suggestion.js';

const inFull = 15;
const quotes = 5;
const suggestionsShown = 5;
/** What fits left of a bar. */
const longestPart = 26;

const step = ({ factor, amount }: Pick<ValuePart, 'factor' | 'amount'>) => ({
  name: clip(factor, longestPart),
  amount,
  shown: decimal(amount, 1),
});

export function ticketsSection(report: Report): Html {
  const { tickets, suggestions, labelNoise } = report;
  const byId = new Map(suggestions.map((one) => [one.id, one]));
  const samples = new Set(report.samples.map(({ result }) => result.sessionId));
  const worthwhile = tickets.filter(({ listed }) => listed);
  const lead =
    worthwhile.length === 0
      ? 'No repair is surely worth its work.'
      : `${counted(worthwhile.length, 'repair')} in order of what each is worth for certain: by the lower end of its interval.`;
  const cards = worthwhile.slice(0, inFull).map((ticket) =>
    card(
      ticket,
      ticket.suggestions.flatMap((id) => byId.get(id) ?? []),
      samples,
    ),
  );
  const noise = labelNoise && noiseLine(labelNoise);
  return section(
    'tickets',
    'Tickets',
    html`${noise}${cards}${rest(worthwhile.slice(inFull))}${unlisted(tickets.length - worthwhile.length)}`,
    lead,
  );
}

/** Repairs that nobody is asked to do yet. */
function unlisted(n: number): Html | null {
  if (n === 0) return null;
  return html`<p class="more">${counted(n, 'more repair')} ${n === 1 ? 'is' : 'are'} worth too little for certain, or no worse than is usual: <code>tickets.yaml</code> has ${n === 1 ? 'it' : 'them'}.</p>`;
}

function noiseLine({ labels, overturned }: LabelNoise): Html {
  const some =
    overturned === 0
      ? 'hardly any of these labels'
      : `some ${count(overturned)} of these labels (${percent(overturned / labels)})`;
  return html`<p>Training phrases rest on ${counted(labels, 'journey')} that the agent side labels; by the customers' words a reviewer would overturn ${some}.</p>`;
}

function card(ticket: Ticket, suggestions: readonly Suggestion[], samples: Set<string>): Html {
  const { value, trend } = ticket;
  const week = value.parts.filter(({ unit }) => unit === 'minutes');
  const money = value.parts.filter(({ unit }) => unit === 'money');
  return html`<article class="ticket" id="ticket-${ticket.rank}" aria-labelledby="ticket-${ticket.rank}-title">
<header>
<p class="rank" aria-label="Rank ${ticket.rank}">${ticket.rank}</p>
<div>
<h3 id="ticket-${ticket.rank}-title">${words(ticket.title, 300)}</h3>
<p class="tags">${tag(ownerNames[ticket.owner], `owner ${ticket.owner}`)}${tag(repairs[ticket.repair].title)}${tag(ticket.status.replace('_', ' '), ticket.status)}${
    ticket.robust ? null : tag('rests on weak links', 'warn')
  }</p>
</div>
</header>
<p class="why">${words(ticket.why, 800)}</p>
<div class="facts">
<dl>
${fact('Worth', html`<b>${minutes(value.minutesPerWeek)} a week</b><br>90 % interval ${range(value.interval, 1)}`)}
${value.moneyPerWeek === null ? null : fact('In money', html`${decimal(value.moneyPerWeek, 0)} a week, at the configured prices`)}
${fact('Journeys', html`${count(ticket.journeys)}, ${percent(ticket.share)} of ${ticket.intent ? "the intent's" : 'all'} handoffs`)}
${fact('Trend', trendText(trend))}
${ticket.intents.length > 0 ? fact(ticket.intents.length === 1 ? 'Intent' : 'Intents', codes(ticket.intents)) : null}
${ticket.slots.length > 0 ? fact(ticket.slots.length === 1 ? 'Slot' : 'Slots', codes(ticket.slots)) : null}
${ticket.window ? fact('Hours', windowOf(ticket.window)) : null}
${ticket.windowCause ? fact('Behind it', windowCauseWords[ticket.windowCause]) : null}
${fact('Id', html`<code>${ticket.id}</code>, since ${ticket.since}`)}
</dl>
${
  week.length === 0
    ? null
    : html`<figure>${waterfall('Minutes a week', week.map(step), step({ factor: 'Total', amount: value.minutesPerWeek }))}<figcaption>Minutes a week, part by part</figcaption></figure>`
}
</div>
${parts([...week, ...money])}
${handoffs(ticket)}
${evidence(ticket, samples)}
${suggestions.slice(0, suggestionsShown).map(suggestionBlock)}
${
  suggestions.length > suggestionsShown
    ? html`<p class="more">${count(suggestions.length - suggestionsShown)} more suggestions are in <code>suggestions.yaml</code>.</p>`
    : null
}
</article>
`;
}

/** Why the bot handed over is another question than what it cost afterwards. */
function handoffs({ handoffReasons, lastWords, journeys }: Ticket): Html | null {
  if (handoffReasons.length === 0) return null;
  const reasons = handoffReasons
    .map(({ reason, journeys: n }) => `${reasonWords[reason]} (${percent(n / journeys)})`)
    .join(', ');
  return html`<h4>Why the bot handed over</h4>
<p>${reasons}.${
    lastWords
      ? html` It said last, in ${count(lastWords.journeys)} of ${count(journeys)}:</p>
<blockquote>${words(lastWords.text, 300)}</blockquote>`
      : html`</p>`
  }`;
}

function codes(names: readonly string[]): Html {
  return html`${names.map((name, i) => html`${i > 0 ? ', ' : null}<code>${words(name, 120)}</code>`)}`;
}

function fact(name: string, value: Content): Html {
  return html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
}

function trendText({ thisWeek, lastWeek, change }: Ticket['trend']): string {
  const counts = `${count(thisWeek)} this week, ${count(lastWeek)} the week before`;
  return lastWeek === 0 ? counts : `${counts} (${signed(change * 100, 0)}\u202f%)`;
}

function parts(all: Ticket['value']['parts']): Html | null {
  if (all.length === 0) return null;
  return html`<details><summary>How the value comes about</summary>
${table(
  'Parts of the value, a week',
  [{ name: 'Part' }, { name: 'Amount', number: true }, { name: 'From' }],
  all.map(({ factor, amount, unit, note }) => [
    words(factor, 80),
    unit === 'minutes' ? minutes(amount) : decimal(amount, 2),
    words(note, 300),
  ]),
)}</details>`;
}

function evidence({ evidence: all, journeys }: Ticket, samples: Set<string>): Html | null {
  if (all.length === 0) return null;
  const shown = all.slice(0, quotes);
  return html`<h4>Evidence</h4>
<ul class="quotes">${shown.map(
    ({
      sessionId,
      contactId,
      turns,
      quote,
    }) => html`<li><blockquote>${words(quote, 400)}</blockquote>
<p class="source">Session ${
      samples.has(sessionId)
        ? html`<a href="#${anchorOf(sessionId)}">${words(sessionId, 80)}</a>`
        : words(sessionId, 80)
    }${contactId === null ? null : html`, contact ${words(contactId, 80)}`}${turns.length > 0 ? `, ${turns.slice(0, 6).join(', ')}` : null}</p></li>
`,
  )}</ul>
${journeys > shown.length ? html`<p class="more">${count(journeys)} journeys in all: <code>tickets.yaml</code> and <code>journeys.ndjson</code> have them.</p>` : null}`;
}

function rest(tickets: readonly Ticket[]): Html | null {
  if (tickets.length === 0) return null;
  const rows = tickets.map((ticket) => [
    count(ticket.rank),
    words(ticket.title, 160),
    ownerNames[ticket.owner],
    count(ticket.journeys),
    minutes(ticket.value.minutesPerWeek),
    range(ticket.value.interval, 1),
    count(ticket.suggestions.length),
  ]);
  return html`<h3>The other repairs</h3>
${table(
  `Repairs after the first ${inFull}`,
  [
    { name: 'Rank', number: true },
    { name: 'Title' },
    { name: 'Owner' },
    { name: 'Journeys', number: true },
    { name: 'A week', number: true },
    { name: '90 % interval', number: true },
    { name: 'Suggestions', number: true },
  ],
  rows,
)}`;
}
