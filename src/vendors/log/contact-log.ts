/** A source for contact records that a vendor delivers again whenever they change: of each the latest is read. */
import type { AgentContactRecord } from '../../domain/records.js';
import { compareMoments } from '../../lib/iso.js';
import { type JsonObject, listOf, objectOf, textOf } from '../../lib/json.js';
import { filesBeside } from '../input/files.js';
import type { InputFile } from '../input/input.js';
import type { Sample, Setting, Source } from '../vendor.js';
import {
  type Beside,
  type BesideFiles,
  type BesideIndex,
  besideIndex,
  besideReader,
  createWanted,
  type Wanted,
} from './beside.js';
import { createLatest, type Latest } from './latest.js';
import { objectBatches, type Wrapping } from './objects.js';

export type { Beside } from './beside.js';

export type ContactTurn = NonNullable<AgentContactRecord['turns']>[number];

export interface ContactRead {
  /** In the vendor's own words; absent ids are for the check to name. */
  id: string | undefined;
  /** When it was last changed, as the vendor says; of equals the last one wins. */
  changed?: string | undefined;
  records: unknown[];
}

export interface ContactLog<Options> {
  title: string;
  description: string;
  options: Source<Options>['options'];
  wrapping: Wrapping;
  /** The id and when it was last changed of whatever `read` takes, and null of all else: every value is asked for it first. */
  delivery?(value: JsonObject, options: Options): Omit<ContactRead, 'records'> | null;
  /** null where the value is no contact. */
  read(value: JsonObject, options: Options, beside: Beside): ContactRead | null | string;
  /** A glob of the options, and the key by which its objects belong to a contact. */
  beside?(options: Options): BesideFiles | undefined;
  recognise(sample: Sample, others: readonly Sample[]): Record<string, unknown> | null;
}

/** Of a source's files beside, kept from the reading of its first file. */
const keptIndexes = new WeakMap<Setting, BesideIndex>();

export function contactLog<Options>(log: ContactLog<Options>): Source<Options> {
  const companions = async (options: Options, { path }: Setting) =>
    filesBeside(log.beside?.(options)?.glob, path);
  return {
    title: log.title,
    description: log.description,
    holds: ['agent contacts'],
    options: log.options,
    recognise: log.recognise,
    async *read(file, options, setting) {
      const paths = await companions(options, setting);
      const files = paths.length > 0 ? log.beside?.(options) : undefined;
      const first = await firstReading(file, log, options, files !== undefined);
      const reader =
        files && besideReader(paths, files, await indexOf(paths, files, setting), first.wanted);
      let ordinal = 0;
      for await (const objects of objectBatches(file, log.wrapping))
        for (const found of objects) {
          ordinal++;
          const { line } = found;
          // The first answer says what it asked for.
          const asked = createWanted();
          let read = 'fault' in found ? found.fault : log.read(found.value, options, asked);
          if (reader && asked.times.size > 0 && 'value' in found) {
            await reader.upTo(asked.times.keys());
            read = log.read(found.value, options, reader);
            for (const key of asked.times.keys()) reader.done(key);
          }
          if (typeof read === 'string') yield { line, fault: read };
          else if (read && (read.id === undefined || first.latest.isLatest(read.id, ordinal)))
            for (const record of read.records) yield { line, record };
        }
      await reader?.close();
    },
    companions,
  };
}

async function indexOf(
  paths: readonly string[],
  files: BesideFiles,
  setting: Setting,
): Promise<BesideIndex> {
  const known = keptIndexes.get(setting) ?? (await besideIndex(paths, files));
  keptIndexes.set(setting, known);
  return known;
}

/** Which delivery of each contact is its latest, and what all of them want of the files beside. */
async function firstReading<O>(
  file: InputFile,
  log: ContactLog<O>,
  options: O,
  hasBeside: boolean,
): Promise<{ latest: Latest; wanted: Wanted }> {
  const latest = createLatest();
  const wanted = createWanted();
  let ordinal = 0;
  for await (const objects of objectBatches(file, log.wrapping))
    for (const found of objects) {
      ordinal++;
      if ('fault' in found) continue;
      const read =
        log.delivery && !hasBeside
          ? log.delivery(found.value, options)
          : log.read(found.value, options, wanted);
      if (read === null || typeof read === 'string' || read.id === undefined) continue;
      latest.note(read.id, read.changed, ordinal);
    }
  return { latest, wanted };
}

/** In order, without what has no words; those of one moment keep their order. */
export const inOrder = <T extends ContactTurn>(turns: readonly T[]): T[] =>
  turns.filter(({ text }) => text.trim() !== '').sort((a, b) => compareMoments(a.at, b.at));

/** What the customer wrote while a bot still answered was not said to the agent; the bot's own log has it. */
export function sinceHandoff<T extends ContactTurn>(
  turns: readonly T[],
  answered: string | undefined,
): T[] {
  const until = Date.parse(answered ?? '');
  const lastBot = turns.findLastIndex(
    ({ actor, at }) => actor === 'system' && Date.parse(at) < until,
  );
  return turns.filter(({ actor }, i) => !(actor === 'customer' && i < lastBot));
}

/** What an id or name of another system may be kept as: text, number or boolean. */
export function flatAttributes(
  values: JsonObject,
): Record<string, string | number | boolean | null> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      if (value === undefined || value === null || value === '') return [];
      const isFlat = ['string', 'number', 'boolean'].includes(typeof value);
      return [
        [name, isFlat ? (value as string | number | boolean) : JSON.stringify(value)] as const,
      ];
    }),
  );
}

/** HTML of chats and e-mail as the words that are seen. */
export const plainText = (html: string): string =>
  html
    .replace(/<(?:br|\/p|\/div|\/li)\b[^>]*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .trim();

/** A list of tags as text; more than one label of a contact is one attribute. */
export const joined = (list: unknown): string | undefined =>
  listOf(list)
    .flatMap((one) => textOf(one) ?? textOf(objectOf(one).title) ?? [])
    .join(', ') || undefined;
