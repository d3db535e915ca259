/** A source for logs of one line an exchange: lines of a session may lie anywhere in its files. */
import { type JsonObject, listOf, numberOf, objectOf, textOf } from '../../lib/json.js';
import { filesAt } from '../input/files.js';
import { type InputFile, openInput } from '../input/input.js';
import type { Sample, Setting, Source } from '../vendor.js';
import { type Exchange, sessionRecords } from './exchange.js';
import {
  createLastMentions,
  isSmall,
  isTold,
  type LastMentions,
  lastMentions,
  sweepEvery,
} from './mentions.js';
import { type FoundObject, objectBatches, type Wrapping } from './objects.js';
import type { BotShape } from './options.js';
import { sideBySide } from './side-by-side.js';

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
  mentions(options: Options): RegExp;
  /** Where an object of a table does: every session that `read` may find in it. Without it, all is read twice. */
  named?(value: JsonObject): Iterable<string>;
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
  if (known) yield* known.map(({ line, fault }) => ({ line, fault }));
  else
    for await (const objects of objectBatches(file, reading.log.wrapping))
      for (const { line, read } of readsOf(objects, reading))
        if (typeof read === 'string') yield { line, fault: read };
}

interface Reading<O extends BotShape> {
  log: BotLog<O>;
  options: O;
  beside: unknown;
}
type Fault = { file: string; line: number; fault: string };
type Given = { record: unknown; line: number };

function* readsOf<O extends BotShape>(
  objects: Iterable<FoundObject>,
  { log, options, beside }: Reading<O>,
): Generator<{ line: number; read: LineRead }> {
  for (const found of objects)
    yield {
      line: found.line,
      read: 'fault' in found ? found.fault : log.read(found.value, options, beside),
    };
}

/** What was read of a session in one of the files. */
interface Part {
  file: number;
  line: number;
  exchanges: Exchange[];
}

async function* sessionsOf<O extends BotShape>(
  files: readonly InputFile[],
  reading: Reading<O>,
): AsyncGenerator<Given | Fault> {
  const last = await lastLines(files, reading);
  const progress = files.map(() => 0);
  const open = new Map<string, Part[]>();
  const close = function* (session: string): Generator<Given> {
    // As if the files had been read one after the other.
    const parts = (open.get(session) ?? []).sort((a, b) => a.file - b.file);
    open.delete(session);
    const { line = 0 } = parts[0] ?? {};
    const exchanges = parts.flatMap((part) => part.exchanges);
    for (const record of sessionRecords(exchanges, reading.options)) yield { record, line };
  };
  let waiting = 0;
  for await (const { file, objects } of sideBySide(files, reading.log.wrapping, last, progress))
    for (const { line, read } of readsOf(objects, reading)) {
      // Between lines alone: a line may hold many entries of a session.
      if (last && line !== progress[file] && waiting > Math.max(sweepEvery, open.size)) {
        waiting = 0;
        progress[file] = line;
        for (const session of [...open.keys()])
          if (last.isBehind(session, progress)) yield* close(session);
      }
      progress[file] = line;
      if (typeof read === 'string') yield { file: files[file]?.path ?? '', line, fault: read };
      else
        for (const one of read ?? []) {
          waiting++;
          if ('record' in one) yield { record: one.record, line };
          else keep(open, one, file, line);
        }
    }
  for (const session of [...open.keys()]) yield* close(session);
}

function keep(open: Map<string, Part[]>, exchange: Exchange, file: number, line: number): void {
  const parts = open.get(exchange.session);
  const own = parts?.find((part) => part.file === file);
  if (own) own.exchanges.push(exchange);
  else if (parts) parts.push({ file, line, exchanges: [exchange] });
  else open.set(exchange.session, [{ file, line, exchanges: [exchange] }]);
}

/** The last line of each session; null where all of them may be kept. */
async function lastLines<O extends BotShape>(
  files: readonly InputFile[],
  reading: Reading<O>,
): Promise<LastMentions | null> {
  const { log, options } = reading;
  if (await isSmall(files)) return null;
  if (await isTold(files, log.wrapping)) return lastMentions(files, log.mentions(options));
  const last = createLastMentions();
  for (const [file, input] of files.entries())
    for await (const objects of objectBatches(input, log.wrapping))
      if (log.named) {
        for (const found of objects)
          if ('value' in found)
            for (const session of log.named(found.value)) last.note(session, file, found.line);
      } else
        for (const { line, read } of readsOf(objects, reading))
          for (const one of typeof read === 'string' ? [] : (read ?? []))
            if (!('record' in one)) last.note(one.session, file, line);
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
