/** The training data of a config: its files, and the bot definition that its vendor reads from them. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import type { SourceConfig } from '../domain/config.js';
import type { BotDefinition } from '../domain/conversation.js';
import { UsageError } from '../domain/errors.js';
import { vendors } from './index.js';
import { filesAt, folderOf } from './input/files.js';
import { zipEntries } from './input/zip.js';
import { optionProblems } from './options.js';
import type { TrainingFile, TrainingReader } from './vendor.js';

const readers = vendors.flatMap(({ id, training }) => (training ? [{ id, training }] : []));

export const trainingIds: readonly string[] = readers.map(({ id }) => id);

const findReader = (format: string): TrainingReader | undefined =>
  readers.find(({ id }) => id === format)?.training;

/** As `checkSourceOptions`. */
export function checkTrainingOptions(format: string, options: Record<string, unknown>): string[] {
  const reader = findReader(format);
  return reader ? optionProblems(reader.options, options) : [];
}

/**
 * `path` is a file, a folder or a glob. The definition is as old as the newest of its files, so that reading it twice gives
 * the same. @param warn told of each file that is left out since it cannot be read
 * @throws UsageError where nothing is found or what is found cannot be read
 */
export async function readTraining(
  config: SourceConfig,
  warn: (problem: string) => void = () => {},
): Promise<BotDefinition> {
  const reader = readerOf(config);
  const problems = optionProblems(reader.options, config.options);
  if (problems.length > 0)
    throw new UsageError(problems.map((one) => `training_data.options.${one}`));
  const files = await pathsOf(config);
  if (files.length === 0)
    throw new UsageError(`${config.path}: no file of format ${config.format} is there`);
  const times = await Promise.all(files.map(async (file) => (await stat(file)).mtimeMs));
  const readAt = Math.floor(Math.max(...times));
  const own = reader.options.parse(config.options);
  return reader.read(await trainingFiles(config), own, readAt, warn);
}

/** The files themselves, in order of their paths, a ZIP's entries as files: what patches are made of. */
export async function trainingFiles(config: SourceConfig): Promise<TrainingFile[]> {
  const root = await rootOf(config.path);
  const files = (await pathsOf(config)).map(async (file): Promise<TrainingFile[]> => {
    const path = relative(root, file).split(sep).join('/');
    return /\.zip$/i.test(path)
      ? zipEntries(path, await readFile(file))
      : [{ path, text: await readFile(file, 'utf8') }];
  });
  return (await Promise.all(files)).flat();
}

function readerOf({ format }: SourceConfig): TrainingReader {
  const reader = findReader(format);
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
