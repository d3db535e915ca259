/**
 * The bot repeats itself without progress: the same question, state or wording, and between two times no new value and no
 * new intent. A second try that works is progress and ends the count.
 */
import type { SessionTurn } from '../domain/conversation.js';
import { isFallbackAction } from '../domain/no-intent.js';
import type { BotReading } from '../questions/bot-side.js';
import type { QuestionTools } from '../questions/tools.js';

export interface Loop {
  /** Bot turns that say the same, and the customer turns between them. */
  turns: number[];
  repeats: number;
  objected: boolean;
  /** What came after the last repeat: a way on, a request for a human, the bot's own handoff, or nothing more. */
  end: 'progress' | 'human' | 'handoff' | 'left';
}

export function findLoop(bot: BotReading, tools: QuestionTools): Loop | null {
  const { turns } = bot.session;
  const slotOf = new Map([...bot.asked].flatMap(([slot, at]) => at.map((turn) => [turn, slot])));
  const values = new Map<string, string | null>();
  let seen = new Map<string, number[]>();
  let intent: string | undefined;
  let longest: number[] = [];
  let progressAt = -1;
  turns.forEach((turn, index) => {
    const confident = (turn.intent?.confidence ?? 0) >= tools.lowConfidence;
    const wish =
      confident && tools.wants.includes(turn.intent?.name ?? '') ? turn.intent?.name : undefined;
    const moved = wish !== undefined && intent !== undefined && wish !== intent;
    if (wish !== undefined) intent = wish;
    if (hasNewValue(turn, values) || (moved && !asksAgain(turns, index, slotOf))) {
      seen = new Map();
      progressAt = index;
    }
    if (turn.actor !== 'bot') return;
    const key = stateOf(turn, slotOf.get(index), tools);
    if (key === null) return;
    const times = [...(seen.get(key) ?? []), index];
    seen.set(key, times);
    if (times.length > longest.length) longest = times;
  });
  const repeats = longest.length - 1;
  if (repeats < tools.config.loopRepeats) return null;
  const from = longest[0] ?? 0;
  const to = longest.at(-1) ?? 0;
  const between = bot.customer.filter(({ index }) => index > from && index < to);
  if (between.length < repeats) return null;
  return {
    turns: [...longest, ...between.map(({ index }) => index)].sort((a, b) => a - b),
    repeats,
    objected: between.some(({ marks }) => marks.has('objection')),
    end: progressAt > to ? 'progress' : endOf(bot, to),
  };
}

/** The bot asks for the same slot before and after: whatever label the words between were given, it did not move on. */
function asksAgain(
  turns: readonly SessionTurn[],
  index: number,
  slotOf: ReadonlyMap<number, string>,
): boolean {
  const before = turns.findLastIndex(({ actor }, i) => i < index && actor === 'bot');
  const after = turns.findIndex(({ actor }, i) => i > index && actor === 'bot');
  const slot = slotOf.get(before);
  return slot !== undefined && slotOf.get(after) === slot;
}

function endOf({ session, customer }: BotReading, last: number): Loop['end'] {
  if (customer.some(({ index, role }) => index > last && role === 'human')) return 'human';
  return session.handoff ? 'handoff' : 'left';
}

function hasNewValue(turn: SessionTurn, values: Map<string, string | null>): boolean {
  let isNew = false;
  for (const [slot, { digest }] of Object.entries(turn.slots ?? {})) {
    if (digest !== null && values.get(slot) !== digest) isNew = true;
    values.set(slot, digest);
  }
  return isNew;
}

function stateOf(turn: SessionTurn, slot: string | undefined, tools: QuestionTools): string | null {
  if (slot !== undefined) return `asks ${slot}`;
  const read = tools.readTurn(turn, 0);
  if (read.marks.has('fallback') || isFallbackAction(turn.action, tools.definition?.fallbackAction))
    return 'fallback';
  if (read.words.length > 0) return `says ${read.words.join(' ').replace(/\d+/g, '#')}`;
  return turn.action === undefined ? null : `does ${turn.action}`;
}
