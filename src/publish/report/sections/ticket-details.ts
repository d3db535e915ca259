/** What opens below a repair's line: why, the evidence of both sides, the change, and how its worth comes about. */
import type { JourneyResult, TurnRef } from '../../../domain/journey.js';
import type { Suggestion } from '../../../domain/suggestion.js';
import type { Quote, Ticket, ValuePart } from '../../../domain/ticket.js';
import { clip } from '../../../lib/visible.js';
import { type Write, windowOf } from '../../format.js';
import { quotesShown } from '../../journeys-to-read.js';
import {
  durationAMonth,
  moneyAMonth,
  plainName,
  plainSentence,
  trendText,
  turnText,
} from '../../plain.js';
import { factorNames, reasonWords, windowCauseWords } from '../../words.js';
import { waterfall } from '../charts/waterfall.js';
import { type Content, type Html, html } from '../html.js';
import { anchorOf, table, words } from '../parts.js';
import { suggestionBlock } from './suggestion.js';

const quoteLength = 400;
const turnsASide = 4;
const suggestionsShown = 4;
/** What fits left of a bar. */
const longestPart = 26;

interface Known {
  journeys: ReadonlyMap<string, JourneyResult>;
  shownWhole: ReadonlySet<string>;
  currency: string;
}

export function ticketDetails(
  write: Write,
  ticket: Ticket,
  suggestions: readonly Suggestion[],
  known: Known,
): Html {
  return html`<p class="why">${words(plainSentence(write, ticket.why, [...ticket.intents, ...ticket.slots]), 800)}</p>
${facts(write, ticket, known)}
${handoffs(write, ticket)}
${evidence(write, ticket, known)}
${suggestions.slice(0, suggestionsShown).map((one) => suggestionBlock(write, one))}
${
  suggestions.length > suggestionsShown
    ? html`<p class="more">More of them, in <code>suggestions.yaml</code>: ${write.count(suggestions.length - suggestionsShown)}.</p>`
    : null
}
${worth(write, ticket, known.currency)}`;
}

function facts(write: Write, ticket: Ticket, known: Known): Html {
  const { value, window, windowCause } = ticket;
  const of = ticket.intent ? "of the intent's handoffs" : 'of all handoffs';
  return html`<dl class="facts">
${fact('Journeys', `${write.count(ticket.journeys)}, ${write.percent(ticket.share)} ${of}`)}
${fact('Trend', trendText(write, ticket.trend))}
${value.moneyPerWeek === null ? null : fact('In money alone', `${moneyAMonth(write, value.moneyPerWeek, known.currency)} a month as far as is known, customers’ time not counted`)}
${ticket.intents.length === 0 ? null : fact('What customers want', codes(ticket.intents))}
${ticket.slots.length === 0 ? null : fact('What is asked for', codes(ticket.slots))}
${window ? fact('Hours', windowOf(window)) : null}
${windowCause ? fact('Behind it', windowCauseWords[windowCause]) : null}
${fact('Id', html`<code>${ticket.id}</code>, first seen on ${write.day(ticket.since)}`)}
</dl>`;
}

const fact = (name: string, value: Content): Html =>
  html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/** The plain name for everyone, the code name for who repairs it. */
function codes(names: readonly string[]): Html {
  return html`${names.map((name, i) => html`${i > 0 ? ', ' : null}${words(plainName(name), 120)} <code>${words(name, 120)}</code>`)}`;
}

/** Why the bot handed over is another question than what it cost afterwards. */
function handoffs(write: Write, { handoffReasons, lastWords, journeys }: Ticket): Html | null {
  if (handoffReasons.length === 0) return null;
  const reasons = handoffReasons
    .map(({ reason, journeys: n }) => `${reasonWords[reason]} (${write.shareOf(n, journeys)})`)
    .join(', ');
  return html`<h3>Why the bot handed over</h3>
<p>${reasons}.</p>
${
  lastWords
    ? html`<p>It said last, in ${write.count(lastWords.journeys)} of ${write.count(journeys)}: <q>${words(lastWords.text, 300)}</q></p>`
    : null
}`;
}

function evidence(write: Write, { evidence: all, journeys }: Ticket, known: Known): Html | null {
  if (all.length === 0) return null;
  const shown = all.slice(0, quotesShown);
  return html`<h3>Evidence</h3>
${shown.map((one) => (known.journeys.has(one.sessionId) ? bothSides(one, known) : oneQuote(one, known)))}
${journeys > shown.length ? html`<p class="more">${write.counted(journeys, 'journey')} in all: <code>tickets.yaml</code> and <code>journeys.ndjson</code> have them.</p>` : null}`;
}

