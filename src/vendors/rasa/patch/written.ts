/** A phrase as a person writes it for Rasa, read into words and the slots that its marked values fill. */
import { UsageError } from '../../../domain/errors.js';
import type { Phrase } from '../../../domain/suggestion.js';
import { type Mark, readMarked } from '../../../text/marked.js';
import type { Bot } from './bot.js';

/** @throws UsageError for brackets that mark nothing, and for an entity that the domain does not have */
export function readWritten(written: string, bot: Bot): Pick<Phrase, 'text' | 'entities'> {
  const read = readMarked(written);
  if (read === null)
    throw new UsageError(
      `"${written}": a bracket is left that marks nothing; write [value](entity)`,
    );
  const entities = read.marks.map((mark) => {
    const { name, start, end } = mark;
    const slot = slotOf(mark, bot);
    if (slot === undefined && bot.domain !== 'absent' && !bot.entities.has(name))
      throw new UsageError(
        `"${written}": the domain has no entity "${name}"; it has ${[...bot.entities].join(', ')}`,
      );
    return { slot: slot ?? name, start, end };
  });
  return { text: read.text, entities };
}

/** The slot that the entity fills, or the slot of that name. Of several that one entity fills, the one of its role and group. */
function slotOf({ name, role, group }: Mark, { entityBySlot }: Bot): string | undefined {
  const slots = [...entityBySlot].filter(([, { entity }]) => entity === name);
  const own = slots.find(([, entity]) => entity.role === role && entity.group === group);
  return (own ?? slots.at(-1))?.[0] ?? (entityBySlot.has(name) ? name : undefined);
}
