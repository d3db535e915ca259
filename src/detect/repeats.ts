/** The customer tells the agent again what the bot had been told. */
import type { LedgerEntry } from '../domain/journey.js';
import type { Words } from '../intents/true-intent.js';
import type { AgentReading } from '../questions/agent-side.js';
import type { BotReading } from '../questions/bot-side.js';
import type { QuestionTools } from '../questions/tools.js';
import { similarity } from '../text/similarity.js';
import { tokensIn } from '../text/tokens.js';
import { secondsBetween } from '../transcript/solving.js';
import type { ReadTurn } from '../transcript/turns.js';
import {
  askedForConfidence,
  fewestWordsOfRepeat,
  leastShared,
  otherMatterBelow,
  sameMatterFrom,
  sureOfMatter,
} from './settings.js';

export interface Repeat {
  /** Agent-side turn in which the customer repeats. */
  turn: number;
  /** Bot-side turn that said it first; absent where the customer only says that it was said. */
  first?: number;
  /** `retold`: the matter itself; `told`: the customer says so; `value`: a slot's value once more. */
  kind: 'retold' | 'told' | 'value';
  confidence: number;
}

export function findRepeats(
  bot: BotReading,
  agent: AgentReading,
  tools: QuestionTools,
  words: Words,
): Repeat[] {
  const told = bot.customer.filter(({ role, content }) => role === 'free' && content.length >= 2);
  return agent.customer.flatMap((turn) => {
    const matter = turn === agent.informative ? toldAgain(turn, told, agent, words) : null;
    const repeat = retold(turn, told, tools) ?? saidSo(turn) ?? matter ?? value(turn, bot);
    return repeat ? [repeat] : [];
  });
}

function retold(turn: ReadTurn, told: readonly ReadTurn[], tools: QuestionTools): Repeat | null {
  if (turn.content.length < fewestWordsOfRepeat) return null;
  let best: { first: number; alike: number } | null = null;
  for (const earlier of told) {
    const shared = turn.content.filter((word) => earlier.content.includes(word)).length;
    if (shared < leastShared * Math.min(turn.content.length, earlier.content.length)) continue;
    const alike = similarity(turn.prepared, earlier.prepared);
    if (alike > (best?.alike ?? 0)) best = { first: earlier.index, alike };
  }
  if (!best || best.alike < tools.config.repeatSimilarity) return null;
  const confidence = Math.min(0.95, 0.6 + (best.alike - tools.config.repeatSimilarity));
  return { turn: turn.index, first: best.first, kind: 'retold', confidence };
}

/**
 * The matter in quite other words: the first that the customer says of it to the agent. "How can I help?" asks for just
 * that, and who had told the bot tells it again, unless it is plainly something else.
 */
function toldAgain(
  { index }: ReadTurn,
  told: readonly ReadTurn[],
  agent: AgentReading,
  { toBot, toAgent }: Words,
): Repeat | null {
  const first = told.at(-1);
  if (!first) return null;
  // The last place is "none of the intents": two matters that the bot does not know need not be one.
  const same = (toBot ?? []).slice(0, -1).reduce((sum, p, k) => sum + p * (toAgent?.[k] ?? 0), 0);
  const isOther = same < otherMatterBelow && isSure(toBot) && isSure(toAgent);
  const confidence =
    wasAskedFor(index, agent) && !isOther ? askedForConfidence + same / 10 : 0.5 + same / 3;
  if (confidence < askedForConfidence && same < sameMatterFrom) return null;
  return { turn: index, first: first.index, kind: 'retold', confidence };
}

const isSure = (posterior: Words['toBot']) =>
  Math.max(...(posterior?.slice(0, -1) ?? [0])) >= sureOfMatter;

/** The agent's last words before it are "how can I help?" or the like. */
function wasAskedFor(index: number, { turns, contact }: AgentReading): boolean {
  const asked = turns.findLast(
    (turn) => turn.index < index && contact.turns[turn.index]?.actor === 'agent',
  );
  return asked?.marks.has('generic') === true;
}

function saidSo(turn: ReadTurn): Repeat | null {
  return turn.marks.has('told') ? { turn: turn.index, kind: 'told', confidence: 0.9 } : null;
}

function value(turn: ReadTurn, bot: BotReading): Repeat | null {
  const hashes = new Set(tokensIn(turn.text).map(({ hash }) => hash));
  if (hashes.size === 0) return null;
  const first = bot.customer.find(({ text }) =>
    tokensIn(text).some(({ hash }) => hashes.has(hash)),
  );
  return first ? { turn: turn.index, first: first.index, kind: 'value', confidence: 0.9 } : null;
}

/**
 * Customer turns to the agent that had to say something once more, retold or asked for again although the bot held it, and
 * the seconds from what was said before each of them to its end. Seconds are null without the agent's transcript.
 */
export function measureRepeats(
  repeats: readonly Repeat[],
  ledger: readonly LedgerEntry[],
  agent: AgentReading | null,
): { count: number; seconds: number | null } {
  if (!agent || agent.turns.length === 0) return { count: 0, seconds: null };
  const again = new Set(
    ledger.filter(wasKnown).flatMap(({ agent: side, slot }) => (side === 'not_asked' ? [] : slot)),
  );
  const answers = agent.asks.flatMap(({ slot, kind, answers: [first] }) =>
    kind === 'request' && again.has(slot) && first !== undefined ? [first] : [],
  );
  const turns = new Set([...repeats.map(({ turn }) => turn), ...answers]);
  let seconds = 0;
  for (const turn of turns)
    seconds += secondsBetween(agent.turns[turn - 1]?.at, agent.turns[turn]?.at) ?? 0;
  return { count: turns.size, seconds };
}

const wasKnown = ({ bot }: LedgerEntry) => bot !== 'never_asked' && bot !== 'asked_not_captured';
