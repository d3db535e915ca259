/** From a bot session, as it escalates, to what the agent should see. Pure; everything in it comes from the session. */
import { isFallback } from '../domain/no-intent.js';
import type {
  EscalatingSession,
  EscalatingTurn,
  ScreenPop,
  ScreenPopSettings,
} from '../domain/screen-pop.js';
import { shorten } from './shorten.js';
import { tried } from './tried.js';
import { wish } from './wish.js';

export function screenPop(session: EscalatingSession, settings: ScreenPopSettings): ScreenPop {
  const { sessionId, turns, reason } = session;
  const wants = wish(turns);
  const whole: ScreenPop = {
    sessionId,
    wants,
    intent: intentOf(wants, turns, settings.lowConfidence),
    reason: reason ?? null,
    tried: tried(turns, settings.lowConfidence),
    known: known(turns),
    last: lastMessages(turns, settings.messages),
    shortened: false,
  };
  return shorten(whole, settings.maximumCharacters);
}

/** Of the wish itself: what the bot took later words for ("a person, please") is another matter. */
function intentOf(
  wants: ScreenPop['wants'],
  turns: readonly EscalatingTurn[],
  low: number,
): ScreenPop['intent'] {
  const found = turns[wants?.turns[0] ?? -1]?.intent;
  if (!found || found.confidence < low || isFallback(found.name)) return null;
  return { name: found.name, confidence: found.confidence };
}

/** The newest value of each slot; one that was cleared is not known. */
function known(turns: readonly EscalatingTurn[]): ScreenPop['known'] {
  const values = new Map<string, ScreenPop['known'][number]>();
  turns.forEach(({ slots = {} }, turn) => {
    for (const [slot, value] of Object.entries(slots)) {
      const before = values.get(slot);
      if (value === null || value === '') values.delete(slot);
      // Bots log all that they hold with every turn: the value is from where it was first heard.
      else if (before?.value !== value) values.set(slot, { slot, value, turn });
    }
  });
  return [...values.values()];
}

function lastMessages(turns: readonly EscalatingTurn[], n: number): ScreenPop['last'] {
  return turns
    .flatMap(({ actor, text }, turn) =>
      actor !== 'system' && text !== undefined && text.trim() !== '' ? [{ actor, text, turn }] : [],
    )
    .slice(-n);
}
