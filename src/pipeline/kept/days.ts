/** What linking and the cohorts need of a day's records: worked out once, and kept while no record of that day changes. */
import { addDays, type Calendar } from '../../lib/calendar.js';
import { contentHash } from '../../lib/content-hash.js';
import type { RecordSide } from '../../store/kept-evidence.js';
import type { Span, Store } from '../../store/store.js';

/** Records whose part is one string, which must not become too long for one. */
const recordsAPart = 2000;

export interface DayInput {
  store: Store;
  calendar: Calendar;
  /** What all days are worked out of beside their records (see `common-source.ts`). */
  source: string;
  /** Nothing that was kept is believed. */
  rereadAll: boolean;
  /** Between pages of records. @throws StoppedError when the night is to stop */
  pause(): Promise<void>;
}

/** What each part is made of, and how. */
export interface PartMaker<T> {
  side: RecordSide;
  read(span: Span): AsyncIterable<T[]>;
  write(records: readonly T[]): string;
}

/** The parts of all local days that the span touches, in order of time: records of the first and last may lie outside of it. */
export async function* dayParts<T>(
  maker: PartMaker<T>,
  span: Span,
  input: DayInput,
): AsyncGenerator<string> {
  const { store, rereadAll } = input;
  for (const day of daysOf(span, input.calendar)) {
    await input.pause();
    const startsAt = day.from;
    const source = contentHash([input.source, await store.recordsHash(maker.side, day)]);
    const kept = rereadAll ? null : await store.keptDay(maker.side, startsAt);
    if (kept?.source === source) {
      yield* kept.parts;
      continue;
    }
    const parts = await makeParts(maker, day, input);
    await store.keepDay({ side: maker.side, startsAt, source, parts });
    yield* parts;
  }
}

function* daysOf({ from, to }: Span, calendar: Calendar): Generator<Span> {
  let day = calendar.local(from).day;
  for (let start = calendar.startOf(day); start < to; ) {
    day = addDays(day, 1);
    const end = calendar.startOf(day);
    yield { from: start, to: end };
    start = end;
  }
}

async function makeParts<T>(
  { read, write }: PartMaker<T>,
  day: Span,
  { pause }: DayInput,
): Promise<string[]> {
  const parts: string[] = [];
  let open: T[] = [];
  for await (const page of read(day)) {
    await pause();
    open.push(...page);
    if (open.length < recordsAPart) continue;
    parts.push(write(open));
    open = [];
  }
  // Of a day without records it is known, too, that there are none.
  if (open.length > 0 || parts.length === 0) parts.push(write(open));
  return parts;
}
