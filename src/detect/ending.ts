/** In what way a bot session came to its handoff, by its last exchange: what went wrong there is why it was handed over. */
import type { BotReading } from '../questions/bot-side.js';

/**
 * `error`: a call failed. `unheard`: the bot did not recognise the last words. `stuck`: it asked for a slot again and got
 * no value. `unasked`: the customer asked for a person before telling anything. `gave_up`: the customer asked for a person,
 * or objected, after the bot had answered. `own_rule`: nothing failed and nobody asked, the bot handed over by itself.
 */
export type Ending = 'error' | 'unheard' | 'stuck' | 'unasked' | 'gave_up' | 'own_rule';

export function endingOf(bot: BotReading): Ending {
  const { customer, unrecognised, errors } = bot;
  const told = customer.filter(({ role }) => role !== 'human');
  const last = told.findLast(({ role }) => role !== 'courtesy') ?? told.at(-1);
  if (!last) return customer.length > 0 ? 'unasked' : 'own_rule';
  if (errors.some((turn) => turn > last.index) || errors.includes(lastSystemTurn(bot)))
    return 'error';
  if (unrecognised.includes(last.index)) return 'unheard';
  if (isStuck(bot)) return 'stuck';
  const asksForHuman = customer.some(({ index, role }) => role === 'human' && index > last.index);
  const objected = last.marks.has('objection');
  return asksForHuman || objected ? 'gave_up' : 'own_rule';
}

/** The bot acted on what the customer wants after the last words that it did not recognise. */
export const hasRecovered = (
  { intent, unrecognised }: BotReading,
  wish: string | null | undefined,
): boolean =>
  intent !== undefined && intent.name === wish && intent.turn > Math.max(-1, ...unrecognised);

const lastSystemTurn = ({ session }: BotReading): number =>
  session.turns.findLastIndex(({ actor }) => actor === 'system');

/** The slot that was asked for last was asked for before, and was given no value since it was first asked for. */
function isStuck({ asked, held }: BotReading): boolean {
  const [slot, turns] = [...asked].sort((a, b) => (b[1].at(-1) ?? 0) - (a[1].at(-1) ?? 0))[0] ?? [];
  if (slot === undefined || turns === undefined || turns.length < 2) return false;
  return (held.get(slot)?.turn ?? -1) < (turns[0] ?? 0);
}
