/** Which phrases a console's training data gets, for vendors whose file is a list of examples. */
import type { Phrase, Suggestion } from '../../domain/suggestion.js';
import { clip, withoutUnseen } from '../../lib/visible.js';

/** What the vendor's importer takes. */
export interface Limits {
  longestPhrase: number;
  /** Signs that the importer reads as something else, replaced by a space. */
  reserved?: RegExp;
  /** What is taken off the beginning of a phrase when all else is done; slashes unless given. */
  start?: RegExp;
}

export interface Placement {
  intent: string;
  text: string;
  /** In UTF-16 units of `text`; left out where the words had to be changed. */
  entities: Phrase['entities'];
}

export interface PhrasePlan {
  placements: Placement[];
  notes: string[];
}

/** A personal value that was never replaced by a made-up one. */
const redacted = /⟨\w+:[0-9a-f]+⟩/;

export const keyOf = (text: string): string =>
  text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/**
 * @param known each phrase of the training data, by `keyOf`, with its intent: none is put in twice or under two intents
 * @param none the vendor's intent for what is none of the bot's; null where it has none
 */
export function planPhrases(
  suggestions: readonly Suggestion[],
  intents: ReadonlySet<string>,
  known: ReadonlyMap<string, string>,
  { limits, none }: { limits: Limits; none: string | null },
): PhrasePlan {
  const plan: PhrasePlan = { placements: [], notes: [] };
  const placed = new Map(known);
  for (const suggestion of suggestions) {
    const { id, kind, change } = suggestion;
    const intent = kind === 'out_of_scope_phrases' ? none : (suggestion.intent ?? null);
    if (
      !['add_phrases', 'out_of_scope_phrases', 'add_slot_examples'].includes(kind) ||
      intent === null
    ) {
      plan.notes.push(`${id}: ${kind} is no addition of phrases; do it by hand: ${change}`);
      continue;
    }
    if (!intents.has(intent)) {
      plan.notes.push(`${id}: the files know no intent "${intent}"`);
      continue;
    }
    for (const phrase of suggestion.phrases) {
      const placement = placementOf(phrase, intent, limits);
      const isPlaced = typeof placement !== 'string';
      const there = placed.get(keyOf(isPlaced ? placement.text : phrase.text));
      if (there === intent) continue;
      if (!isPlaced) plan.notes.push(`${id}: ${placement}`);
      else if (there !== undefined)
        plan.notes.push(
          `"${placement.text}" is not added to ${intent}: it is an example of ${there}`,
        );
      else {
        placed.set(keyOf(placement.text), intent);
        plan.placements.push(placement);
      }
    }
  }
  return plan;
}

/** Or why it is left out. */
function placementOf({ text, entities }: Phrase, intent: string, limits: Limits) {
  const plain = plainOf(text, limits);
  if (typeof plain !== 'string') return plain.fault;
  return { intent, text: plain, entities: plain === text ? entities : [] };
}

/** The words of a phrase as a patch within these limits has them; null where it leaves the phrase out. See `PatchWriter.wordsOf`. */
export function wordsWithin(text: string, limits: Limits): string | null {
  const plain = plainOf(text, limits);
  return typeof plain === 'string' ? plain : null;
}

function plainOf(
  text: string,
  { longestPhrase, reserved, start = /^[\s/]+/ }: Limits,
): string | { fault: string } {
  if (redacted.test(text)) return { fault: 'a phrase is left out: it holds personal data' };
  // On one line, without what no reader sees, and without what a console would take for a command at their beginning.
  const plain = withoutUnseen(reserved ? text.replace(reserved, ' ') : text)
    .replace(/\s+/g, ' ')
    .trim()
    .replace(start, '');
  if (!/[\p{L}\p{N}]/u.test(plain))
    return { fault: 'a phrase is left out: it is nothing but signs' };
  if (plain.length > longestPhrase)
    return { fault: `"${clip(plain, 60)}" is left out: longer than ${longestPhrase} characters` };
  return plain;
}
