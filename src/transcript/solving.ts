/** When the agent starts solving: the same rule for contacts from the bot and for direct ones, so that the two compare. */
import type { Contact } from '../domain/conversation.js';
import type { Lexicon } from '../domain/lexicon.js';
import { onePer } from '../lib/memo.js';
import { type ActReader, createActReader } from './acts.js';
import { clausesOf } from './clauses.js';
import { leastContentOfMatter } from './settings.js';
import { createTurnReader } from './turns.js';

const readersOf = onePer((lexicon: Lexicon) => ({
  turn: createTurnReader(lexicon),
  act: createActReader(lexicon),
}));

/** The agent's first turn, after the customer has said something of substance, that asks for nothing more; null without one. */
export function solvingFrom(contact: Contact, lexicon: Lexicon): number | null {
  const readers = readersOf(lexicon);
  const said = contact.turns.findIndex(
    (turn, i) =>
      turn.actor === 'customer' && readers.turn(turn, i).content.length >= leastContentOfMatter,
  );
  if (said < 0) return null;
  const solving = contact.turns.find(
    ({ actor, text }, i) => i > said && actor === 'agent' && !asks(text, readers.act),
  );
  return solving?.at ?? null;
}

const asks = (text: string, act: ActReader) =>
  clausesOf(text).some((clause) => act(clause).kind === 'request');

/** Clocks of two systems disagree by a little; what comes out negative took no time. */
export function secondsBetween(
  from: number | null | undefined,
  to: number | null | undefined,
): number | null {
  return from == null || to == null ? null : Math.max(0, (to - from) / 1000);
}
