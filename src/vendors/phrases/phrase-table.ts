/** What vendors have in common whose training data is a table with a phrase a row: options, the bot definition, the patch. */
import { z } from 'zod';
import type { BotDefinition } from '../../domain/conversation.js';
import type { Suggestion } from '../../domain/suggestion.js';
import { filled } from '../../lib/json.js';
import type { TrainingFile } from '../vendor.js';
import { keyOf, type Limits, type PhrasePlan, planPhrases } from './plan.js';
import { type Row, type Table, withRows } from './table.js';

/** A row that speaks of an intent. */
export interface IntentRow {
  row: Row;
  intent: string;
  /** Absent where the row is no phrase of it. */
  text?: string;
}

export interface PhraseTable {
  file: TrainingFile;
  table: Table;
  entries: readonly IntentRow[];
}

/** The options that all of them have. */
export const tableOptions = (platform: string) => ({
  platform: z.string().min(1).default(platform).describe('As in the records of its bot.'),
  bot_id: z.string().min(1).default('bot').describe('As in the records of its bot.'),
  locale: z.string().min(1).optional().describe('The file does not say which language it is in.'),
  out_of_scope_intent: outOfScope,
});

export const outOfScope = z
  .string()
  .min(1)
  .optional()
  .describe(
    "The intent that takes what is none of the bot's; unless given, such phrases are left to be put in by hand.",
  );

/** For consoles whose own limit is not known. */
export const longestPhrase = z
  .number()
  .int()
  .positive()
  .default(500)
  .describe("Longer phrases are left out. Ours: the console's own limit is not verified.");

/**
 * Consoles invite to edit these files in a spreadsheet, which runs a cell that begins so as a formula: what a customer wrote
 * must not.
 */
export const formulaSigns = /^[\s=+\-@]+/;

interface About {
  platform: string;
  bot_id: string;
  locale?: string | undefined;
}

/** Intents in the order in which the tables name them. */
export function definitionOf(
  tables: readonly PhraseTable[],
  { platform, bot_id: botId, locale }: About,
  readAt: number,
): BotDefinition {
  const examples = new Map<string, Set<string>>();
  for (const { intent, text } of tables.flatMap(({ entries }) => entries)) {
    const own = examples.get(intent) ?? new Set();
    examples.set(intent, text === undefined || text === '' ? own : own.add(text));
  }
  return filled({
    platform,
    botId,
    readAt,
    locale,
    intents: [...examples].map(([name, own]) => ({ name, examples: [...own], requiredSlots: [] })),
    slots: [],
  });
}

interface TablePlan {
  limits: Limits;
  /** The vendor's intent for what is none of the bot's; null where it has none. */
  none: string | null;
  /** Most phrases of an intent; absent where there is no such limit. */
  mostPhrases?: number;
  /** The cells of a new row, from those of the row above it. */
  cells(above: IntentRow, text: string, own: readonly IntentRow[]): readonly string[];
}

/** Changed files, each whole, the rows of new phrases below those of their intents; and what became of each phrase. */
export function patchTables(
  suggestions: readonly Suggestion[],
  tables: readonly PhraseTable[],
  { limits, none, mostPhrases, cells }: TablePlan,
): PhrasePlan & { files: TrainingFile[] } {
  const all = tables.flatMap(({ entries }) => entries);
  const { placements: planned, notes } = planPhrases(
    suggestions,
    new Set(all.map(({ intent }) => intent)),
    new Map(all.flatMap(({ intent, text }) => (text ? [[keyOf(text), intent] as const] : []))),
    { limits, none },
  );
  const counts = new Map<string, number>();
  for (const { intent, text } of all) if (text) counts.set(intent, (counts.get(intent) ?? 0) + 1);
  const placements = planned.filter(({ intent, text }) => {
    const count = (counts.get(intent) ?? 0) + 1;
    if (mostPhrases !== undefined && count > mostPhrases) {
      notes.push(
        `"${text}" is not added to ${intent}: it has ${mostPhrases} phrases, and takes no more`,
      );
      return false;
    }
    counts.set(intent, count);
    return true;
  });
  const homes = new Map<string, PhraseTable>();
  for (const intent of new Set(placements.map((one) => one.intent))) {
    const [home, ...others] = tables.filter(({ entries }) =>
      entries.some((one) => one.intent === intent),
    );
    if (home) homes.set(intent, home);
    if (home && others.length > 0)
      notes.push(`${intent}: in several files; put into ${home.file.path} alone`);
  }
  const files = tables.flatMap((one) => {
    const added = placements
      .filter(({ intent }) => homes.get(intent) === one)
      .flatMap(({ intent, text }) => {
        const own = one.entries.filter((entry) => entry.intent === intent);
        const above = own.findLast((entry) => entry.text !== undefined) ?? own.at(-1);
        return above ? [{ after: above.row, cells: cells(above, text, own) }] : [];
      });
    if (added.length === 0) return [];
    return [{ path: one.file.path, text: withRows(one.file.text, one.table, added) }];
  });
  return { files, placements, notes };
}
