/** The training data in a folder: the format that reads most intents out of it. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import type { SourceConfig } from '../domain/config.js';
import { vendors } from './index.js';
import { readTraining } from './training.js';

/** Larger files are logs. */
const largest = 20 * 1024 * 1024;

export interface FoundTraining {
  config: SourceConfig;
  intents: number;
  slots: string[];
}

/** @param files absolute paths; null where none of them is training data that can be read */
export async function findTraining(files: readonly string[]): Promise<FoundTraining | null> {
  const found: FoundTraining[] = [];
  for (const { id, training } of vendors) {
    const own: string[] = [];
    for (const path of training?.recognises ? files : []) {
      if (!training?.takes(path) || (await stat(path)).size > largest) continue;
      if (training.recognises?.({ path, text: await readFile(path, 'utf8') })) own.push(path);
    }
    const [only, ...more] = own;
    if (only === undefined) continue;
    const config = {
      format: id,
      path: more.length === 0 ? only : folderFor(own, training?.takes),
      options: {},
    };
    try {
      const { intents, slots } = await readTraining(config);
      found.push({ config, intents: intents.length, slots: slots.map(({ name }) => name) });
    } catch {
      // Another format's files may look alike: what cannot be read is not proposed.
    }
  }
  return found.sort((a, b) => b.intents - a.intents)[0] ?? null;
}

/**
 * The folder of an export may lie above all files by which it was told: `intents/*.json` says something only from the
 * folder in which `intents` is.
 */
function folderFor(own: readonly string[], takes: ((path: string) => boolean) | undefined): string {
  const isEnough = (folder: string) =>
    own.every((path) => takes?.(relative(folder, path).split(sep).join('/')));
  let folder = commonFolder(own);
  while (!isEnough(folder) && dirname(folder) !== folder) folder = dirname(folder);
  return isEnough(folder) ? folder : commonFolder(own);
}

export function commonFolder(paths: readonly string[]): string {
  let folder = dirname(paths[0] ?? '.');
  while (paths.some((path) => relative(folder, path).startsWith('..'))) folder = dirname(folder);
  return folder;
}
