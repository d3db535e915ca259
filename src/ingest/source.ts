/** The shape of a source: a file of some vendor's becomes our wire records. */
import type { z } from 'zod';
import type { InputFile } from './input/input.js';
import { optionProblems } from './options.js';
import { sources } from './sources/index.js';

/** A record as `domain/records.ts` has it (it is checked later, in one place), or what is wrong with a place. */
export type SourceItem = { record: unknown; line: number } | { fault: string; line: number };

/** What a source is told beside its options. */
export interface Setting {
  /** The config's path: a file, or a glob that the file is one of. */
  path: string;
  /** The business's time zone, where it is known. */
  timeZone?: string;
}

export interface Source<Options = unknown> {
  /** Its file name. */
  id: string;
  title: string;
  description: string;
  /** A strict object, each key with its description and default. */
  options: z.ZodType<Options>;
  /** Twice gives the same. */
  read(file: InputFile, options: Options, setting: Setting): AsyncIterable<SourceItem>;
  /** Other files that the records depend on: when one of them comes or changes, the file is read again. */
  companions?(options: Options, setting: Setting): Promise<string[]>;
}

export const sourceIds: readonly string[] = sources.map(({ id }) => id);

export function findSource(format: string): Source | undefined {
  return sources.find(({ id }) => id === format);
}

/** What is wrong with a source's options, each as `key: problem`; empty where all is well or the format is unknown. */
export function checkSourceOptions(format: string, options: Record<string, unknown>): string[] {
  const source = findSource(format);
  return source ? optionProblems(source.options, options) : [];
}
