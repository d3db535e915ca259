/** A source for logs of one line an exchange: lines of a session may lie anywhere in its files. */
import { type JsonObject, listOf, numberOf, objectOf, textOf } from '../../lib/json.js';
import { filesAt } from '../input/files.js';
import { type InputFile, openInput } from '../input/input.js';
import type { Sample, Setting, Source } from '../vendor.js';
import { type Exchange, sessionRecords } from './exchange.js';
import {
  isBehind,
  isSmall,
  isTold,
  type LastMentions,
  lastMentions,
  type Place,
  sweepLines,
} from './mentions.js';
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
  /** Where a line's text names its session: see `lastMentions`. */
  mentions?: RegExp;
  /** `beside`: what `lookUp` found. */
  read(value: JsonObject, options: Options, beside: unknown): LineRead;
  /** Reads other files that the records depend on. */
  lookUp?(options: Options, setting: Setting): Promise<unknown>;
  companions?(options: Options, setting: Setting): Promise<string[]>;
  recognise(sample: Sample, others: readonly Sample[]): Record<string, unknown> | null;
}

/** Faults of a source's other files, kept from the reading of its first one, which reads them all. */
const keptFaults = new WeakMap<Setting, ReadonlyMap<string, readonly Fault[]>>();

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
      const reading = { log, options, beside: await log.lookUp?.(options, setting) };
      // Sessions run over files (a log stream each, a day each): the first file stands for all, each for its own faults.
      if (!isFirst) yield* faultsOf(file, reading, setting);
      else {
        const others = files.length > 1 ? files.slice(1).map((path) => openInput(path)) : [];
        const faults = new Map(others.map(({ path }): [string, Fault[]] => [path, []]));
        for await (const item of sessionsOf([file, ...others], reading)) {
          if ('record' in item) yield item;
          else if (item.file === file.path) yield { fault: item.fault, line: item.line };
          else faults.get(item.file)?.push(item);
        }
        keptFaults.set(setting, faults);
      }
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

async function* faultsOf<O extends BotShape>(
  file: InputFile,
  reading: Reading<O>,
  setting: Setting,
): AsyncGenerator<{ line: number; fault: string }> {
  const known = keptFaults.get(setting)?.get(file.path);
  for await (const item of known ?? items([file], reading))
    if ('fault' in item) yield { line: item.line, fault: item.fault };
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
  const last = await lastLines(files, reading);
  const order = new Map(files.map(({ path }, i) => [path, i]));
  const open = new Map<string, { line: number; exchanges: Exchange[] }>();
  const close = function* (session: string): Generator<Given> {
    const { line = 0, exchanges = [] } = open.get(session) ?? {};
    open.delete(session);
    for (const record of sessionRecords(exchanges, reading.options)) yield { record, line };
  };
  let swept = 0;
  for await (const item of items(files, reading)) {
    const { file, line } = item;
    // Between lines alone: a line may hold many entries of a session.
    if (last && Math.abs(line - swept) > Math.max(sweepLines, open.size)) {
      swept = line;
      for (const session of [...open.keys()])
        if (isBehind(last.get(session), { file: order.get(file) ?? 0, line }))
          yield* close(session);
    }
    if ('fault' in item) yield item;
    else if ('record' in item) yield { record: item.record, line };
    else {
      const { exchange } = item;
      const own = open.get(exchange.session) ?? { line, exchanges: [] };
      own.exchanges.push(exchange);
      open.set(exchange.session, own);
    }
  }
  for (const session of [...open.keys()]) yield* close(session);
}

/** The last line of each session; null where all of them may be kept. */
async function lastLines<O extends BotShape>(
  files: readonly InputFile[],
  reading: Reading<O>,
): Promise<LastMentions | null> {
  const { mentions } = reading.log;
  if (await isSmall(files)) return null;
  if (mentions !== undefined && (await isTold(files))) return lastMentions(files, mentions);
  const last = new Map<string, Place>();
  for (const [file, input] of files.entries())
    for await (const item of items([input], reading))
      if ('exchange' in item) last.set(item.exchange.session, { file, line: item.line });
  return last;
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
