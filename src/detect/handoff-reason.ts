/** Why the bot handed over, which is another question than what it cost afterwards: as logged, else as its last turns show. */
import type { ClosingLine, HandoffReason, JourneyHandoff } from '../domain/journey.js';
import type { BotReading } from '../questions/bot-side.js';
import { closingLines, recentTurns } from './settings.js';

export function handoffReason(bot: BotReading): JourneyHandoff {
  const { handoff } = bot.session;
  const logged = handoff?.reason === 'unknown' ? undefined : handoff?.reason;
  return {
    reason: logged ?? inferred(bot),
    inferred: logged === undefined,
    ...lastWords(bot),
    ...closing(bot),
  };
}

function inferred({ session, customer, unrecognised, errors }: BotReading): HandoffReason {
  const { turns } = session;
  const isRecent = (turn: number): boolean => turn >= turns.length - recentTurns;
  if (errors.some(isRecent)) return 'error';
  const last = customer.at(-1);
  if (last?.role === 'human' && isRecent(last.index)) return 'user_request';
  if (last && unrecognised.includes(last.index)) return 'no_match';
  // Nothing failed and nobody asked: handing over here is what the bot was built to do.
  return last ? 'rule' : 'unknown';
}

function lastWords({ session }: BotReading): Pick<JourneyHandoff, 'lastWords'> {
  const turn = session.turns.findLastIndex(({ actor, text }) => actor === 'bot' && text);
  const text = session.turns[turn]?.text;
  return text === undefined ? {} : { lastWords: { turn: `bot:${turn}`, text } };
}

/**
 * "I can't do that at this hour. Shall I pass you on?", "yes", "One moment": what made the bot stop may stand before the
 * customer's last turn, and the line behind it says only that it does.
 */
function closing({ session: { turns } }: BotReading): Pick<JourneyHandoff, 'closing'> {
  const last = turns.findLastIndex(({ actor }) => actor === 'customer');
  const before = turns.findLastIndex(({ actor }, i) => actor === 'customer' && i < last);
  const lines = turns.slice(before + 1).flatMap(({ actor, text, action }): ClosingLine[] => {
    if (actor !== 'bot' || !text) return [];
    return [{ text, ...(action !== undefined && { action }) }];
  });
  return lines.length === 0 ? {} : { closing: lines.slice(-closingLines) };
}
