/** The training data of a config: its files, and the bot definition that its vendor reads from them. */
import { isUtf8 } from 'node:buffer';
import { readFile, realpath, stat } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { SourceConfig } from '../domain/config.js';
import type { BotDefinition } from '../domain/conversation.js';
import { UsageError } from '../domain/errors.js';
import { vendors } from './index.js';
import { filesAt, rootOf } from './input/files.js';
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
  const unreadable: string[] = [];
  const read = await trainingFiles(config, (problem) => unreadable.push(problem));
  try {
    const definition = reader.read(read, own, readAt, warn);
    for (const problem of unreadable) warn(problem);
    return definition;
  } catch (error) {
    // What is missed may be in a file that was left out.
    if (!(error instanceof UsageError)) throw error;
    throw new UsageError([...unreadable, ...error.problems]);
  }
}

/**
 * The files themselves, in order of their paths, a ZIP's entries as files: what patches are made of.
 * @param warn told of each file that is left out since it is no UTF-8: a patch of it would change letters that it does not touch
 */
export async function trainingFiles(
  config: SourceConfig,
  warn: (problem: string) => void = () => {},
): Promise<TrainingFile[]> {
  const root = await rootOf(config.path);
  const { recognises } = readerOf(config);
  const files = (await pathsOf(config)).map(async (file): Promise<TrainingFile[]> => {
    const path = relative(root, file).split(sep).join('/');
    const bytes = await readFile(file);
    if (/\.zip$/i.test(path)) return zipEntries(path, bytes);
    if (isUtf8(bytes)) return [{ path, text: bytes.toString('utf8') }];
    // A readme in another encoding is nobody's training data. UTF-16 has a mark and a zero byte in each letter of ASCII.
    const text = bytes.toString('latin1').replace(/\0|^(?:ÿþ|þÿ)/g, '');
    if (recognises?.({ path, text }) !== false)
      warn(`${path}: is no UTF-8 text, so it is left out; save it as UTF-8`);
    return [];
  });
  return (await Promise.all(files)).flat();
}

/** What the vendor's reader makes of files that are at hand; null where it cannot read them. */
export function definitionOf(
  format: string,
  files: readonly TrainingFile[],
  options: Readonly<Record<string, unknown>>,
): BotDefinition | null {
  const reader = findReader(format);
  const own = reader?.options.safeParse(options);
  if (!reader || !own?.success) return null;
  try {
    return reader.read(files, own.data, 0);
  } catch (error) {
    if (error instanceof UsageError) return null;
    throw error;
  }
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
  return once(files.filter((file) => reader.takes(relative(root, file).split(sep).join('/'))));
}

/** Of several links to a file, one: a patch would change it under two names. Its own name, else the shortest. */
async function once(files: readonly string[]): Promise<string[]> {
  const chosen = new Map<string, string>();
  for (const file of files) {
    const own = await realpath(file);
    const before = chosen.get(own);
    const isBetter = before === undefined || (before !== own && file.length < before.length);
    if (isBetter || file === own) chosen.set(own, file);
  }
  const kept = new Set(chosen.values());
  return files.filter((file) => kept.has(file));
}
