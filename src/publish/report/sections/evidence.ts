/** The quotes below a repair: what was said with the bot and with the agent, side by side. */
import type { JourneyResult, TurnRef } from '../../../domain/journey.js';
import type { SampledJourney } from '../../../domain/report.js';
import type { Quote, Ticket } from '../../../domain/ticket.js';
import type { Write } from '../../format.js';
import { quotesShown } from '../../journeys-to-read.js';
import { turnText } from '../../plain.js';
import { type Html, html } from '../html.js';
import { anchorOf, words } from '../parts.js';

const quoteLength = 400;
const turnsASide = 5;

export interface KnownJourneys {
  /** By session id. */
  journeys: ReadonlyMap<string, JourneyResult>;
  /** Those that the report shows whole, by session id. */
  whole: ReadonlyMap<string, SampledJourney>;
}

export function evidence(
  write: Write,
  { evidence: all, journeys, id }: Ticket,
  known: KnownJourneys,
): Html | null {
  if (all.length === 0) return null;
  const shown = all.slice(0, quotesShown);
  return html`<h3>Evidence</h3>
${shown.map((one) => (known.journeys.has(one.sessionId) ? bothSides(write, one, known) : oneQuote(one, known)))}
${journeys > shown.length ? html`<p class="more">${write.counted(journeys, 'journey')} in all; <code>handback show ${id}</code> names them.</p>` : null}`;
}

function oneQuote(one: Quote, known: KnownJourneys): Html {
  return html`<blockquote>${words(one.quote, quoteLength)}</blockquote>
${source(one, known)}`;
}

/** What was said with the bot on the left, with the agent on the right; the turns that prove the repair are marked. */
function bothSides(write: Write, one: Quote, known: KnownJourneys): Html {
  const said = saidIn(one, known);
  const side = (name: Side) =>
    shownOf(said, name, one.turns).map(([turn, text]) => {
      const marked = one.turns.includes(turn) ? html` class="marked"` : null;
      return html`<li${marked}><p class="who">${whoAt(turn, known.journeys.get(one.sessionId))}${takenFor(write, turn, known.whole.get(one.sessionId))}</p><p>${words(text, quoteLength)}</p></li>`;
    });
  const [bot, agent] = [side('bot'), side('agent')];
  return html`<div class="sides">
<div><h4>With the bot</h4>${bot.length === 0 ? html`<p class="source">Nothing that matters here.</p>` : html`<ol>${bot}</ol>`}</div>
<div><h4>With the agent</h4>${agent.length === 0 ? html`<p class="source">Nothing that matters here.</p>` : html`<ol>${agent}</ol>`}</div>
</div>
${source(one, known)}`;
}

type Side = 'bot' | 'agent';
type Said = ReadonlyMap<TurnRef, string>;

/** What findings point at, and what the bot answered to what the repair rests on. */
function saidIn({ sessionId, turns, quote }: Quote, { journeys, whole }: KnownJourneys): Said {
  const found = Object.entries(journeys.get(sessionId)?.quotes ?? {}) as [TurnRef, string][];
  const said = new Map<TurnRef, string>(found);
  const first = turns[0];
  if (first !== undefined && !said.has(first)) said.set(first, quote);
  const bot = whole.get(sessionId)?.bot ?? [];
  for (const turn of turns.filter((one) => sideOf(one) === 'bot')) {
    const at = positionOf(turn) + 1;
    const reply = bot[at];
    if (reply?.actor === 'bot' && reply.text) said.set(`bot:${at}`, reply.text);
  }
  return said;
}

/** In their order, as many as fit; what the repair rests on goes before what else was found. */
function shownOf(said: Said, side: Side, proof: readonly TurnRef[]): [TurnRef, string][] {
  const own = [...said].filter(([turn]) => sideOf(turn) === side);
  const isProof = ([turn]: [TurnRef, string]) => proof.includes(turn);
  const kept = new Set(
    [...own.filter(isProof), ...own.filter((one) => !isProof(one))].slice(0, turnsASide),
  );
  return own.filter((one) => kept.has(one)).sort(([a], [b]) => positionOf(a) - positionOf(b));
}

/** The customer speaks on both sides; who else it was, the side says. */
function whoAt(turn: TurnRef, journey: JourneyResult | undefined): string {
  const told = journey?.customerTurns;
  if (told === undefined) return turnText(turn);
  const other = sideOf(turn) === 'bot' ? 'Bot' : 'Agent';
  return `${told.includes(turn) ? 'Customer' : other}, turn ${positionOf(turn) + 1}`;
}

/** Without it nobody sees what was wrong with the answer. */
function takenFor(write: Write, turn: TurnRef, sample: SampledJourney | undefined): Html | null {
  const intent = sideOf(turn) === 'bot' ? sample?.bot[positionOf(turn)]?.intent : undefined;
  if (!intent) return null;
  return html` <span class="source">taken for ${words(intent.name, 80)}, ${write.percent(intent.confidence)} sure</span>`;
}

const sideOf = (turn: TurnRef): string => turn.split(':')[0] ?? '';
const positionOf = (turn: TurnRef): number => Number(turn.split(':')[1]);

function source({ sessionId, contactId, turns }: Quote, { whole }: KnownJourneys): Html {
  const id = words(sessionId, 80);
  return html`<p class="source">Session ${
    whole.has(sessionId) ? html`<a href="#${anchorOf(sessionId)}">${id}</a>` : id
  }${contactId === null ? null : html`, contact ${words(contactId, 80)}`}${turns.length > 0 ? `; ${turns.slice(0, 6).map(turnText).join('; ')}` : null}</p>`;
}
