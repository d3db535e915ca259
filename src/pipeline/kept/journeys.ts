/** Journeys that are read and judged only where what was kept of them does not hold any more. */
import {
  createJudge,
  createLearnedAbout,
  createTraceParser,
  createTracer,
  hearBy,
  type LearnedAbout,
  learnFrom,
  type NightModels,
  sameLearned,
  type Trace,
  writeTrace,
} from '../../detect/detect.js';
import type { AskReading } from '../../domain/ask-reading.js';
import type { JourneyResult } from '../../domain/journey.js';
import type { Link } from '../../domain/link.js';
import type { SurveyLookup } from '../../link/surveys.js';
import type { StoredLearned } from '../../store/kept-evidence.js';
import type { DetectContext } from '../../transcript/context.js';
import { journeyReader } from '../read-journeys.js';
import { type EvidenceInput, evidenceOf, keepEvidence } from './evidence.js';
import {
  isReusable,
  type ReusableModel,
  reusableModel,
  storedLearned,
  type Tonight,
} from './learned.js';

export interface KeptInput extends EvidenceInput {
  links: readonly Link[];
  /** What all evidence is worked out of beside (see `commonSource`). */
  common: string;
  /** By `Session.id`. */
  handoffAt: ReadonlyMap<string, number>;
  surveys: SurveyLookup;
  /** Nor is what earlier nights learned. */
  relearn: boolean;
  /** Between pages of journeys. @throws StoppedError when the night is to stop; what was read of them by then may be kept */
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
  /** Name of what they were judged by (see `ReusableModel`). */
  by: string;
  /** What was learned tonight; null where what an earlier night learned stands. */
  learned: StoredLearned | null;
}

interface KeptResult {
  /** Name of what it was judged by. */
  by: string;
  /** What was learned of the journey; null where nothing was. */
  about: LearnedAbout | null;
  /** Of a doubtful link: it weighs on the findings by its probability, which moves from night to night. */
  doubt: number | null;
  result: JourneyResult;
}

type Results = Map<string, KeptResult>;

/** Texts of traces that are in memory at once before they are written. */
const keptAtOnce = 200;

export async function judgeJourneys(input: KeptInput): Promise<JudgedJourneys> {
  const learnedFrom = input.links.filter(({ status }) => status !== 'none').length;
  const tonight = { ...input, learnedFrom };
  const kept = input.relearn ? null : await input.store.learned(input.night);
  return kept && isReusable(kept, tonight)
    ? judgeBy(reusableModel(kept, input.handoffAt, input.context), input)
    : learnAndJudge(tonight, input);
}

/** Reads only the journeys whose result does not stand. */
async function judgeBy(
  { learned, name, wasThere }: ReusableModel,
  input: KeptInput,
): Promise<JudgedJourneys> {
  const { links, context } = input;
  const known = await resultsThat(({ by }) => by === name, input);
  const { traces, read } = await tracesOf(without(known, links), input);
  const models = await hearBy(learned, [...traces.values()], wasThere, context, input.pause);
  const judging = judgingWith(models, name, traces, context);
  const { fresh, sound } = await judgeOthers(known, judging, input);
  await keepResults(sound, input);
  const found = { read, reading: learned.reading, by: name, learned: null };
  return outcome(known, fresh, found, links);
}

/** Reads all journeys; those of which the same was learned as before are not judged again. */
async function learnAndJudge(tonight: Tonight, input: KeptInput): Promise<JudgedJourneys> {
  const { links, context } = input;
  const { traces, read } = await tracesOf(links, input);
  const models = await learnFrom([...traces.values()], context, input.pause);
  const { stored: learned, name } = storedLearned(models, tonight);
  const judging = judgingWith(models, name, traces, context);
  const known = await resultsThat(({ about: before }, session) => {
    const now = judging.about.get(session);
    return before !== null && now != null && sameLearned(before, now);
  }, input);
  for (const one of known.values()) one.by = name;
  const { fresh, sound } = await judgeOthers(known, judging, input);
  await keepResults(new Map([...known, ...sound]), input);
  return outcome(known, fresh, { read, reading: models.reading, by: name, learned }, links);
}

