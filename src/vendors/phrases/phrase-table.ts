/** What vendors have in common whose training data is a table with a phrase a row: options, the bot definition, the patch. */
import { z } from 'zod';
import type { BotDefinition } from '../../domain/conversation.js';
import { UsageError } from '../../domain/errors.js';
import type { Suggestion } from '../../domain/suggestion.js';
import { filled } from '../../lib/json.js';
import type { TrainingFile } from '../vendor.js';
import { formulaStart } from './csv.js';
import {
  keyOf,
  type Limits,
  type PhrasePlan,
  type Placement,
  planPhrases,
  wordsWithin,
} from './plan.js';
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
  /** How many rows below the header are none of these. */
  unread: number;
}

/** A file's rows; null where the file is not of the format. @throws UsageError where it is, and cannot be read */
export type ReadTable = (file: TrainingFile) => PhraseTable | null;

/** Those that can be read, and what is wrong with the others or left out of these. */
function tablesOf(
  files: readonly TrainingFile[],
  read: ReadTable,
): { tables: PhraseTable[]; problems: string[] } {
  const problems: string[] = [];
  const tables = files.flatMap((file) => {
    try {
      const found = read(file);
      const left = found?.unread ?? 0;
      if (left > 0)
        problems.push(`${file.path}: rows left out, since they name no intent: ${left}`);
      return found ?? [];
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  return { tables, problems };
}

/** Whether a file is of the format, and can be read. */
export function isReadable(file: TrainingFile, read: ReadTable): boolean {
  try {
    return read(file) !== null;
  } catch (error) {
    if (error instanceof UsageError) return false;
    throw error;
  }
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

interface About {
  platform: string;
  bot_id: string;
  locale?: string | undefined;
}

/**
 * The bot definition of all files, intents in the order in which they name them. A table has phrases and no slots.
 * @param missing what to say where no file is of the format
 * @param warn told of each file that cannot be read, and of rows that are left out
 * @throws UsageError where nothing can be read
 */
export function definitionOfTables(
  files: readonly TrainingFile[],
  { read, missing }: { read: ReadTable; missing: string },
  { platform, bot_id: botId, locale }: About,
  readAt: number,
  warn: (problem: string) => void = () => undefined,
): BotDefinition {
  const { tables, problems } = tablesOf(files, read);
  if (tables.length === 0) throw new UsageError([...problems, missing]);
  for (const problem of problems) warn(problem);
  const examples = new Map<string, Set<string>>();
  for (const { intent, text } of tables.flatMap(({ entries }) => entries)) {
    const own = examples.get(intent) ?? new Set();
    examples.set(intent, text ? own.add(text) : own);
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
  read: ReadTable;
  /** What to say where no file is of the format. */
  missing: string;
  limits: Limits;
  /** The intent for what is none of the bot's; absent where none is known. */
  none?: string | undefined;
  /** Most phrases of an intent; absent where there is no such limit. */
  mostPhrases?: number;
  /** The cells of a new row. @param above the row above it @param home the table that takes it */
  cells(above: Row, text: string, home: PhraseTable): readonly string[];
}

interface TablePatch extends PhrasePlan {
  /** Changed files, each whole, the rows of new phrases below those of their intents. */
  files: TrainingFile[];
  tables: readonly PhraseTable[];
}

const inTable = (limits: Limits): Limits => ({ ...limits, start: formulaStart });

/** See `PatchWriter.wordsOf`. */
export const wordsInTable = (text: string, limits: Limits): string | null =>
  wordsWithin(text, inTable(limits));

/** Puts phrases into tables; `placements` are those that are in the files now. */
export function patchTables(
  suggestions: readonly Suggestion[],
  from: readonly TrainingFile[],
  { read, missing, limits, none, mostPhrases = Infinity, cells }: TablePlan,
): TablePatch {
  const { tables, problems } = tablesOf(from, read);
  if (tables.length === 0)
    return { files: [], tables, placements: [], notes: [...problems, missing] };
  const all = tables.flatMap(({ entries }) => entries);
  const plan = planPhrases(
    suggestions,
    new Set(all.map(({ intent }) => intent)),
    new Map(all.flatMap(({ intent, text }) => (text ? [[keyOf(text), intent] as const] : []))),
    { limits: inTable(limits), none: none ?? null },
  );
  // A phrase may be missing since its intent's file could not be read.
  const notes = [...(suggestions.length > 0 ? problems : []), ...plan.notes];
  const placements = withinLimit(plan.placements, countsOf(all), mostPhrases, notes);
  const homes = homesOf(placements, tables, notes);
  const files = tables.flatMap((one) => {
    const own = placements.filter(({ intent }) => homes.get(intent) === one);
    if (own.length === 0) return [];
    const ends = endsOf(one.entries);
    const added = own.flatMap(({ intent, text }) => {
      const above = ends.get(intent)?.row;
      return above ? [{ after: above, cells: cells(above, text, one) }] : [];
    });
    return [{ path: one.file.path, text: withRows(one.file.text, one.table, added) }];
  });
  return { files, tables, placements, notes };
}

/** The row below which each intent's phrases are put: its last phrase, or its last row where it has none. */
function endsOf(entries: readonly IntentRow[]): Map<string, IntentRow> {
  const ends = new Map<string, IntentRow>();
  for (const entry of entries)
    if (entry.text !== undefined || ends.get(entry.intent)?.text === undefined)
      ends.set(entry.intent, entry);
  return ends;
}

/** How many phrases each intent has. */
export function countsOf(
  entries: readonly Pick<IntentRow, 'intent' | 'text'>[],
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { intent, text } of entries)
    counts.set(intent, (counts.get(intent) ?? 0) + (text ? 1 : 0));
  return counts;
}

function withinLimit(
  placements: readonly Placement[],
  counts: Map<string, number>,
  most: number,
  notes: string[],
): Placement[] {
  return placements.filter(({ intent, text }) => {
    const count = (counts.get(intent) ?? 0) + 1;
    if (count > most) {
      notes.push(`"${text}" is not added to ${intent}, which would have more than ${most} phrases`);
      return false;
    }
    counts.set(intent, count);
    return true;
  });
}

/** The file that takes an intent's phrases: the first that names it. */
function homesOf(
  placements: readonly Placement[],
  tables: readonly PhraseTable[],
  notes: string[],
): Map<string, PhraseTable> {
  const homes = new Map<string, PhraseTable>();
  for (const intent of new Set(placements.map((one) => one.intent))) {
    const [home, ...others] = tables.filter(({ entries }) =>
      entries.some((one) => one.intent === intent),
    );
    if (!home) continue;
    homes.set(intent, home);
    if (others.length > 0)
      notes.push(`${intent}: in several files; put into ${home.file.path} alone`);
  }
  return homes;
}
