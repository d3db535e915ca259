import type { Category } from '../../../domain/categories.js';
import type { ContactTurn, SessionTurn } from '../../../domain/conversation.js';
import { type Finding, intentInQuestion, type TurnRef } from '../../../domain/journey.js';
import type { Report, SampledJourney } from '../../../domain/report.js';
import type { Ticket } from '../../../domain/ticket.js';
import { elapsed, type Write } from '../../format.js';
import { plainName, plainTitle, turnText } from '../../plain.js';
import { categoryName, stageWords } from '../../words.js';
import { type Content, type Html, html } from '../html.js';
import { anchorOf, section, tag, words } from '../parts.js';
import { screenPopParts } from './screen-pop.js';

const turnsShown = 80;
/** A side may fill a few screens, not the page: many turns share what there is. */
const charactersASide = 12_000;
const charactersATurn = 600;

/** Journeys to read end to end, both sides next to each other. */
export function samplesSection(write: Write, { samples, tickets }: Report): Html {
  const listed = tickets.filter((ticket) => ticket.listed);
  return section(
    'journeys',
    'Journeys to read',
    samples.length === 0
      ? html`<p>No linked journey to show.</p>`
      : samples.map((one) => journey(write, one, listed)),
    `${write.counted(samples.length, 'journey')}: first some by chance, every main cause in turn, then those that the repairs quote. Personal values stand as tokens; a marked turn is where a finding points.`,
  );
}

function journey(write: Write, sample: SampledJourney, repairs: readonly Ticket[]): Html {
  const { result, bot, agent, highlights } = sample;
  const primary = result.findings.find((finding) => finding.primary);
  const { startedAt, link, trueIntent, botIntent } = result;
  const wanted = intentInQuestion(trueIntent, botIntent);
  const covered = trueIntent.standing === 'none' || trueIntent.name !== null;
  return html`<details class="journey">
<summary><b>${primary ? categoryName(primary.category) : 'No finding'}</b>${
    wanted ? html`: ${covered ? null : 'taken for '}${words(plainName(wanted), 60)}` : null
  } <span class="source">${write.day(result.day)}${
    result.score === null ? null : `, score ${write.decimal(result.score, 0)} of 100`
  }</span></summary>
<div class="read" id="${anchorOf(result.sessionId)}">
<p class="source">Session <code>${words(result.sessionId, 80)}</code>. ${linkText(write, link.method, link.status, link.probability)} ${intentText(write, result)}</p>
${findingList(write, result.findings)}
${repairsOf(write, result.session, repairs)}
<p class="source">${efforts(write, result.effort)}</p>
${screenPopParts(write, sample)}
<div class="sides">
${side(write, 'Bot', 'bot', bot, startedAt, highlights)}
${side(write, 'Agent', 'agent', agent, startedAt, highlights)}
</div>
</div>
</details>
`;
}

function linkText(write: Write, method: string, status: string, probability: number): string {
  const by = { key: 'by a shared key', identity: 'by identity', scored: 'by score' }[method];
  return by
    ? `${status === 'linked' ? 'Linked' : 'Possibly linked'} ${by} (${write.percent(probability)}).`
    : 'Not linked.';
}

function intentText(write: Write, { trueIntent }: SampledJourney['result']): Content {
  if (trueIntent.standing === 'none') return 'Nothing is claimed of what the customer wanted.';
  const name = trueIntent.name === null ? 'none of the intents of the bot' : trueIntent.name;
  return html`The customer wanted ${words(name, 80)} (${write.percent(trueIntent.probability)}${
    trueIntent.standing === 'review' ? ', one signal alone' : ''
  }).`;
}

function findingList(write: Write, findings: readonly Finding[]): Html | null {
  if (findings.length === 0) return null;
  return html`<ul class="found">${findings.slice(0, 12).map(
    ({ category, slot, primary, confidence, actual, expected, turns }) => html`<li>${
      primary ? html`<strong>${categoryName(category)}</strong>` : categoryName(category)
    }${slot ? html` <code>${words(slot, 60)}</code>` : null}: ${words(actual, 300)}; expected: ${words(expected, 300)} <span class="source">${write.percent(confidence)}${
      turns.length > 0 ? `, ${turns.slice(0, 6).map(turnText).join('; ')}` : ''
    }</span></li>
`,
  )}</ul>`;
}

/** The way back to the repairs' lines. */
function repairsOf(write: Write, session: string, repairs: readonly Ticket[]): Html | null {
  const own = repairs.filter(({ sessions }) => sessions.includes(session));
  if (own.length === 0) return null;
  return html`<p>Repairs that it counts for: ${own.map(
    (ticket, i) =>
      html`${i > 0 ? '; ' : null}<a href="#ticket-${ticket.rank}">${ticket.rank}. ${words(plainTitle(write, ticket), 120)}</a>`,
  )}.</p>`;
}

function efforts(write: Write, effort: SampledJourney['result']['effort']): string {
  return (['bot', 'wait', 'identify', 'explain', 'solve'] as const)
    .map((stage) => `${stageWords[stage][0]} ${write.seconds(effort[stage])}`)
    .join(' · ');
}

function side(
  write: Write,
  title: string,
  name: 'bot' | 'agent',
  turns: readonly (SessionTurn | ContactTurn)[],
  startedAt: number,
  highlights: SampledJourney['highlights'],
): Html {
  const rest = turns.length - turnsShown;
  const share = charactersASide / Math.min(turns.length, turnsShown);
  const length = Math.min(charactersATurn, Math.floor(share));
  return html`<div><h3>${title} side</h3>
${turns.length === 0 ? html`<p class="source">No transcript.</p>` : null}
<ol>${turns
    .slice(0, turnsShown)
    .map((turn, i) =>
      turnItem(write, turn, `${name}:${i}`, startedAt, highlights[`${name}:${i}`] ?? [], length),
    )}</ol>
${rest > 0 ? html`<p class="more">${write.count(rest)} more turns are in the store.</p>` : null}</div>
`;
}

function turnItem(
  write: Write,
  turn: SessionTurn | ContactTurn,
  ref: TurnRef,
  startedAt: number,
  marks: readonly Category[],
  length: number,
): Html {
  const about =
    'intent' in turn && turn.intent
      ? `${turn.intent.name} ${write.percent(turn.intent.confidence)}`
      : null;
  const error = 'error' in turn && turn.error ? turn.error : null;
  const text = turn.text ?? ('action' in turn && turn.action ? `(${turn.action})` : '');
  return html`<li class="${turn.actor}${marks.length > 0 ? ' marked' : ''}"><p class="who">${turn.actor} <span class="source">${elapsed(turn.at - startedAt)} · ${turnText(ref)}${
    about ? html` · ${words(about, 80)}` : null
  }</span></p><p>${words(text, length)}</p>${
    error ? html`<p class="warn-text">Error: ${words(error, 200)}</p>` : null
  }${marks.length > 0 ? html`<p class="marks">${marks.map((mark) => tag(categoryName(mark), 'mark'))}</p>` : null}</li>
`;
}
