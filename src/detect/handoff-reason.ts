/** Why the bot handed over, which is another question than what it cost afterwards: as logged, else as its last turns show. */
import type { HandoffReason, JourneyHandoff } from '../domain/journey.js';
import type { BotReading } from '../questions/bot-side.js';
import { closingLines, recentTurns } from './settings.js';

export function handoffReason(bot: BotReading): JourneyHandoff {
  const { handoff } = bot.session;
  const logged = handoff?.reason === 'unknown' ? undefined : handoff?.reason;
  return {
    reason: logged ?? inferred(bot),
    inferred: logged === undefined,
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

/**
 * "I can't do that at this hour. Shall I pass you on?", "yes", "One moment": what made the bot stop may stand before the
 * customer's last turn, and the line behind it says only that it does.
 */
function closing({ session: { turns } }: BotReading): Pick<JourneyHandoff, 'closing'> {
  const customer = turns.flatMap(({ actor }, at) => (actor === 'customer' ? [at] : []));
  const since = customer.at(-2) ?? -1;
  const lines = turns.flatMap(({ actor, text, action }, at) =>
    actor === 'bot' && text ? [{ at, text, ...(action !== undefined && { action }) }] : [],
  );
  const last = lines
    .slice(-closingLines)
    .filter(({ at }, i, kept) => at > since || i === kept.length - 1);
  return last.length === 0 ? {} : { closing: last.map(({ at: _at, ...line }) => line) };
}
