/** Which repair would end a cause's findings. */
import { categories } from '../domain/categories.js';
import type { RepairKind } from '../domain/repair.js';
import type { Cause } from '../domain/ticket.js';
import type { HasSlot } from './chain.js';

/**
 * @param isUnasked of values that were not caught: the bot never asks for them
 * @returns null for what nobody can repair as it stands: words that no intent is known for
 */
export function repairOf(
  cause: Cause,
  hasSlot: HasSlot,
  isUnasked: (cause: Cause) => boolean,
): RepairKind | null {
  const { category, intent, slot } = cause;
  const kind = isUnasked(cause) ? 'add_slot' : categories[category].repair;
  if (kind === 'add_slot' && hasSlot(intent, slot)) return 'ask_before_handoff';
  return kind === 'teach_intent' && intent === undefined ? null : kind;
}
