/** A source for logs of one line an exchange: lines of a session may lie anywhere in its files. */
import { stat } from 'node:fs/promises';
import { type JsonObject, listOf, numberOf, objectOf, textOf } from '../../lib/json.js';
import { filesAt } from '../input/files.js';
import { type InputFile, openInput } from '../input/input.js';
import type { Sample, Setting, Source } from '../vendor.js';
import { type Exchange, sessionRecords } from './exchange.js';
import { objectsIn, type Wrapping } from './objects.js';
import type { BotShape } from './options.js';

/** What a line says: exchanges and whole records, nothing that is ours, or why it cannot be read. */
export type LineRead = readonly (Exchange | { record: unknown })[] | null | string;

export interface BotLog<Options extends BotShape> {
  title: string;
  description: string;
  /** Bot sessions alone unless given. */
  holds?: Source['holds'];
  options: Source<Options>['options'];
  wrapping: Wrapping;
  /** `beside`: what `lookUp` found. */
  read(value: JsonObject, options: Options, beside: unknown): LineRead;
  /** Reads other files that the records depend on. */
  lookUp?(options: Options, setting: Setting): Promise<unknown>;
  companions?(options: Options, setting: Setting): Promise<string[]>;
  recognise(sample: Sample, others: readonly Sample[]): Record<string, unknown> | null;
}

/** Up to here sessions are gathered in one reading; gzip is taken to blow up this often. */
const smallBytes = 32 * 1024 * 1024;
const blowUp = 12;

export function botLog<Options extends BotShape>(log: BotLog<Options>): Source<Options> {
  return {
    title: log.title,
    description: log.description,
    holds: log.holds ?? ['bot sessions'],
    options: log.options,
    recognise: log.recognise,
    async *read(file, options, setting) {
      const files = await filesAt(setting.path);
      const isFirst = files.length <= 1 || file.path === files[0];
      const all =
        files.length > 1 && isFirst
          ? [file, ...files.slice(1).map((path) => openInput(path))]
          : [file];
      const reading = { log, options, beside: await log.lookUp?.(options, setting) };
      // Sessions run over files (a log stream each, a day each): the first file stands for all, each for its own faults.
      for await (const item of isFirst ? sessionsOf(all, reading) : items([file], reading))
        if ('record' in item && isFirst) yield item;
        else if ('fault' in item && item.file === file.path)
          yield { fault: item.fault, line: item.line };
    },
    async companions(options, setting) {
      const files = await filesAt(setting.path);
      return [
        ...(files.length > 1 ? files : []),
        ...((await log.companions?.(options, setting)) ?? []),
      ];
    },
  };
}

interface Reading<O extends BotShape> {
  log: BotLog<O>;
  options: O;
  beside: unknown;
}
type Fault = { file: string; line: number; fault: string };
type Given = { record: unknown; line: number };
type Item = { file: string; line: number; exchange: Exchange } | (Given & { file: string }) | Fault;

async function* items<O extends BotShape>(
  files: readonly InputFile[],
  { log, options, beside }: Reading<O>,
): AsyncGenerator<Item> {
  for (const file of files)
    for await (const found of objectsIn(file, log.wrapping)) {
      const place = { file: file.path, line: found.line };
      const read = 'fault' in found ? found.fault : log.read(found.value, options, beside);
      if (typeof read === 'string') yield { ...place, fault: read };
      else
        for (const one of read ?? [])
          yield { ...place, ...('record' in one ? one : { exchange: one }) };
    }
}

async function* sessionsOf<O extends BotShape>(
  files: readonly InputFile[],
  reading: Reading<O>,
): AsyncGenerator<Given | Fault> {
  const isSmall = (await bytesOf(files)) <= smallBytes;
  const last = isSmall ? null : await lastMentions(items(files, reading));
  const open = new Map<string, { line: number; exchanges: Exchange[] }>();
  const close = function* (session: string): Generator<Given> {
    const { line = 0, exchanges = [] } = open.get(session) ?? {};
    open.delete(session);
    for (const record of sessionRecords(exchanges, reading.options)) yield { record, line };
  };
  let ordinal = 0;
  for await (const item of items(files, reading)) {
    if ('fault' in item) yield item;
    else if ('record' in item) yield { record: item.record, line: item.line };
    else {
      const { exchange, line } = item;
      const own = open.get(exchange.session) ?? { line, exchanges: [] };
      own.exchanges.push(exchange);
      open.set(exchange.session, own);
      if (last?.get(exchange.session) === ++ordinal) yield* close(exchange.session);
    }
  }
  for (const session of [...open.keys()]) yield* close(session);
}

/** The place of each session's last line: from there on it need not be kept. */
async function lastMentions(all: AsyncGenerator<Item>): Promise<Map<string, number>> {
  const last = new Map<string, number>();
  let ordinal = 0;
  for await (const item of all) if ('exchange' in item) last.set(item.exchange.session, ++ordinal);
  return last;
}

async function bytesOf(files: readonly InputFile[]): Promise<number> {
  const sizes = await Promise.all(
    files.map(async ({ path }) => (await stat(path)).size * (path.endsWith('.gz') ? blowUp : 1)),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

/** Intents with their confidences, best first, whatever the vendor calls the two. */
export function guessesOf(
  list: unknown,
  name: (one: JsonObject) => string | undefined,
  confidence: (one: JsonObject) => unknown,
): { name: string; confidence: number }[] {
  return listOf(list)
    .map(objectOf)
    .flatMap((one) => {
      const [called, sure] = [textOf(name(one)), numberOf(confidence(one))];
      return called === undefined || sure === undefined
        ? []
        : [{ name: called, confidence: Math.min(1, Math.max(0, sure)) }];
    })
    .sort((a, b) => b.confidence - a.confidence);
}
