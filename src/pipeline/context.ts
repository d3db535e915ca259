/** What every stage of a night is given beside what the stages before it found. */
import type { Config } from '../domain/config.js';
import type { Fault } from '../domain/report.js';
import type { Threads } from '../ingest/take-in-threads.js';
import type { Language } from '../language/language.js';
import { type Calendar, createCalendar } from '../lib/calendar.js';
import type { Redactor } from '../redact/redact.js';
import type { Store } from '../store/store.js';

/** What a night is given beside its config. */
export interface NightTools {
  store: Store;
  /** In which customers and agents are read. */
  language: Language;
  redactor: Redactor;
  /** How many threads share the reading, each with the same redactor; without it all is done in one. */
  threads?: Threads;
  /** The moment at which the run is noted; nothing in the outputs depends on it. */
  now(): number;
  onStage?(stage: string, detail: string): void;
  /** Whether the process was asked to stop. */
  isStopping?(): boolean;
}

export interface NightContext extends NightTools {
  config: Config;
  calendar: Calendar;
  /** The last local day that the night looks at; null for the newest day that has sessions. */
  given: string | null;
  /** Nobody named a night, a stage or records to read again: the job that runs by itself. */
  isByItself: boolean;
  /** What came is all that there is. */
  acceptData: boolean;
  /** Nothing that earlier nights worked out of records is believed: all is read and judged again. */
  rereadAll: boolean;
  /** Nor what they learned: links are made and lessons chosen again. */
  relearn: boolean;
  /** Plug-ins that failed; the night goes on without what they would have found. */
  faults: Fault[];
  /** By stage, on the clock and on the processor (of all threads). */
  seconds: Record<string, number>;
  processorSeconds: Record<string, number>;
}

export function createContext(
  config: Config,
  tools: NightTools,
  given: string | null,
  {
    acceptData = false,
    rereadAll = false,
    relearn = false,
    isByItself = false,
  }: Partial<Pick<NightContext, 'acceptData' | 'rereadAll' | 'relearn' | 'isByItself'>> = {},
): NightContext {
  return {
    ...tools,
    config,
    calendar: createCalendar(config.bot.timeZone),
    given,
    isByItself,
    acceptData,
    rereadAll,
    relearn,
    faults: [],
    seconds: {},
    processorSeconds: {},
  };
}