function oneQuote(one: Quote, known: Known): Html {
  return html`<blockquote>${words(one.quote, quoteLength)}</blockquote>
${source(one, known)}`;
}

/** What was said with the bot on the left, with the agent on the right; the turns that prove the repair are marked. */
function bothSides(one: Quote, known: Known): Html {
  const journey = known.journeys.get(one.sessionId);
  const found = journey?.quotes ?? {};
  const first = one.turns[0];
  const said = new Map<TurnRef, string>(Object.entries(found) as [TurnRef, string][]);
  if (first !== undefined && !said.has(first)) said.set(first, one.quote);
  const side = (name: 'bot' | 'agent') =>
    [...said]
      .filter(([turn]) => sideOf(turn) === name)
      .sort(([a], [b]) => positionOf(a) - positionOf(b))
      .filter(([turn], i) => one.turns.includes(turn) || i < turnsASide)
      .slice(0, turnsASide)
      .map(
        ([turn, text]) =>
          html`<li${one.turns.includes(turn) ? html` class="marked"` : null}><p class="who">${whoAt(turn, journey)}</p><p>${words(text, quoteLength)}</p></li>`,
      );
  const [bot, agent] = [side('bot'), side('agent')];
  return html`<div class="sides">
<div><h4>With the bot</h4>${bot.length === 0 ? html`<p class="source">Nothing that matters here.</p>` : html`<ol>${bot}</ol>`}</div>
<div><h4>With the agent</h4>${agent.length === 0 ? html`<p class="source">Nothing that matters here.</p>` : html`<ol>${agent}</ol>`}</div>
</div>
${source(one, known)}`;
}

/** The customer speaks on both sides; who else it was, the side says. */
function whoAt(turn: TurnRef, journey: JourneyResult | undefined): string {
  const told = journey?.customerTurns;
  if (told === undefined) return turnText(turn);
  const other = sideOf(turn) === 'bot' ? 'Bot' : 'Agent';
  return `${told.includes(turn) ? 'Customer' : other}, turn ${positionOf(turn) + 1}`;
}

const sideOf = (turn: TurnRef): string => turn.split(':')[0] ?? '';
const positionOf = (turn: TurnRef): number => Number(turn.split(':')[1]);

function source({ sessionId, contactId, turns }: Quote, { shownWhole }: Known): Html {
  const id = words(sessionId, 80);
  return html`<p class="source">Session ${
    shownWhole.has(sessionId) ? html`<a href="#${anchorOf(sessionId)}">${id}</a>` : id
  }${contactId === null ? null : html`, contact ${words(contactId, 80)}`}${turns.length > 0 ? `; ${turns.slice(0, 6).map(turnText).join('; ')}` : null}</p>`;
}

function worth(write: Write, { value }: Ticket, currency: string): Html | null {
  if (value.parts.length === 0) return null;
  const step = (name: string, amount: number) => ({
    name: clip(name, longestPart),
    amount,
    shown: write.decimal(amount, 1),
  });
  const minutes = value.parts.filter(({ unit }) => unit === 'minutes');
  return html`<details><summary>How the worth comes about: ${write.minutes(value.minutesPerWeek)} a week, ${durationAMonth(write, value.minutesPerWeek)} a month</summary>
${
  minutes.length === 0
    ? null
    : waterfall(
        'Minutes a week',
        minutes.map((one) => step(nameOf(one), one.amount)),
        step('Total', value.minutesPerWeek),
      )
}
${partsTable('In time, a week', minutes, ({ amount }) => write.minutes(amount))}
${partsTable(
  'In money, a week, at the configured prices',
  value.parts.filter(({ unit }) => unit === 'money'),
  ({ amount }) => write.money(amount, currency),
)}</details>`;
}

/** Time and money stand apart: they are two views of one worth and are never added up. */
function partsTable(
  caption: string,
  parts: readonly ValuePart[],
  show: (part: ValuePart) => string,
): Html | null {
  if (parts.length === 0) return null;
  return table(
    caption,
    [{ name: 'Part' }, { name: 'Amount', number: true }, { name: 'From' }],
    parts.map((part) => [words(nameOf(part), 80), show(part), words(part.note, 300)]),
  );
}

const nameOf = ({ factor }: ValuePart): string => factorNames[factor] ?? plainName(factor);
