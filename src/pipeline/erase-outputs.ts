/** Takes a customer, or what is too old, out of the nights' folders. */
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { mentions } from '../lib/mentions.js';
import { unmarked } from '../text/marked.js';

export interface Touched {
  /** Files that lost lines, and files that are gone; paths from the folder of the nights. */
  shortened: string[];
  removed: string[];
}

/**
 * Of files with one record a line the lines go that name the customer; other files go as a whole, since what they say of all
 * customers is no longer right either. A night can be run again.
 * @param texts the customer's words in suggestions: files that hold one of them as a line or value go too
 */
export function eraseOutputs(
  out: string,
  traces: readonly string[],
  texts: readonly string[],
): Touched {
  const touched: Touched = { shortened: [], removed: [] };
  const names = (text: string) => traces.some((trace) => mentions(text, trace));
  for (const file of filesBelow(out)) {
    const content = readFileSync(file, 'utf8');
    const isNamed = names(content);
    const path = relative(out, file);
    if (isNamed && file.endsWith('.ndjson')) {
      const lines = content.split('\n').filter((line) => !names(line));
      writeFileSync(file, lines.join('\n'));
      touched.shortened.push(path);
    } else if (isNamed || holdsAny(content, texts)) {
      rmSync(file);
      touched.removed.push(path);
    }
  }
  return touched;
}

/** Files to import have the words with values marked, or with quotes escaped, as their format wants. */
function holdsAny(content: string, texts: readonly string[]): boolean {
  const plain = unmarked(content).replace(/\\(["\\])/g, '$1');
  return texts.some((text) => mentions(content, text) || mentions(plain, text));
}

/** The one file of a night that holds nothing but figures. */
const figures = 'metrics.json';

/** Of nights before `night` the figures stay, and nothing else. */
export function purgeOutputs(out: string, night: string): Touched {
  const old = filesBelow(out).filter((file) => {
    const [folder = '', ...rest] = relative(out, file).split(sep);
    return /^\d{4}-\d{2}-\d{2}$/.test(folder) && folder < night && rest.join('/') !== figures;
  });
  for (const file of old) rmSync(file);
  for (const folder of new Set(old.map((file) => dirname(file))))
    if (readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
  return { shortened: [], removed: old.map((file) => relative(out, file)) };
}

const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .map((name) => join(folder, name))
        .filter((file) => statSync(file).isFile())
        .sort()
    : [];
