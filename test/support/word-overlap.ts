/** The baseline of slot identification: a turn with a question mark asks for the needed slot that shares most words with it. */
import type {
  AgentContactRecord,
  BotDefinitionRecord,
  BotSessionRecord,
} from '../../src/domain/records.js';

const words = (text: string): string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];
const nameWords = (name: string): string[] =>
  words(name.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/_/g, ' '));

/** @returns by session id, the slots asked by the agent that the intent needs and the bot does not hold. */
export function wordOverlapAsks(
  definition: BotDefinitionRecord,
  sessions: readonly BotSessionRecord[],
  contacts: readonly AgentContactRecord[],
): Map<string, Set<string>> {
  const slots = definition.slots.map(({ name, description, needed_by }) => ({
    name,
    neededBy: new Set(needed_by),
    words: new Set([...nameWords(name), ...words(description ?? '')]),
  }));
  const contactOf = new Map(contacts.map((contact) => [contact.handoff_key, contact]));
  return new Map(
    sessions.map((session) => {
      const intent = session.turns.flatMap((turn) => turn.intent?.name ?? []).at(-1) ?? '';
      const candidates = slots.filter(({ neededBy }) => neededBy.has(intent));
      const held = new Set(session.turns.flatMap((turn) => Object.keys(turn.slots ?? {})));
      const asked = (contactOf.get(session.handoff?.key)?.turns ?? [])
        .filter(({ actor, text }) => actor === 'agent' && text.includes('?'))
        .flatMap(({ text }) => {
          const said = new Set(words(text));
          const overlaps = candidates.map((slot) => ({
            name: slot.name,
            shared: [...slot.words].filter((word) => said.has(word)).length,
          }));
          const best = Math.max(0, ...overlaps.map(({ shared }) => shared));
          return best === 0 ? [] : overlaps.filter(({ shared }) => shared === best).slice(0, 1);
        })
        .map(({ name }) => name);
      return [session.session_id, new Set(asked.filter((slot) => !held.has(slot)))];
    }),
  );
}
