/** Training data: the bot team's own files become a bot definition. The shape, and the door for the rest of Handback. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import type { z } from 'zod';
import type { SourceConfig } from '../domain/config.js';
import type { BotDefinition } from '../domain/conversation.js';
import { UsageError } from '../domain/errors.js';
import { filesAt, folderOf } from './files.js';
import { optionProblems } from './options.js';
import { trainingReaders } from './training/index.js';

export interface TrainingFile {
  /** Relative to the folder (of the path, or from which its glob starts), with `/`. */
  path: string;
  text: string;
}

export interface TrainingReader<Options = unknown> {
  /** Its file name. */
  id: string;
  title: string;
  description: string;
  options: z.ZodType<Options>;
  /** Whether a file of a folder is one of this format's, by its path. */
  takes(path: string): boolean;
  /** Pure. @throws UsageError with every problem, each with its file. */
  read(files: readonly TrainingFile[], options: Options, readAt: number): BotDefinition;
}

export const trainingIds: readonly string[] = trainingReaders.map(({ id }) => id);

/** As `checkSourceOptions`. */
export function checkTrainingOptions(format: string, options: Record<string, unknown>): string[] {
  const reader = trainingReaders.find(({ id }) => id === format);
  return reader ? optionProblems(reader.options, options) : [];
}

/**
 * `path` is a file, a folder or a glob. The definition is as old as the newest of its files, so that reading it twice gives
 * the same. @throws UsageError where nothing is found or what is found cannot be read.
 */
export async function readTraining(config: SourceConfig): Promise<BotDefinition> {
  const reader = readerOf(config);
  const problems = optionProblems(reader.options, config.options);
  if (problems.length > 0)
    throw new UsageError(problems.map((one) => `training_data.options.${one}`));
  const files = await pathsOf(config);
  if (files.length === 0)
    throw new UsageError(`${config.path}: no file of format ${config.format} is there`);
  const times = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
  const readAt = Math.floor(Math.max(...times));
  return reader.read(await trainingFiles(config), reader.options.parse(config.options), readAt);
}

/** The files themselves, in order of their paths: what patches are made of. */
export async function trainingFiles(config: SourceConfig): Promise<TrainingFile[]> {
  const root = await rootOf(config.path);
  return Promise.all(
    (await pathsOf(config)).map(async (file) => ({
      path: relative(root, file).split(sep).join('/'),
      text: await readFile(file, 'utf8'),
    })),
  );
}

function readerOf({ format }: SourceConfig): TrainingReader {
  const reader = trainingReaders.find(({ id }) => id === format);
  if (reader) return reader;
  throw new UsageError(
    `training_data.format: unknown format "${format}"; expected one of ${trainingIds.join(', ')}`,
  );
}

async function pathsOf(config: SourceConfig): Promise<string[]> {
  const reader = readerOf(config);
  const root = await rootOf(config.path);
  const files = await filesAt(config.path);
  if (files.length === 1 && files[0] === config.path) return files;
  return files.filter((file) => reader.takes(relative(root, file).split(sep).join('/')));
}

async function rootOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return path;
  return found ? dirname(path) : folderOf(path);
}
