/** A phrase as a person writes it for Rasa, read into words and the slots that its marked values fill. */
import { UsageError } from '../../../domain/errors.js';
import type { Phrase } from '../../../domain/suggestion.js';
import { readMarked } from '../../../text/marked.js';
import type { Bot } from './bot.js';

/** @throws UsageError for brackets that mark nothing, and for an entity that the domain does not have */
export function readWritten(written: string, bot: Bot): Pick<Phrase, 'text' | 'entities'> {
  const read = readMarked(written);
  if (read === null)
    throw new UsageError(
      `"${written}": a bracket is left that marks nothing; write [value](entity)`,
    );
  const slots = new Map([...bot.entityBySlot].map(([slot, entity]) => [entity, slot]));
  const entities = read.marks.map(({ name, start, end }) => {
    const slot = slots.get(name) ?? (bot.entityBySlot.has(name) ? name : undefined);
    if (slot === undefined && bot.domain !== 'absent' && !bot.entities.has(name))
      throw new UsageError(
        `"${written}": the domain has no entity "${name}"; it has ${[...bot.entities].join(', ')}`,
      );
    return { slot: slot ?? name, start, end };
  });
  return { text: read.text, entities };
}
