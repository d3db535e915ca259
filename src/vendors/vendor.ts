/** The shape of a vendor: it reads logs, reads training data, writes patches, whichever it has. One folder each. */
import type { z } from 'zod';
import type { BotDefinition } from '../domain/conversation.js';
import type { Phrase, Suggestion } from '../domain/suggestion.js';
import type { JsonObject } from '../lib/json.js';
import type { InputFile } from './input/input.js';

/** A record as `domain/records.ts` has it (it is checked later, in one place), or what is wrong with a place. */
export type SourceItem = { record: unknown; line: number } | { fault: string; line: number };

/** The beginning of a file, by which its format is told. */
export interface Sample {
  path: string;
  /** Objects at its top, or in a list there, as far as it was read. */
  objects: readonly JsonObject[];
  /** Cells of a CSV file's rows, the header first; empty where it is none. */
  rows: readonly (readonly string[])[];
  head: string;
}

/** What a source is told beside its options. */
export interface Setting {
  /** The config's path: a file, or a glob that the file is one of. */
  path: string;
  /** The business's time zone, where it is known. */
  timeZone?: string;
}

export type Holding = 'bot sessions' | 'agent contacts' | 'surveys';

/** Reads logs: a file of the vendor's becomes our wire records. */
export interface Source<Options = unknown> {
  title: string;
  description: string;
  /** What such files can hold. */
  holds: readonly Holding[];
  /** A strict object, each key with its description and default. */
  options: z.ZodType<Options>;
  /** Twice gives the same. */
  read(file: InputFile, options: Options, setting: Setting): AsyncIterable<SourceItem>;
  /** Other files that the records depend on: when one of them comes or changes, the file is read again. */
  companions?(options: Options, setting: Setting): Promise<string[]>;
  /** The path of the file that says more of this one's records, there or not: when it comes or changes, this one alone is read again. */
  sidecar?(path: string): string;
  /** The options with which it reads this file, one of those of a folder; null where the file is not of this format. */
  recognise?(sample: Sample, others: readonly Sample[]): Record<string, unknown> | null;
}

export interface TrainingFile {
  /** Relative to the folder (of the path, or from which its glob starts), with `/`. */
  path: string;
  text: string;
}

/** Reads training data: the bot team's own files become a bot definition. */
export interface TrainingReader<Options = unknown> {
  title: string;
  description: string;
  options: z.ZodType<Options>;
  /** Whether a file of a folder is one of this format's, by its path. */
  takes(path: string): boolean;
  /** Whether such a file is of this format by what it says. */
  recognises?(file: TrainingFile): boolean;
  /**
   * Pure. @param warn told of each file that cannot be read while the others can
   * @throws UsageError with every problem, each with its file, where nothing can be read
   */
  read(
    files: readonly TrainingFile[],
    options: Options,
    readAt: number,
    warn?: (problem: string) => void,
  ): BotDefinition;
}

export interface Patch {
  /** Changed files only, each whole. */
  files: TrainingFile[];
  /** What could not be put into files, and what a person must still do; one sentence each. */
  notes: string[];
}

/** A wording of customers' that the bot got wrong, and the intent that it must take it for once it has the patch. */
export interface RegressionCase {
  intent: string;
  /** On one line, nothing in it that a patch may not hold. */
  text: string;
  /** As the suggestion has it, with its values marked. */
  phrase: Pick<Phrase, 'text' | 'entities'>;
}

/** Regression cases in the vendor's own format. */
export interface OwnCases {
  /** Relative to the folder of tests. */
  files: TrainingFile[];
  /** Those that Botium gets, with the intents as the bot's classifier names them. */
  classified: RegressionCase[];
}

/** Writes patches: suggestions become the smallest change to the training files that the bot team has. */
export interface PatchWriter {
  title: string;
  /**
   * Applied to its own result, it changes nothing.
   * @param options those of the training data: of a bot in several languages, which one is read
   */
  patch(
    suggestions: readonly Suggestion[],
    files: readonly TrainingFile[],
    options?: Readonly<Record<string, unknown>>,
  ): Patch;
  /**
   * The words of a phrase as the patch writes them, null where it leaves the phrase out: what a case expects is said of these.
   * @param options as for the patch
   */
  wordsOf(text: string, options?: Readonly<Record<string, unknown>>): string | null;
  /**
   * A phrase as the vendor's files write it, with its values marked; where absent, `[value](slot)`.
   * @throws UsageError saying what cannot be read
   */
  readPhrase?(written: string, files: readonly TrainingFile[]): Pick<Phrase, 'text' | 'entities'>;
  /**
   * Where the vendor has a format of tests; all others get Botium's alone.
   * @param files the training files with the patch in them
   */
  cases?(cases: readonly RegressionCase[], files: readonly TrainingFile[]): OwnCases;
}

export interface Vendor {
  /** Its folder's name, and the `format` that a config gives. */
  id: string;
  source?: Source;
  training?: TrainingReader;
  patch?: PatchWriter;
}
