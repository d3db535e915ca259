/** A path for files of one kind that the files of the next days fit too: dates and running numbers in their names are left open. */
import { relative } from 'node:path';
import { escapeRegExp } from '../lib/escape-reg-exp.js';
import { commonFolder } from '../vendors/find-training.js';

/** A day, with or without a time of day behind it, as exports write it into names: `2026-10-05`, `20261005T0930Z`. */
const date =
  /(?<!\d)(?:19|20)\d\d([-_.]?)(?:0[1-9]|1[0-2])\1(?:0[1-9]|[12]\d|3[01])(?:[-_. T]?\d\d[-_.h]?\d\d(?:[-_.m]?\d\d)?|[-_ T]\d\d(?!\d))?(?:[-_.]?\d{3,6})?(?:Z|_?UTC)?(?!\d)/g;

/** Folders by year, month, day and hour, as deliveries to a bucket have them: `2026/10/05`, `year=2026/month=10`. */
const numbers = /^(\p{L}+=)?\d+$/u;
const year = /^(?:\p{L}+=)?(?:19|20)\d\d$/u;

/** A name of one file says nothing of its number: only several of one form do. */
function opened(path: string, alsoNumbers: boolean): string {
  return path
    .split('/')
    .map((part) => {
      if (numbers.test(part)) return part.replace(/\d+$/, '*');
      const dated = part.replace(date, '*');
      return alsoNumbers ? dated.replace(/\d+/g, '*').replace(/\*[-_.]?\*/g, '*') : dated;
    })
    .join('/');
}

const fits = (pattern: string, path: string): boolean =>
  new RegExp(`^${escapeRegExp(pattern).replaceAll('\\*', '[^/]*')}$`).test(path);

/** One day's files, or one month's, have the others beside the folders that all of them share. */
function aboveDates(folder: string): string {
  const parts = folder.split('/');
  for (let at = parts.length - 1; at > 0; at--) {
    const part = parts[at] ?? '';
    if (year.test(part) || part.replace(date, '') !== part) return parts.slice(0, at).join('/');
    if (!numbers.test(part)) return folder;
  }
  return folder;
}

/**
 * @param paths absolute, at least one
 * @param others files that are none of them: a pattern that one of these fits is not used
 */
export function pathPattern(paths: readonly string[], others: readonly string[]): string {
  const folder = aboveDates(commonFolder(paths));
  const names = paths.map((path) => relative(folder, path));
  const strangers = others.map((path) => relative(folder, path));
  for (const alsoNumbers of paths.length > 1 ? [false, true] : [false]) {
    const patterns = [...new Set(names.map((name) => opened(name, alsoNumbers)))];
    if (patterns.some((pattern) => strangers.some((name) => fits(pattern, name)))) continue;
    // Several patterns help only where each stands for several files.
    if (patterns.length > 1 && patterns.length === names.length && !alsoNumbers) continue;
    if (patterns.some((pattern) => pattern.includes('*'))) return `${folder}/${either(patterns)}`;
  }
  return `${folder}/${either(names)}`;
}

/** Of files that are named after what they hold, as each call after its contact: all with their ending, in or below their folder. */
export function endingPattern(paths: readonly string[], others: readonly string[]): string {
  const folder = aboveDates(commonFolder(paths));
  const endings = [...new Set(paths.map((path) => /\.[^./]+(?:\.gz)?$/.exec(path)?.[0] ?? ''))];
  const isStranger = (path: string) =>
    path.startsWith(`${folder}/`) && endings.some((ending) => path.endsWith(ending));
  if (endings.includes('') || others.some(isStranger)) return pathPattern(paths, others);
  const isBelow = paths.some((path) => relative(folder, path).includes('/'));
  return `${folder}/${isBelow ? '**/' : ''}${either(endings.map((ending) => `*${ending}`))}`;
}

const either = (names: readonly string[]): string =>
  names.length === 1 ? (names[0] ?? '') : `{${names.join(',')}}`;
