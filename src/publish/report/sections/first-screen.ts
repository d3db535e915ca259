/** What a reader learns in ten seconds: what changed, what to do first, the three figures, whether the data are whole. */
import { max } from 'd3-array';
import type { Owner } from '../../../domain/categories.js';
import type { OwnerFigures } from '../../../domain/figures.js';
import type { Report } from '../../../domain/report.js';
import type { PlainFigure } from '../../../domain/trend.js';
import { unknown, type Write } from '../../format.js';
import { dataWarnings, headline, whatChanged } from '../../headline.js';
import { notInForce } from '../../in-force.js';
import { plainTitle, ratioText, worthInWords } from '../../plain.js';
import { releaseLine } from '../../release-line.js';
import { ownerNames, stageWords, verdictWords } from '../../words.js';
import { bar, legend, type Part } from '../charts/stacked-bar.js';
import { type Html, html } from '../html.js';
import { term, tiles, words } from '../parts.js';

const stageColours = { bot: 'c1', wait: 'c2', identify: 'c3', explain: 'c4' } as const;
const owners = Object.keys(ownerNames) as Owner[];
const toSolving = ['bot', 'wait', 'identify', 'explain'] as const;

export function firstScreen(write: Write, report: Report): Html {
  const { run } = report;
  const [first, ...rest] = headline(write, report);
  return html`<header class="top">
<p class="source">Handback · ${words(run.bot, 100)} · ${write.day(run.from)} to ${write.day(run.to)} (${run.timeZone})</p>
${inForce(write, run)}${data(write, report)}
<h1>${words(first ?? '', 400)}</h1>
${rest.map((sentence) => html`<p class="headline">${words(sentence, 500)}</p>`)}
<div class="glance">
<div>
<h2>Since last night</h2>
<p>${whatChanged(write, report)} ${releaseLine(write, report.releases, run.to)}. ${incidents(write, report)}</p>
<h2>First things to do</h2>
<ul class="first">${owners.map((owner) => firstThing(write, report, owner))}</ul>
</div>
<div>
${threeFigures(write, report)}
${picture(write, report.figures)}
</div>
</div>
</header>
`;
}

/** Whoever is called at night asks first whether something is broken now. */
function incidents(write: Write, { incidents: all }: Report): Html {
  const last = max(all, ({ day }) => day);
  if (last === undefined) return html`No incident in these days.`;
  return html`<a href="#time">${write.counted(all.length, 'incident')}</a> in these days, the last on ${write.day(last)}.`;
}

function firstThing(write: Write, { tickets, run }: Report, owner: Owner): Html {
  const ticket = tickets.find((one) => one.listed && one.owner === owner);
  return html`<li><b>${ownerNames[owner]}${ticket?.repair === 'agent_opening' ? ', with agents’ training' : null}</b> ${
    ticket
      ? html`<a href="#ticket-${ticket.rank}">${words(plainTitle(write, ticket), 160)}</a>: ${worthInWords(write, ticket, run.currency)}`
      : 'nothing that is surely worth its work'
  }</li>
`;
}

function threeFigures(write: Write, report: Report): Html {
  const { csat, complaints, handoffTaxMinutes, directMinutes } = report.figures;
  const tax = handoffTaxMinutes;
  return tiles([
    {
      name: term('gap', 'Satisfaction lost by the handoff'),
      value: write.points(csat.gap?.value ?? null),
      note: `${verdictWords[csat.verdict]} ${lastWeeks(report, 'csatGap', (value) => write.decimal(value, 1))}`,
    },
    {
      name: term('complaints', 'Complaints, escalated to direct'),
      value: ratioText(write, complaints.ratio),
      note: `${complaintVerdict(complaints)} ${lastWeeks(report, 'complaintRatio', (value) => write.decimal(value, 1))}`,
    },
    {
      name: term('tax', 'Handoff tax'),
      value: write.seconds(tax && 60 * tax.value),
      note: `${taxVerdict(tax, directMinutes)} ${lastWeeks(report, 'taxMinutes', (value) => write.seconds(60 * value))}`,
    },
  ]);
}

function complaintVerdict({ ratio }: OwnerFigures['complaints']): string {
  if (ratio === null) return 'Too few complaints, or none on record.';
  if (ratio.interval[0] > 1) return 'Escalated customers complain more.';
  if (ratio.interval[1] < 1) return 'Escalated customers complain less.';
  return 'No difference that is sure.';
}

