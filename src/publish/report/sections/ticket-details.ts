/** What opens below a repair's line: why, the evidence of both sides, the change, and how its worth comes about. */
import type { Suggestion } from '../../../domain/suggestion.js';
import type { Ticket, ValuePart } from '../../../domain/ticket.js';
import { clip } from '../../../lib/visible.js';
import { type Write, windowOf } from '../../format.js';
import { durationAMonth, moneyAMonth, plainName, plainSentence, trendText } from '../../plain.js';
import { factorNames, reasonWords, windowCauseWords } from '../../words.js';
import { waterfall } from '../charts/waterfall.js';
import { type Content, type Html, html } from '../html.js';
import { table, words } from '../parts.js';
import { evidence, type KnownJourneys } from './evidence.js';
import { suggestionBlock } from './suggestion.js';

const suggestionsShown = 4;
/** What fits left of a bar. */
const longestPart = 26;

interface Known extends KnownJourneys {
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
${value.moneyPerWeek === null ? null : fact('Of it likely in the company’s money', `${moneyAMonth(write, value.moneyPerWeek, known.currency)} a month; the sum in front counts the customers’ time, too`)}
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
)}
${
  value.surelyPerWeek === null
    ? null
    : html`<p>Surely worth ${write.money(value.surelyPerWeek, currency)} a week, ${moneyAMonth(write, value.surelyPerWeek, currency)} a month: the time of both, a minute at the configured price, and the other sums in money together, at the lower end of the range that holds in nine of ten cases.</p>`
}</details>`;
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
