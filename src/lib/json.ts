/** Reading what others wrote: nothing is taken for granted. */

export type JsonObject = Record<string, unknown>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A string or a number as text; undefined for what is empty or anything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A finite number, also where it is written as text. */
export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** No log nests deeper; writing what does, or hiding personal values in it, would run out of stack. */
const deepest = 1000;

function isDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((part) => isDeeper(part, levels - 1));
}

/** The parser's own message would repeat what the line says, which may be personal. */
export function parseObject(text: string): JsonObject | null {
  // Most of what is asked for is no JSON at all, and making an error costs more than parsing a record.
  if (!/^\s*\{/.test(text)) return null;
  // Editors of Windows write a byte order mark, which the parser does not take.
  const own = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const value = parsed(own) ?? (mendable.test(own) ? parsed(mended(own)) : undefined);
  // Each level takes two signs: short texts are not looked at.
  if (text.length > 2 * deepest && isDeeper(value, deepest)) return null;
  return isObject(value) ? value : null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * What is no JSON and is written as such: numbers that are none (Python's own encoder), a comma behind the last part (people),
 * types as functions (the shell of MongoDB).
 */
const mendable =
  /[:[,\s]-?(?:NaN|Infinity)\b|,\s*[}\]]|\b(?:ObjectId|ISODate|UUID|Number(?:Long|Int|Decimal))\(/;
/** Or where a string begins. What a type is given is an id, a time or a number: short, and without escapes. */
const wrong =
  /"|-?\b(?:NaN|Infinity)\b|,(?=\s*[}\]])|\b(?:ObjectId|ISODate|UUID|Number(?:Long|Int|Decimal))\(\s*(?:("[^"\\]{0,200}"|-?[\d.]+)\s*)?\)/g;

/** What stands in strings stays as it is. They are gone through here: a pattern of one runs out of stack in a long string. */
function mended(text: string): string {
  const parts: string[] = [];
  let from = 0;
  wrong.lastIndex = 0;
  for (let found = wrong.exec(text); found; found = wrong.exec(text)) {
    const [sign, inner] = found;
    if (sign === '"') wrong.lastIndex = behindString(text, found.index);
    else {
      parts.push(text.slice(from, found.index), sign === ',' ? '' : (inner ?? 'null'));
      from = wrong.lastIndex;
    }
  }
  return parts.join('') + text.slice(from);
}

function behindString(text: string, begin: number): number {
  let at = begin + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

/** The value at a path such as `metadata.contact_id`; undefined where nothing is. */
export function valueAt(value: unknown, path: string): unknown {
  if (!path.includes('.'))
    return isObject(value) && Object.hasOwn(value, path) ? value[path] : undefined;
  let part = value;
  for (const key of keysOf(path)) {
    if (!isObject(part) || !Object.hasOwn(part, key)) return undefined;
    part = part[key];
  }
  return part;
}

/** Paths are those of options and vendors, some hundred; each is looked up for every line of a log. */
const knownPaths = new Map<string, readonly string[]>();
const mostPaths = 1000;

export function keysOf(path: string): readonly string[] {
  const known = knownPaths.get(path);
  if (known) return known;
  const keys = path.split('.');
  if (knownPaths.size < mostPaths) knownPaths.set(path, keys);
  return keys;
}

/** The first text that stands at one of several paths. */
export function firstText(value: unknown, paths: readonly string[]): string | undefined {
  for (const path of paths) {
    const text = textOf(valueAt(value, path));
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Without the entries that are undefined, null or empty text: absent is how our records say "unknown". */
export function filled<T extends object>(values: T): Filled<T> {
  // Written out: this is done several times for every line of a log.
  const found: Partial<Record<string, unknown>> = {};
  for (const key of Object.keys(values)) {
    const value = (values as JsonObject)[key];
    if (value !== undefined && value !== null && value !== '') found[key] = value;
  }
  return found as Filled<T>;
}

type Missing = undefined | null;
type MayMiss<T> = { [K in keyof T]-?: Missing & T[K] extends never ? never : K }[keyof T];
/** What may be missing is absent then, instead of being there as undefined. */
export type Filled<T> = Omit<T, MayMiss<T>> & { [K in MayMiss<T>]?: Exclude<T[K], Missing> };