function taxVerdict(tax: OwnerFigures['handoffTaxMinutes'], direct: number | null): string {
  if (tax === null || direct === null) return 'No direct contacts to compare with.';
  if (tax.interval[0] > 0) return 'Each escalated customer loses this much.';
  return tax.interval[1] < 0
    ? 'Escalated customers are served sooner.'
    : 'No difference that is sure.';
}

/** The last two whole weeks of a figure, and whether they differ by more than chance: one quiet week makes the next look bad. */
function lastWeeks(
  { weeks }: Report,
  figure: PlainFigure,
  show: (value: number) => string,
): string {
  const [before, last] = weeks.filter(({ days }) => days === 7).slice(-2);
  const [then, now] = [before?.[figure] ?? null, last?.[figure] ?? null];
  if (then === null || now === null) return '';
  const verdict = {
    up: ': higher',
    down: ': lower',
    level: ': no difference that is sure',
    unknown: '',
  }[differenceOf(before?.intervals?.[figure], last?.intervals?.[figure])];
  return `Last whole week ${show(now)}, the week before ${show(then)}${verdict}.`;
}

type Interval = readonly [low: number, high: number];

/** Of two independent estimates, by the interval of their difference. */
function differenceOf(then: Interval | undefined, now: Interval | undefined) {
  if (!then || !now) return 'unknown';
  const middle = ([low, high]: Interval) => (low + high) / 2;
  const reach = Math.hypot((then[1] - then[0]) / 2, (now[1] - now[0]) / 2);
  const difference = middle(now) - middle(then);
  if (Math.abs(difference) <= reach) return 'level';
  return difference > 0 ? 'up' : 'down';
}

/** The way to an agent who starts solving: after the bot, and without it, on one scale. */
function picture(write: Write, { stages, directMinutes }: OwnerFigures): Html | null {
  const parts: Part[] = toSolving.map((stage) => {
    const mean = stages.find((one) => one.stage === stage)?.meanSeconds ?? null;
    return {
      name: stageWords[stage][0],
      value: mean ?? 0,
      shown: write.seconds(mean),
      colour: stageColours[stage],
    };
  });
  const direct = 60 * (directMinutes ?? 0);
  const way = parts.reduce((sum, { value }) => sum + value, 0);
  if (way === 0) return null;
  const whole = Math.max(way, direct);
  const told = parts.map(({ name, shown }) => `${name} ${shown}`).join(', ');
  const straight = {
    name: 'Straight to an agent',
    value: direct,
    shown: directMinutes === null ? unknown : write.seconds(direct),
    colour: 'c5',
  };
  return html`<figure class="stacked pair">
${bar(`By way of the bot, on average: ${told}`, parts, whole)}
${bar(`Straight to an agent, on average: ${straight.shown}`, [straight], whole)}
<figcaption>Until an agent starts solving, on average: ${write.seconds(way)} by way of the bot (above), ${straight.shown} straight to an agent, for the same reasons. The difference is the tax. ${legend([...parts, straight])}</figcaption></figure>`;
}

function inForce(write: Write, run: Report['run']): Html | null {
  const warning = notInForce(write, run);
  return warning === null
    ? null
    : html`<p class="whole note"><b class="warn-text">${warning}</b> <a href="#term-suspect">What that means.</a></p>
`;
}

/** First of all, since whoever is called at night asks nothing else, and figures of half a night mislead everybody. */
function data(write: Write, report: Report): Html {
  const warnings = dataWarnings(write, report);
  const share = withoutContact(write, report.run.links);
  return warnings.length === 0
    ? html`<p class="whole"><b>Every record could be read, of every day.</b> ${share} <a href="#data">Why.</a></p>`
    : html`<p class="whole note"><b class="warn-text">Not everything could be read:</b> ${warnings.join(', ')}. ${share} <a href="#missing">See data.</a></p>`;
}

/** A handoff without a contact is a lost customer or a lost record; one with a doubtful contact is neither. */
function withoutContact(
  write: Write,
  { handoffs, possible, none }: Report['run']['links'],
): string {
  const of = (n: number) =>
    `${write.count(n)} of ${write.counted(handoffs, 'handoff')} (${write.shareOf(n, handoffs)})`;
  const parts = [
    ...(none > 0
      ? [`${of(none)} met no agent on record: given up in the queue, or not recorded.`]
      : []),
    ...(possible > 0 ? [`Of ${of(possible)} the agent contact is not sure.`] : []),
  ];
  return parts.length === 0 ? 'Every handoff has its agent contact.' : parts.join(' ');
}
