/** The customer tells the agent again what the bot had been told. */
import type { LedgerEntry } from '../domain/journey.js';
import type { Words } from '../intents/true-intent.js';
import type { AgentReading } from '../questions/agent-side.js';
import type { BotReading } from '../questions/bot-side.js';
import type { QuestionTools } from '../questions/tools.js';
import { similarity } from '../text/similarity.js';
import { tokensIn } from '../text/tokens.js';
import { leastContentOfMatter } from '../transcript/settings.js';
import { secondsBetween } from '../transcript/solving.js';
import type { ReadTurn } from '../transcript/turns.js';
import {
  askedForConfidence,
  fewestWordsOfRepeat,
  firstWordsFrom,
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

/** @param isWarm the agent's opening shows that he knows what it is about */
export function findRepeats(
  bot: BotReading,
  agent: AgentReading,
  tools: QuestionTools,
  words: Words,
  isWarm: boolean,
): Repeat[] {
  const told = tellings(bot);
  const answers = new Set(agent.asks.flatMap((ask) => ask.answers));
  return agent.customer.flatMap((turn) => {
    const matter = turn === agent.informative ? toldAgain(turn, told, agent, words, isWarm) : null;
    const said = saidSo(turn, answers.has(turn.index), tools);
    const repeat = retold(turn, told, tools) ?? said ?? matter ?? value(turn, bot);
    return repeat ? [repeat] : [];
  });
}

const tellings = ({ customer }: BotReading) =>
  customer.filter((turn) => turn.role === 'free' && saysSomething(turn));

/** Two words of content, or a short sentence about one: "where do I vote". */
export const saysSomething = ({ content, words }: ReadTurn): boolean =>
  content.length >= leastContentOfMatter ||
  (content.length > 0 && words.length >= fewestWordsOfRepeat);

/** The turn says in like words what the bot had been told. */
export const saysInLikeWords = (turn: ReadTurn, bot: BotReading, tools: QuestionTools): boolean =>
  retold(turn, tellings(bot), tools) !== null;

function retold(turn: ReadTurn, told: readonly ReadTurn[], tools: QuestionTools): Repeat | null {
  if (turn.content.length < fewestWordsOfRepeat) return saidShortly(turn, told);
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

/** Few words repeat only the same words, or the whole sentence. */
function saidShortly(turn: ReadTurn, told: readonly ReadTurn[]): Repeat | null {
  const { content, words, index } = turn;
  const said = ` ${words.join(' ')} `;
  const first = told.find((earlier) => {
    if (
      earlier.words.length >= fewestWordsOfRepeat &&
      said.includes(` ${earlier.words.join(' ')} `)
    )
      return true;
    const isSameLength = earlier.content.length <= content.length + 1;
    return (
      content.length >= leastContentOfMatter &&
      isSameLength &&
      content.every((word) => earlier.content.includes(word))
    );
  });
  return first ? { turn: index, first: first.index, kind: 'retold', confidence: 0.8 } : null;
}

/**
 * The matter in quite other words: the first that the customer says of it to the agent, who knew nothing of it or asked for just
 * that. Who had told the bot tells it again, unless it is plainly something else.
 */
function toldAgain(
  { index }: ReadTurn,
  told: readonly ReadTurn[],
  agent: AgentReading,
  { toBot, toAgent }: Words,
  isWarm: boolean,
): Repeat | null {
  const first = told.at(-1);
  if (!first) return null;
  // The last place is "none of the intents": two matters that the bot does not know need not be one.
  const same = (toBot ?? []).slice(0, -1).reduce((sum, p, k) => sum + p * (toAgent?.[k] ?? 0), 0);
  const isOther = same < otherMatterBelow && isSure(toBot) && isSure(toAgent);
  const isFirst = !isWarm && same >= firstWordsFrom && !agent.asks.some(({ turn }) => turn < index);
  const isAsked = isFirst || wasAskedFor(index, agent);
  const confidence = isAsked && !isOther ? askedForConfidence + same / 10 : 0.5 + same / 3;
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

/** An answer to a question may say so too ("I gave that already"): that is the slot's value once more. */
function saidSo(turn: ReadTurn, isAnswer: boolean, { language }: QuestionTools): Repeat | null {
  const says = turn.marks.has('told') || (!isAnswer && language.saysItWasSaid(turn.text));
  return says ? { turn: turn.index, kind: 'told', confidence: 0.9 } : null;
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
