/** Transcripts of contacts, found by contact id: Contact Lens analyses, chat transcripts, real-time segments. */

import { readFileSync, statSync } from 'node:fs';
import { basename, isAbsolute, resolve } from 'node:path';
import { type JsonObject, parseObject, textOf, valueAt } from '../../lib/json.js';
import { filesAt, folderOf } from '../input/files.js';
import { openInput } from '../input/input.js';
import { objectsIn } from '../log/objects.js';
import { wrapping } from './shapes.js';
import { type Turn, turnsOf, type Words, wordsIn } from './turns.js';

export function lensFiles(glob: string, path: string): Promise<string[]> {
  return filesAt(isAbsolute(glob) ? glob : resolve(folderOf(path), glob));
}

/** Where each contact's transcript lies: a redacted analysis before a raw one, then the chat's own; then the later name. */
export interface LensIndex {
  files: Map<string, string>;
  /** Of files not named after the contact, and of streams, which have a contact in many records. */
  loose: Map<string, Words[]>;
  /** Files with words that nothing says the contact of. */
  nameless: string[];
}

/** `<contact>_analysis_<time>.json` of Contact Lens, `<contact>_<time>_UTC.json` of Connect's own chat transcripts. */
const named = /^(?:(.+?)_analysis(?:_redacted)?(?:_.*)?|(.+?)_\d{8}T[\d:_]+_UTC)\.json(?:\.gz)?$/;

export async function lensIndex(files: readonly string[]): Promise<LensIndex> {
  const index: LensIndex = { files: new Map(), loose: new Map(), nameless: [] };
  const rank = (file: string) =>
    `${file.includes('_redacted') ? 2 : file.includes('_analysis') ? 1 : 0}${basename(file)}`;
  for (const file of files) {
    const [, analysed, chatted] = named.exec(basename(file)) ?? [];
    const contact = analysed ?? chatted;
    const known = contact && index.files.get(contact);
    if (contact === undefined) await addLoose(index, file);
    else if (known === undefined || rank(known) < rank(file)) index.files.set(contact, file);
  }
  return index;
}

async function addLoose(index: LensIndex, file: string): Promise<void> {
  let isNameless = false;
  for await (const lens of analyses(file)) {
    const words = wordsIn(lens);
    const id = contactIn(lens, file);
    if (words && id === undefined) isNameless = true;
    if (!words || id === undefined) continue;
    const pieces = index.loose.get(id);
    if (pieces) pieces.push(words);
    else index.loose.set(id, [words]);
  }
  if (isNameless) index.nameless.push(basename(file));
}

const uuid = /[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}/gi;

/** Answers of the API do not say whose they are, except for a chat's first contact: the file's name does. */
function contactIn(lens: JsonObject, file: string): string | undefined {
  const [one, another] = basename(file).match(uuid) ?? [];
  return (
    textOf(valueAt(lens, 'CustomerMetadata.ContactId')) ??
    textOf(lens.ContactId) ??
    (another === undefined ? one : undefined) ??
    textOf(lens.InitialContactId)
  );
}

async function* analyses(file: string): AsyncGenerator<JsonObject> {
  for await (const found of objectsIn(openInput(file), wrapping))
    if ('value' in found) yield found.value;
}

/** There are as many files as contacts: a small one is read at once, since each wait costs more than the reading. */
async function onlyAnalysis(file: string): Promise<JsonObject | null> {
  const { size } = statSync(file);
  const whole = size < smallFile ? parseObject(readFileSync(file, 'utf8')) : null;
  if (whole) return whole;
  for await (const lens of analyses(file)) return lens;
  return null;
}
const smallFile = 1024 * 1024;

/** Turns of one contact; null where there is no analysis, a fault where it cannot be read. */
export async function lensTurns(
  index: LensIndex,
  id: string,
  contact: JsonObject,
): Promise<Turn[] | { fault: string } | null> {
  const file = index.files.get(id);
  if (file === undefined) {
    const pieces = index.loose.get(id);
    return pieces ? turnsOf(pieces, contact) : null;
  }
  try {
    const lens = await onlyAnalysis(file);
    if (lens)
      return turnsOf(
        [wordsIn(lens)].filter((words) => words !== null),
        contact,
      );
  } catch {
    // Said below: whatever the reason, the contact is read without its words.
  }
  return { fault: `contact_lens: ${basename(file)} holds no readable analysis` };
}
