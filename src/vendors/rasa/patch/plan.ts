/** What the suggestions want of the files, before the files are looked at line by line. */
import type { Suggestion, SuggestionKind } from '../../../domain/suggestion.js';
import { type Bot, labelOf, partsOf } from './bot.js';
import { type Line, lineOf } from './phrase.js';

/** One phrase, one destination: two suggestions that disagree would undo each other at every run. */
export interface Placement extends Line {
  to: string | null;
  from: string | null;
}

export interface SlotPlan {
  id: string;
  slot: string;
  intent: string | null;
  prompt: string | null;
  /** Phrases mark its value: an entity fills it. */
  fromEntity: boolean;
}

export interface PatchPlan {
  placements: Placement[];
  /** Intents that may be made. */
  newIntents: Set<string>;
  notes: string[];
}

const inFiles: ReadonlySet<SuggestionKind> = new Set<SuggestionKind>([
  'add_phrases',
  'add_slot',
  'add_slot_examples',
  'move_phrases',
  'new_intent',
  'out_of_scope_phrases',
  'remove_phrases',
]);
const outOfScopeNames = /^(out[_-]?of[_-]?scope|oos|off[_-]?topic|none)$/i;
/** A slash makes a retrieval intent, the rest would need an escape that the format lacks. */
const plainName = /^[\p{L}_][\p{L}\p{N}_.-]*$/u;

/** @param added entities that the same patch puts into the domain: only then may phrases mark them */
export function planOf(
  suggestions: readonly Suggestion[],
  bot: Bot,
  added: ReadonlySet<string>,
): PatchPlan {
  const plan: PatchPlan = { placements: [], newIntents: new Set(), notes: [] };
  const label = (slot: string) => (added.has(slot) ? `(${slot})` : labelOf(bot, slot));
  const placed = new Map<string, string>();
  // Before all else: what the order of suggestions hid from one run, the next would find.
  for (const { kind, intent } of suggestions)
    if (kind === 'new_intent' && intent !== undefined && plainName.test(intent))
      plan.newIntents.add(intent);
  for (const one of suggestions)
    if (one.kind === 'out_of_scope_phrases')
      plan.newIntents.add(outOfScopeIntent(one.intent, bot, plan.newIntents));
  for (const intent of intentsOf(bot)) plan.newIntents.delete(intent);

  for (const suggestion of suggestions) {
    const { id, kind, change, phrases, prompt } = suggestion;
    if (kind === 'change_threshold') continue;
    if (!inFiles.has(kind)) {
      const words = prompt === undefined ? '' : ` In these words: "${prompt}"`;
      plan.notes.push(
        `${id}: ${kind} is no change of a training file; do it by hand: ${change}${words}`,
      );
      continue;
    }
    const way = wayOf(suggestion, bot, plan.newIntents);
    if (typeof way === 'string') {
      plan.notes.push(`${id}: ${way}`);
      continue;
    }
    if (way.to === null && way.from === null) continue;
    for (const phrase of phrases) {
      const line = lineOf(phrase, label);
      if (!line) {
        plan.notes.push(`${id}: a phrase is left out: nothing but personal data or signs`);
        continue;
      }
      const before = placed.get(line.key);
      const target = `${way.from} > ${way.to}`;
      if (before !== undefined && before !== target)
        plan.notes.push(`${id}: "${line.text}" is left out: another suggestion places it already`);
      if (before !== undefined) continue;
      placed.set(line.key, target);
      plan.placements.push({ ...line, to: way.to, from: way.from });
    }
  }
  return plan;
}

interface Way {
  to: string | null;
  from: string | null;
}

/** Where a suggestion's phrases go, or why they cannot. */
function wayOf(
  { kind, intent, fromIntent }: Suggestion,
  bot: Bot,
  fresh: ReadonlySet<string>,
): Way | string {
  if (kind === 'remove_phrases') return { to: null, from: fromIntent ?? intent ?? null };
  if (kind === 'out_of_scope_phrases') {
    return { to: outOfScopeIntent(intent, bot, fresh), from: null };
  }
  if (intent === undefined) return kind === 'add_slot' ? { to: null, from: null } : homeless(kind);
  const parts = partsOf(bot, intent);
  if (parts.length > 0)
    return `"${intent}" has its phrases in ${parts.join(', ')}; put them into one of these by hand`;
  const moves = kind === 'move_phrases' && fromIntent !== intent;
  if (intentsOf(bot).includes(intent) || fresh.has(intent))
    return { to: intent, from: moves ? (fromIntent ?? null) : null };
  return kind === 'new_intent'
    ? `"${intent}" can be no name of a new intent; give it one of letters, digits and _`
    : unknown(intent, bot);
}

const unknown = (intent: string, { project: { flows } }: Bot): string =>
  flows.has(intent)
    ? `"${intent}" is a flow, which has no phrases; say in its description when it is meant, or give it an intent that starts it (nlu_trigger)`
    : `the files know no intent "${intent}"`;

const homeless = (kind: SuggestionKind): string =>
  kind === 'add_slot_examples'
    ? 'which intent its phrases have is not known, and answers have none of their own in every bot; put them in by hand, values marked'
    : `${kind} names no intent`;

function intentsOf({ nlu, older, domainIntents }: Bot): string[] {
  return [...[...nlu, ...older].map(({ intent }) => intent), ...domainIntents];
}

/** The bot's own, whatever it is called, before a new one. */
function outOfScopeIntent(given: string | undefined, bot: Bot, fresh: ReadonlySet<string>): string {
  const names = [...intentsOf(bot), ...fresh];
  if (given !== undefined && names.includes(given)) return given;
  return names.find((name) => outOfScopeNames.test(name)) ?? 'out_of_scope';
}

export const slotPlans = (suggestions: readonly Suggestion[]): SlotPlan[] =>
  suggestions.filter(({ kind }) => kind === 'add_slot').flatMap(slotPlan);

function slotPlan({ id, slot, intent, prompt, phrases }: Suggestion): SlotPlan[] {
  if (slot === undefined) return [];
  const fromEntity =
    /^[\w-]+$/.test(slot) &&
    phrases.some(({ entities }) => entities.some((entity) => entity.slot === slot));
  return [{ id, slot, intent: intent ?? null, prompt: prompt ?? null, fromEntity }];
}
