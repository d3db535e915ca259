/** What the cohorts and the rank need of sessions and contacts that are no journeys. */
import type {
  BotDefinition,
  Contact,
  DefinedSlot,
  Session,
  SessionTurn,
} from '../domain/conversation.js';
import type { DirectContact, Handled, SessionSummary } from '../domain/journey.js';
import type { Lexicon } from '../domain/lexicon.js';
import { isFallbackAction } from '../domain/no-intent.js';
import type { Calendar } from '../lib/calendar.js';
import { remembering } from '../lib/memo.js';
import { createAskReader } from '../questions/asks.js';
import { type AskedFor, secondsBetween, solvingFrom } from '../transcript/solving.js';
import { createActedOn } from '../transcript/wants.js';
import { textsRemembered } from './settings.js';
import { utteranceAt } from './utterance.js';

export interface Summaries {
  summarise(session: Session): SessionSummary;
  /** The one request of a session that the bot ended by itself; none where there were several, for it is not known which it served. */
  handledIn(session: Session): Handled[];
}

/** @param definition what the bot calls its fallback, below which confidence it falls back, and what its intents are; null: it is not known */
export function createSummaries(
  definition: BotDefinition | null,
  lexicon: Lexicon,
  calendar: Calendar,
): Summaries {
  const isActedOn = createActedOn(definition, lexicon);
  /**
   * Turns with an intent that the bot can have acted on: it did not fall back on them. Answers to its questions are no new
   * request, unless there is no other.
   */
  const requests = (turns: readonly SessionTurn[]): { name: string; at: number }[] => {
    const named = turns.flatMap(({ actor, intent }, at) =>
      actor === 'customer' && intent && isActedOn(intent.name) && !fellBack(turns, at, definition)
        ? [{ name: intent.name, at }]
        : [],
    );
    const fresh = named.filter(({ at }) => turns[at - 1]?.asksFor === undefined);
    return fresh.length > 0 ? fresh : named;
  };
  return {
    summarise: (session) => {
      const { day, hour } = calendar.local(session.startedAt);
      const intent = requests(session.turns).at(-1)?.name;
      return {
        day,
        hour,
        ...(intent !== undefined && { intent }),
        outcome: session.outcome,
        channel: session.channel,
        backendError: session.turns.some(({ error }) => error !== undefined),
      };
    },
    handledIn: ({ turns, outcome }) => {
      if (outcome !== 'contained') return [];
      const asked = requests(turns);
      const [only] = asked;
      if (!only || new Set(asked.map(({ name }) => name)).size > 1) return [];
      const { payload, text } = turns[only.at] ?? {};
      return payload || !text
        ? []
        : [{ utterance: utteranceAt(turns, only.at), intent: only.name }];
    },
  };
}

function fellBack(
  turns: readonly SessionTurn[],
  at: number,
  definition: BotDefinition | null,
): boolean {
  const { confidence = 1 } = turns[at]?.intent ?? {};
  if (confidence < (definition?.confidenceThreshold ?? 0)) return true;
  const reply = turns.slice(at + 1).find(({ actor }) => actor === 'bot');
  return isFallbackAction(reply?.action, definition?.fallbackAction);
}

/**
 * What an agent's text asks for by the slots' own words; checks of identity are as in journeys.
 * @param least confidence from which it asks
 */
export function createDirectAsks(
  slots: readonly DefinedSlot[],
  verification: readonly string[],
  least: number,
  lexicon: Lexicon,
): (text: string) => AskedFor {
  const reader = createAskReader(slots, lexicon);
  const isCheck = new Set(verification);
  // Agents have stock phrases.
  const asks = remembering(textsRemembered, (text): { askedFor: AskedFor } => {
    const own = reader.read(text).filter(({ confidence }) => confidence >= least);
    if (own.some(({ slot, kind }) => kind === 'confirm' || isCheck.has(slot)))
      return { askedFor: 'again' };
    return { askedFor: own.length > 0 ? 'new' : null };
  });
  return (text) => asks(text).askedFor;
}

/** @param asks see `createDirectAsks` */
export function directContact(
  contact: Contact,
  calendar: Calendar,
  lexicon: Lexicon,
  asks: (text: string) => AskedFor,
): DirectContact {
  const { day, hour } = calendar.local(contact.startedAt);
  const { answeredAt, endedAt, queue } = contact;
  const timed = answeredAt !== undefined && endedAt !== undefined;
  return {
    day,
    hour,
    channel: contact.channel,
    ...(queue !== undefined && { queue }),
    secondsToSolving: secondsBetween(
      contact.startedAt,
      solvingFrom(contact, lexicon, (turn) => asks(contact.turns[turn]?.text ?? '')),
    ),
    handleSeconds: timed ? Math.max(0, (endedAt - answeredAt) / 1000) : null,
    outcome: contact.outcome,
  };
}
