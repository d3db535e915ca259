/** Journeys that are read and judged only where what was kept of them does not hold any more. */
import {
  createJudge,
  createLearnedAbout,
  createTraceParser,
  createTracer,
  type LearnedAbout,
  learnFrom,
  type NightModels,
  type Standing,
  sameLearned,
  type Trace,
  writeTrace,
} from '../../detect/detect.js';
import type { AskReading } from '../../domain/ask-reading.js';
import type { JourneyResult } from '../../domain/journey.js';
import type { Link } from '../../domain/link.js';
import type { SecondReading } from '../../intents/second-reading.js';
import type { EvidenceKind, KeptEvidence, StoredLesson } from '../../store/kept-evidence.js';
import type { Store } from '../../store/store.js';
import type { DetectContext } from '../../transcript/context.js';
import { journeyReader } from '../read-journeys.js';
import { nameOf, standingOf, stands, storedLessons, type Tonight } from './lessons.js';

export interface KeptInput {
  store: Store;
  links: readonly Link[];
  /** By `Session.id`: what each journey's evidence is worked out of, and the moment of its handoff. */
  sources: ReadonlyMap<string, string>;
  /** What all of it is worked out of beside (see `commonSource`). */
  common: string;
  handoffAt: ReadonlyMap<string, number>;
  night: string;
  /** Nothing that was kept is believed. */
  anew: boolean;
  /** Nor is what earlier nights learned. */
  relearn: boolean;
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
  /** What was chosen tonight; none where an earlier night's stand. */
  lessons: StoredLesson[];
}

interface WrittenReading extends SecondReading {
  /** Name of what it was read by (see `nameOf`). */
  by: string;
}

interface WrittenResult {
  /** What was learned of the journey; null where nothing was. */
  learned: LearnedAbout | null;
  result: JourneyResult;
}

export async function judgeJourneys(input: KeptInput): Promise<JudgedJourneys> {
  const { links, context } = input;
  const { traces, read } = await tracesOf(input);
  const learnedFrom = traces.filter(({ contact }) => contact !== null).length;
  const tonight = { ...input, learnedFrom };
  const standing = await standingLessons(input, tonight);
  const models = learnFrom(traces, standing, context);
  const by = nameOf(models.lessons);
  await write('reading', input, models.readings, (reading) =>
    JSON.stringify({ ...reading, by } satisfies WrittenReading),
  );
  const learned = learnedOf(traces, models, input);
  const known = await standingResults(input, learned);
  const { fresh, sound } = await judgeOthers(
    input,
    links.filter(({ session }) => !known.has(session)),
    (contextOfNight) => createJudge(models, contextOfNight),
  );
  await write('judged', input, sound, (result) =>
    JSON.stringify({
      learned: learned.get(result.session) ?? null,
      result,
    } satisfies WrittenResult),
  );
  const results = links.flatMap((link) => {
    const before = known.get(link.session);
    return fresh.get(link.session) ?? (before ? { ...before, link } : []);
  });
  const lessons = standing ? [] : storedLessons(models.lessons, tonight);
  return { results, read, judged: fresh.size, reading: models.reading, lessons };
}

/** null where all is learned anew tonight. */
async function standingLessons(input: KeptInput, tonight: Tonight): Promise<Standing | null> {
  if (input.relearn) return null;
  const kept = await input.store.lessons(input.night);
  if (!kept || !stands(kept, tonight)) return null;
  const standing = standingOf(kept, input.handoffAt, input.context.calendar);
  const by = nameOf(standing.lessons);
  const readings = new Map<string, SecondReading>();
  for (const [session, { body }] of await holding('reading', input)) {
    const { by: name, ...reading } = JSON.parse(body) as WrittenReading;
    if (name === by) readings.set(session, reading);
  }
  return { ...standing, readings };
}

/** A link that is doubtful weighs on its findings by its probability, which moves from night to night. */
function learnedOf(
  traces: readonly Trace[],
  models: NightModels,
  { links, context }: KeptInput,
): Map<string, LearnedAbout> {
  const about = createLearnedAbout(models, context);
  const doubts = new Map(
    links.map(({ session, status, probability }) => [
      session,
      status === 'possible' ? probability : 1,
    ]),
  );
  return new Map(
    traces.flatMap((trace) => {
      const learned = about(trace);
      if (!learned) return [];
      const claims = `${learned.claims} ${doubts.get(trace.session) ?? 1}`;
      return [[trace.session, { ...learned, claims }] as const];
    }),
  );
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

async function standingResults(
  input: KeptInput,
  learned: ReadonlyMap<string, LearnedAbout>,
): Promise<Map<string, JourneyResult>> {
  const standing = new Map<string, JourneyResult>();
  for (const [session, { body }] of await holding('judged', input)) {
    const written = JSON.parse(body) as WrittenResult;
    const tonight = learned.get(session);
    if (tonight && written.learned && sameLearned(written.learned, tonight))
      standing.set(session, written.result);
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
