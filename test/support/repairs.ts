import { repairOf } from '../../src/causes/repair-of.js';
import { categories } from '../../src/domain/categories.js';
import type { Cause, Repair } from '../../src/domain/ticket.js';

/** A cause as a repair of its own. */
export function repairFrom(
  known: Pick<Cause, 'category'> & Partial<Cause & Pick<Repair, 'title'>>,
): Repair {
  const cause = {
    owner: categories[known.category].owner,
    title: known.category,
    why: 'Because. It is so.',
    sessions: [],
    primarySessions: [],
    evidence: [],
    robust: true,
    ...known,
  };
  const { category, intent, slot, window, sessions } = cause;
  const kind =
    repairOf(
      cause,
      () => false,
      () => false,
    ) ?? 'teach_intent';
  return {
    ...cause,
    repair: kind,
    key: JSON.stringify([category, intent, slot, window]),
    intents: intent === undefined ? [] : [intent],
    slots: slot === undefined ? [] : [slot],
    categories: [{ category, journeys: sessions.length }],
    handoffReasons: [],
    beyondUsual: true,
    parts: [
      {
        category,
        ...(intent !== undefined && { intent }),
        ...(slot !== undefined && { slot }),
        ...(window && { window }),
      },
    ],
  };
}
