/** From a path of the config to the files it means. */
import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, resolve, sep } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';

/** Sorted by name, so that what is delivered later is read later. A path that exists is taken as it is. */
export async function filesAt(path: string): Promise<string[]> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile()) return [path];
  const { folder, pattern } = found?.isDirectory() ? { folder: path, pattern: '**' } : split(path);
  const files = await glob(pattern, {
    cwd: folder,
    absolute: true,
    onlyFiles: true,
    expandDirectories: false,
  });
  return files.sort();
}

/** Folders that exist are not part of the pattern, whatever signs are in their names: "export (1)" is no alternative. */
function split(path: string): { folder: string; pattern: string } {
  const parts = path.split(sep === '\\' ? /[\\/]/ : '/');
  let known = parts.length - 1;
  while (known > 1 && !existsSync(parts.slice(0, known).join('/'))) known--;
  const pattern = parts.slice(known).join('/').replace(plainParenthesis, '\\$&');
  return { folder: parts.slice(0, known).join('/') || '/', pattern };
}

/** One that does not follow a sign of alternatives, as in `@(a|b)`, and the one that closes it. */
const plainParenthesis = /(?<![@!?*+])\((?=[^()]*\))|(?<=(?<![@!?*+])\([^()]*)\)/g;

/** The folder that a path lies in, or from which a glob starts. */
export function folderOf(path: string): string {
  const { folder, pattern } = split(path);
  let inside = dirname(pattern);
  while (inside !== '.' && isDynamicPattern(inside)) inside = dirname(inside);
  return join(folder, inside);
}

/** The folder that a path is, else the one that it lies in or from which its glob starts. */
export async function rootOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory()) return path;
  return found ? dirname(path) : folderOf(path);
}

/** Files of a glob in an option, relative to the folder of the source's path. */
export async function filesBeside(glob: string | undefined, path: string): Promise<string[]> {
  if (glob === undefined) return [];
  return filesAt(isAbsolute(glob) ? glob : resolve(folderOf(path), glob));
}
