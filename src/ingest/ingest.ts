/**
 * Reads the config's sources: bytes → wire records → checked → protected → batches. Streams, so that a file may be
 * larger than memory. What cannot be read is set aside with its place and a reason, never with what it says.
 */
import { stat } from 'node:fs/promises';
import type { SourceConfig } from '../domain/config.js';
import type { BotDefinition, Contact, Session, Survey } from '../domain/conversation.js';
import type { FileRead, QuarantineEntry } from '../domain/night.js';
import type { Calendar } from '../lib/calendar.js';
import type { Redactor } from '../redact/redact.js';
import { filesAt } from '../vendors/input/files.js';
import { openInput } from '../vendors/input/input.js';
import { optionProblems } from '../vendors/options.js';
import { findSource } from '../vendors/sources.js';
import type { Setting, Source } from '../vendors/vendor.js';
import { createFileCounts } from './file-counts.js';
import { fingerprint, readingMark } from './fingerprint.js';
import { createProtector } from './protect.js';
import { createTaker, type Taken } from './take.js';
import { createTaking, type Taking, type Threads } from './take-in-threads.js';

export interface Progress {
  file: string;
  /** As they lie on the disk. */
  bytes: number;
  totalBytes: number;
  records: number;
}

export interface IngestContext {
  redactor: Redactor;
  /** The bot's training data, where files have it: its prompts say what is asked for in logs that do not. */
  definition?: BotDefinition;
  /** The business's, for sources whose times have no offset. */
  calendar?: Calendar;
  /** Other threads that share the work; without them all is done in this one. */
  threads?: Threads;
  alreadyRead(file: string, fingerprint: string): Promise<boolean>;
  onProgress?(progress: Progress): void;
}

export interface Batch {
  kind: 'batch';
  sessions: Session[];
  contacts: Contact[];
  surveys: Survey[];
  definitions: BotDefinition[];
  quarantine: QuarantineEntry[];
}

export type IngestEvent =
  | { kind: 'file_started'; file: string; fingerprint: string }
  | Batch
  | ({ kind: 'file_done'; file: string } & FileRead)
  | { kind: 'file_failed'; file: string; reason: string }
  | { kind: 'nothing_found'; path: string };

/** Records and faults in one batch at most. */
const batchSize = 500;

/**
 * Files in the order of the config and, within a source, of their names. Those that `alreadyRead` knows are passed over in
 * silence; one that fails is reported, and the rest goes on.
 */
export async function* ingest(
  sources: readonly SourceConfig[],
  context: IngestContext,
): AsyncGenerator<IngestEvent> {
  const { redactor, definition, threads } = context;
  const taking = createTaking(
    createTaker(createProtector(redactor, definition)),
    threads,
    definition,
  );
  try {
    for (const config of sources) {
      const source = findSource(config.format);
      const problems = source ? optionProblems(source.options, config.options) : ['unknown format'];
      if (source && problems.length === 0) yield* readSource({ source, config, context, taking });
      else {
        const reason = `[ingest] [${config.format}] ${problems.join('; ')}`;
        yield { kind: 'file_failed', file: config.path, reason };
      }
    }
  } finally {
    await taking.close();
  }
}

interface Work {
  source: Source;
  config: SourceConfig;
  context: IngestContext;
  taking: Taking;
}

async function* readSource(work: Work): AsyncGenerator<IngestEvent> {
  const { source, config, context } = work;
  const timeZone = context.calendar?.timeZone;
  const setting: Setting = { path: config.path, ...(timeZone !== undefined && { timeZone }) };
  const options = source.options.parse(config.options);
  let files: string[];
  let mark: string;
  try {
    files = await filesAt(config.path);
    const companions = (await source.companions?.(options, setting)) ?? [];
    mark = await readingMark({ config, redactor: context.redactor, timeZone, companions });
  } catch (error) {
    yield { kind: 'file_failed', file: config.path, reason: reasonOf(error, work) };
    return;
  }
  if (files.length === 0) yield { kind: 'nothing_found', path: config.path };
  for (const file of files) {
    try {
      const print = await fingerprint(file, mark, source.sidecar?.(file));
      yield* readFile({ ...work, options, setting }, file, print);
    } catch (error) {
      yield { kind: 'file_failed', file, reason: reasonOf(error, work) };
    }
  }
}

async function* readFile(
  work: Work & { options: unknown; setting: Setting },
  file: string,
  print: string,
): AsyncGenerator<IngestEvent> {
  const { source, context, taking, options, setting } = work;
  if (await context.alreadyRead(file, print)) return;
  yield { kind: 'file_started', file, fingerprint: print };
  const { size: totalBytes } = await stat(file);
  let bytes = 0;
  const counts = createFileCounts(context.calendar);
  let batch = emptyBatch();
  const flush = function* (): Generator<IngestEvent> {
    if (countOf(batch) === 0) return;
    yield batch;
    batch = emptyBatch();
    context.onProgress?.({ file, bytes, totalBytes, records: counts.read() });
  };
  const input = openInput(file, (taken) => {
    bytes = taken;
  });
  try {
    for await (const [item, taken] of taking.all(source.read(input, options, setting))) {
      put(taken, batch, { file, source: work.config.format });
      counts.add(item, 'reason' in taken);
      if (countOf(batch) >= batchSize) yield* flush();
    }
  } catch (error) {
    // What was read before the failure is good.
    yield* flush();
    throw error;
  }
  yield* flush();
  yield { kind: 'file_done', file, fingerprint: print, ...counts.all() };
}

const emptyBatch = (): Batch => ({
  kind: 'batch',
  sessions: [],
  contacts: [],
  surveys: [],
  definitions: [],
  quarantine: [],
});

const countOf = (batch: Batch): number =>
  batch.sessions.length +
  batch.contacts.length +
  batch.surveys.length +
  batch.definitions.length +
  batch.quarantine.length;

interface From {
  file: string;
  source: string;
}

/** Puts a record where it belongs. */
function put(taken: Taken, batch: Batch, from: From): void {
  if ('session' in taken) batch.sessions.push(taken.session);
  else if ('contact' in taken) batch.contacts.push(taken.contact);
  else if ('survey' in taken) batch.surveys.push(taken.survey);
  else if ('definition' in taken) batch.definitions.push(taken.definition);
  else {
    const { line, reason } = taken;
    batch.quarantine.push({ file: from.file, line, source: from.source, reason });
  }
}

/** The system's own words for a file that cannot be opened; a reader's failure by name alone, since it may quote the file. */
function reasonOf(error: unknown, { config }: Work): string {
  const { code, name, message } = error as NodeJS.ErrnoException;
  const at = `[ingest] [${config.format}]`;
  if (code === 'EACCES' || code === 'EPERM') return `${at} may not be read: check its permissions`;
  if (code === 'ENOENT') return `${at} is gone`;
  if (code === 'EISDIR') return `${at} is a folder`;
  return code === undefined
    ? `${at} the reader failed: ${name}`
    : `${at} could not be read: ${code} ${message}`;
}
