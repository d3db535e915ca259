/** A source for contact records that a vendor delivers again whenever they change: of each the latest is read. */
import type { AgentContactRecord } from '../../domain/records.js';
import { type JsonObject, listOf, objectOf, textOf } from '../../lib/json.js';
import { filesBeside } from '../input/files.js';
import { type InputFile, openInput } from '../input/input.js';
import type { Sample, Setting, Source } from '../vendor.js';
import { objectsIn, type Wrapping } from './objects.js';

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
  /** null where the value is no contact. */
  read(value: JsonObject, options: Options, beside: Beside): ContactRead | null | string;
  /** A glob of the options, and the key by which its objects belong to a contact. */
  beside?(options: Options): BesideFiles | undefined;
  recognise(sample: Sample, others: readonly Sample[]): Record<string, unknown> | null;
}

interface BesideFiles {
  glob: string | undefined;
  wrapping: Wrapping;
  keyOf(value: JsonObject, path: string): string | undefined;
}

/** Objects of other files by the contact that they belong to. */
export type Beside = ReadonlyMap<string, readonly JsonObject[]>;

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
      const beside = await besideOf(paths, log.beside?.(options));
      const latest = await latestOf(file, log, options);
      let ordinal = 0;
      for await (const found of objectsIn(file, log.wrapping)) {
        ordinal++;
        const read = 'fault' in found ? found.fault : log.read(found.value, options, beside);
        if (typeof read === 'string') yield { line: found.line, fault: read };
        else if (read && (read.id === undefined || latest.get(read.id)?.ordinal === ordinal))
          for (const record of read.records) yield { line: found.line, record };
      }
    },
    companions,
  };
}

async function latestOf<O>(file: InputFile, log: ContactLog<O>, options: O) {
  const latest = new Map<string, { ordinal: number; at: number }>();
  let ordinal = 0;
  for await (const found of objectsIn(file, log.wrapping)) {
    ordinal++;
    const read = 'fault' in found ? null : log.read(found.value, options, new Map());
    if (read === null || typeof read === 'string' || read.id === undefined) continue;
    const at = Date.parse(read.changed ?? '') || 0;
    if (at >= (latest.get(read.id)?.at ?? 0)) latest.set(read.id, { ordinal, at });
  }
  return latest;
}

async function besideOf(paths: readonly string[], files: BesideFiles | undefined): Promise<Beside> {
  const beside = new Map<string, JsonObject[]>();
  for (const path of files ? paths : [])
    for await (const found of objectsIn(openInput(path), files?.wrapping ?? { lists: [] })) {
      const key = 'fault' in found ? undefined : files?.keyOf(found.value, path);
      if (key !== undefined && 'value' in found)
        beside.set(key, [...(beside.get(key) ?? []), found.value]);
    }
  return beside;
}

/** In order, without what has no words; those of one moment keep their order. */
export const inOrder = <T extends ContactTurn>(turns: readonly T[]): T[] =>
  turns
    .filter(({ text }) => text.trim() !== '')
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

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
