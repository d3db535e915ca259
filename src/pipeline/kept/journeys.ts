/** Journeys that are read and judged only where what was kept of them does not hold any more. */
import {
  createJudge,
  createLearnedAbout,
  createTraceParser,
  createTracer,
  learnFrom,
  type SecondReading,
  type Trace,
  writeTrace,
} from '../../detect/detect.js';
import type { AskReading } from '../../domain/ask-reading.js';
import type { JourneyResult, Link } from '../../domain/journey.js';
import type { EvidenceKind, KeptEvidence } from '../../store/kept-evidence.js';
import type { Store } from '../../store/store.js';
import type { DetectContext } from '../../transcript/context.js';
import { journeyReader } from '../read-journeys.js';
import { stands, type Tonight } from './age.js';

export interface KeptInput {
  store: Store;
  links: readonly Link[];
  /** By `Session.id`: what each journey's evidence is worked out of, and the moment of its handoff. */
  sources: ReadonlyMap<string, string>;
  handoffAt: ReadonlyMap<string, number>;
  night: string;
  until: number;
  /** Nothing that was kept is believed. */
  anew: boolean;
  /** Between pages of journeys. @throws StoppedError when the night is to stop; then nothing of them is kept */
  pause(): Promise<void>;
  context: DetectContext;
}

export interface JudgedJourneys {
  /** In the order of the links. */
  results: JourneyResult[];
  /** How many were read, and how many were judged, tonight. */
  read: number;
  judged: number;
  /** How well tonight's agents were read. */
  reading: AskReading;
}

interface WrittenReading extends SecondReading {
  learnedFrom: number;
}

interface WrittenResult {
  /** What was learned of the journey (see `createLearnedAbout`). */
  learned: string;
  result: JourneyResult;
}

export async function judgeJourneys(input: KeptInput): Promise<JudgedJourneys> {
  const { links, context } = input;
  const { traces, read } = await tracesOf(input);
  const learnedFrom = traces.filter(({ contact }) => contact !== null).length;
  const readings = await standingReadings(input, { ...input, learnedFrom });
  const models = learnFrom(traces, readings, context);
  await write('reading', input, models.readings, (reading) =>
    JSON.stringify({ ...reading, learnedFrom } satisfies WrittenReading),
  );
  const about = createLearnedAbout(models, context);
  const learned = new Map(traces.map((trace) => [trace.session, about(trace)]));
  const known = await standingResults(input, learned);
  const { fresh, sound } = await judgeOthers(
    input,
    links.filter(({ session }) => !known.has(session)),
    (contextOfNight) => createJudge(models, contextOfNight),
  );
  await write('judged', input, sound, (result) =>
    JSON.stringify({
      learned: learned.get(result.session) ?? '',
      result,
    } satisfies WrittenResult),
  );
  const results = links.flatMap((link) => {
    const before = known.get(link.session);
    return fresh.get(link.session) ?? (before ? { ...before, link } : []);
  });
  return { results, read, judged: fresh.size, reading: models.reading };
}

async function tracesOf(input: KeptInput): Promise<{ traces: Trace[]; read: number }> {
  const { store, links, pause } = input;
  const parse = createTraceParser();
  const kept = await holding('trace', input);
  const trace = createTracer(input.context);
  const fresh = new Map<string, Trace>();
  const missing = links.filter(({ session }) => !kept.has(session));
  for await (const journey of journeyReader(store, missing, pause)())
    fresh.set(journey.session.id, trace(journey));
  await write('trace', input, fresh, writeTrace);
  const traces = links.flatMap(({ session }) => {
    const body = kept.get(session)?.body;
    return fresh.get(session) ?? (body === undefined ? [] : parse(body));
  });
  return { traces, read: fresh.size };
}

/** @returns all results, and those of journeys on which no detector failed: the others are judged again tomorrow */
async function judgeOthers(
  { store, context, pause }: KeptInput,
  links: readonly Link[],
  judgeWith: (context: DetectContext) => ReturnType<typeof createJudge>,
): Promise<Record<'fresh' | 'sound', Map<string, JourneyResult>>> {
  const fresh = new Map<string, JourneyResult>();
  const sound = new Map<string, JourneyResult>();
  let faults = 0;
  const judge = judgeWith({
    ...context,
    onFault: (plugin, message) => {
      faults += 1;
      context.onFault(plugin, message);
    },
  });
  for await (const journey of journeyReader(store, links, pause)()) {
    const before = faults;
    const result = judge(journey);
    fresh.set(result.session, result);
    if (faults === before) sound.set(result.session, result);
  }
  return { fresh, sound };
}

/** What was kept of the very same records. */
async function holding(
  kind: EvidenceKind,
  { store, links, sources, anew }: KeptInput,
): Promise<Map<string, KeptEvidence>> {
  if (anew) return new Map();
  const kept = await store.evidence(
    kind,
    links.map(({ session }) => session),
  );
  for (const [session, { source }] of kept)
    if (source !== sources.get(session)) kept.delete(session);
  return kept;
}

async function standingReadings(
  input: KeptInput,
  tonight: Tonight,
): Promise<Map<string, SecondReading>> {
  const standing = new Map<string, SecondReading>();
  for (const [session, { night, body }] of await holding('reading', input)) {
    const { learnedFrom, ...reading } = JSON.parse(body) as WrittenReading;
    const at = input.handoffAt.get(session) ?? tonight.until;
    if (stands({ night, learnedFrom, at }, tonight)) standing.set(session, reading);
  }
  return standing;
}

async function standingResults(
  input: KeptInput,
  learned: ReadonlyMap<string, string | null>,
): Promise<Map<string, JourneyResult>> {
  // A link that is doubtful weighs on its findings by a probability that moves from night to night.
  const doubtful = new Set(
    input.links.flatMap(({ status, session }) => (status === 'possible' ? session : [])),
  );
  const standing = new Map<string, JourneyResult>();
  for (const [session, { body }] of await holding('judged', input)) {
    if (doubtful.has(session)) continue;
    const written = JSON.parse(body) as WrittenResult;
    if (written.learned === learned.get(session)) standing.set(session, written.result);
  }
  return standing;
}

async function write<T>(
  kind: EvidenceKind,
  { store, sources, night }: KeptInput,
  found: ReadonlyMap<string, T>,
  bodyOf: (one: T) => string,
): Promise<void> {
  await store.keepEvidence(
    [...found].map(([session, one]) => ({
      session,
      kind,
      night,
      source: sources.get(session) ?? '',
      body: bodyOf(one),
    })),
  );
}
