/** From a path of the config to the files it means. */
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

/** Sorted by name, so that what is delivered later is read later. A path that exists is taken as it is. */
export async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return [path];
  const pattern = found?.isDirectory() ? `${path}/**` : path;
  const files = await glob(pattern, { absolute: true, onlyFiles: true, expandDirectories: false });
  return files.sort();
}

/** The folder that a path lies in, or from which a glob starts. */
export function folderOf(path: string): string {
  let folder = dirname(path);
  while (isDynamicPattern(folder)) folder = dirname(folder);
  return folder;
}