function outcome(
  known: Results,
  fresh: Results,
  found: Omit<JudgedJourneys, 'results' | 'judged'>,
  links: readonly Link[],
): JudgedJourneys {
  const results = links.flatMap((link) => {
    const one = fresh.get(link.session) ?? known.get(link.session);
    return one ? { ...one.result, link } : [];
  });
  return { ...found, results, judged: fresh.size };
}

/** What journeys are judged with, and what it says of each of them. */
interface Judging {
  models: NightModels;
  name: string;
  about: ReadonlyMap<string, LearnedAbout | null>;
  /** By session. Each goes when its journey is judged, so that not all are held beside all results. */
  traces: Map<string, Trace>;
}

function judgingWith(
  models: NightModels,
  name: string,
  traces: Map<string, Trace>,
  context: DetectContext,
): Judging {
  const about = createLearnedAbout(models, context);
  return {
    models,
    name,
    about: new Map([...traces].map(([session, trace]) => [session, about(trace)])),
    traces,
  };
}

const without = (known: Results, links: readonly Link[]): Link[] =>
  links.filter(({ session }) => !known.has(session));

const doubtOf = ({ status, probability }: Link): number | null =>
  status === 'possible' ? probability : null;

/** In the order of the links. */
async function tracesOf(
  links: readonly Link[],
  input: KeptInput,
): Promise<{ traces: Map<string, Trace>; read: number }> {
  const parse = createTraceParser();
  const kept = await evidenceOf('trace', links, input);
  const missing = links.filter(({ session }) => !kept.has(session));
  const fresh = await readTraces(missing, parse, input);
  const traces = new Map<string, Trace>();
  for (const { session } of links) {
    const body = kept.get(session)?.body;
    const one = fresh.get(session) ?? (body === undefined ? undefined : parse(body));
    if (one) traces.set(session, one);
  }
  return { traces, read: fresh.size };
}

/** Reads journeys into traces and keeps these, some at a time, so that not all texts are in memory at once. */
async function readTraces(
  links: readonly Link[],
  parse: (body: string) => Trace,
  input: KeptInput,
): Promise<Map<string, Trace>> {
  const { store, surveys, pause, context } = input;
  const trace = createTracer(context);
  const read = new Map<string, Trace>();
  const written = new Map<string, string>();
  const keep = async () => {
    await keepEvidence('trace', input, written, (body) => body);
    written.clear();
  };
  for await (const journey of journeyReader(store, links, surveys, pause)()) {
    const { id } = journey.session;
    const body = writeTrace(trace(journey));
    written.set(id, body);
    // A trace that comes out of a text shares its sentences with others, and holds no transcript that a string of it was cut out of.
    read.set(id, parse(body));
    if (written.size === keptAtOnce) await keep();
  }
  await keep();
  return read;
}

/** @returns all results, and those of journeys on which no detector failed: the others are judged again tomorrow */
async function judgeOthers(
  known: Results,
  { models, name, about, traces }: Judging,
  { store, links, context, surveys, pause }: KeptInput,
): Promise<Record<'fresh' | 'sound', Results>> {
  const fresh: Results = new Map();
  const sound: Results = new Map();
  let faults = 0;
  const onFault = (detector: string, message: string) => {
    faults += 1;
    context.onFault(detector, message);
  };
  const judge = createJudge(models, { ...context, onFault }, traces);
  for await (const journey of journeyReader(store, without(known, links), surveys, pause)()) {
    const before = faults;
    const result = judge(journey);
    traces.delete(result.session);
    const { session, link } = result;
    const one = { by: name, about: about.get(session) ?? null, doubt: doubtOf(link), result };
    fresh.set(session, one);
    if (faults === before) sound.set(session, one);
  }
  return { fresh, sound };
}

/** Results of the very same records and links, that are as they would be judged tonight. */
async function resultsThat(
  stand: (one: KeptResult, session: string) => boolean,
  input: KeptInput,
): Promise<Results> {
  const kept = await evidenceOf('judged', input.links, input);
  return new Map(
    input.links.flatMap((link) => {
      const body = kept.get(link.session)?.body;
      if (body === undefined) return [];
      const one = JSON.parse(body) as KeptResult;
      const isSame = one.doubt === doubtOf(link) && stand(one, link.session);
      return isSame ? [[link.session, one] as const] : [];
    }),
  );
}

const keepResults = (results: Results, input: KeptInput): Promise<void> =>
  keepEvidence('judged', input, results, (one) => JSON.stringify(one satisfies KeptResult));
