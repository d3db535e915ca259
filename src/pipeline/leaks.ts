/**
 * The last look before a night is published: nothing in its files may be a value that redaction hides. All quotes come out of
 * redacted texts, so that a find means a way around it, and then nobody gets the files. Only such kinds are looked for as
 * no id or figure of our own has by chance.
 */
import { NightError } from '../domain/errors.js';
import type { Language } from '../language/language.js';
import { remembering } from '../lib/memo.js';
import type { OutputFile } from '../publish/exporter.js';
import { createPersonalReader, sureRules } from '../redact/personal.js';

export interface Allowed {
  language: Language;
  /** ISO 3166 code of the country whose spellings are meant. */
  region: string;
  /** Texts of the owner's own, which the files to import repeat: the bot's training data. */
  own: readonly string[];
  /** Ids of sessions and contacts. */
  ids: readonly string[];
  isMadeUp(value: string): boolean;
}

export interface Leak {
  kind: string;
  path: string;
  /** From 1. */
  line: number;
}

const mostNamed = 5;
const mostPieces = 20_000;

/** @throws NightError that names kinds and places, never values. */
export function refuseLeaks(files: readonly OutputFile[], allowed: Allowed): void {
  const leaks = leaksIn(files, allowed);
  if (leaks.length === 0) return;
  const named = leaks
    .slice(0, mostNamed)
    .map(({ kind, path, line }) => `${kind} in ${path}:${line}`);
  const more = leaks.length > named.length ? `, and ${leaks.length - named.length} more` : '';
  throw new NightError(
    `[publish] nothing was published: what redaction hides stands in the outputs (${named.join(', ')}${more}). ` +
      'The last night stays in force. Records that an earlier version stored may hold it: "handback erase" takes one customer out. Else this is a bug of ours; please report it',
  );
}

export function leaksIn(
  files: readonly OutputFile[],
  { language, region, own, ids, isMadeUp }: Allowed,
): Leak[] {
  const read = createPersonalReader({ language, region, rules: sureRules });
  const valuesIn = (text: string) =>
    read(text).map(({ kind, start, end }) => ({
      kind,
      value: text.slice(start, end),
    }));
  const repeated = new Set(
    own.flatMap((text) => text.split('\n').flatMap(valuesIn)).map(({ value }) => value),
  );
  const known = new Set(ids);
  // Names of fields, of intents and of slots stand in every line.
  const leaksOf = remembering(mostPieces, (piece) =>
    valuesIn(withoutIds(piece, known)).filter(({ value }) => !isMadeUp(value)),
  );
  return files.flatMap(({ path, content }) =>
    content.split('\n').flatMap((text, i) =>
      piecesOf(path, text)
        .flatMap(leaksOf)
        .filter(({ value }) => !(path.startsWith(toImport) && repeated.has(value)))
        .map(({ kind }) => ({ kind, path, line: i + 1 })),
    ),
  );
}

/** The training files with what was accepted in them. */
const toImport = 'import/';

/** A hash, or an id with one in it. */
const hash =
  /(?<![\p{L}\p{N}])(?:[A-Za-z]{1,3}-)?(?:[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}|(?=[a-f]*\d)[\da-f]{10,64})(?![\p{L}\p{N}])/giu;

/** What a reader reads of a line: neither the markup of a page nor the figures of a data file. */
function piecesOf(path: string, line: string): string[] {
  if (/\.(?:ndjson|json)$/.test(path)) return line.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  return path.endsWith('.html') ? line.split(/<[^>]*>/) : [line];
}

/** Known ids first: a hash that is part of one would leave the rest of it. */
const withoutIds = (piece: string, ids: ReadonlySet<string>): string =>
  piece
    .replace(/[^\s"'`,;:<>()[\]]+/g, (word) => (ids.has(word) ? blank : word))
    .replace(hash, blank);

const blank = '\ufffc';
