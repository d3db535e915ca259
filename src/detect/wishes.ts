/** What customers wanted, learned from all journeys: words and labels teach each other. */
import { labelOf } from '../domain/no-intent.js';
import { dependence } from '../intents/dependence.js';
import { learnOutcomes, type Observation } from '../intents/outcome-model.js';
import {
  createRereader,
  type Lesson,
  lessonsOf,
  type Rereader,
  type SecondReading,
} from '../intents/second-reading.js';
import { readings } from '../intents/settings.js';
import {
  distributionOf,
  type IntentModel,
  readIntent,
  trueIntent,
  type Words,
} from '../intents/true-intent.js';
import type { QuestionTools } from '../questions/tools.js';
import { splitName } from '../transcript/clauses.js';
import type { Trace } from './trace.js';

/** What earlier nights taught, which stands for some nights: second readings by the same lessons are the same. */
export interface Standing {
  lessons: readonly Lesson[];
  /** Whether a journey was there when the lessons were chosen; by session. */
  wasThere(session: string): boolean;
  /** Readings by these lessons that were made before, by session. */
  readings: ReadonlyMap<string, SecondReading>;
}

export interface Wishes {
  model: IntentModel;
  /** The best reading of each journey's words, by session. */
  words: ReadonlyMap<string, Words>;
  /** What the second readings rest on: what stands, or what was chosen tonight. */
  lessons: readonly Lesson[];
  /** Second readings that were made tonight, by session; none where there was nothing to learn from. */
  readings: ReadonlyMap<string, SecondReading>;
}

interface Heard {
  trace: Trace;
  words: Words;
}

/** @param traces in an order that does not depend on how they came */
export function learnWishes(
  traces: readonly Trace[],
  standing: Standing | null,
  tools: QuestionTools,
): Wishes {
  const all: Heard[] = traces.map((trace) => ({ trace, words: trace.words }));
  const found = standing ? readBy(standing, all, tools) : readAnew(all, tools);
  const words = all.map(({ trace, words: said }) => [trace.session, said] as const);
  return { ...found, words: new Map(words) };
}

type Learned = Omit<Wishes, 'words'>;

/** Chooses lessons, reads all by them, and chooses once more by what was read. */
function readAnew(all: readonly Heard[], tools: QuestionTools): Learned {
  const found = new Map<string, SecondReading>();
  let learned: Learned = { model: learnModel(all, tools), lessons: [], readings: found };
  for (let reading = 0; reading < readings; reading++) {
    const { model } = learned;
    const lessons = lessonsOf(all.map((one) => lessonOf(one, model, tools)));
    const reread = lessons.length === 0 ? null : rereader(lessons, tools);
    if (!reread) break;
    for (const one of all)
      found.set(one.trace.session, listenAgain(one, reread(toldIn(one), true)));
    learned = { model: learnModel(all, tools), lessons, readings: found };
  }
  return learned;
}

function readBy(standing: Standing, all: readonly Heard[], tools: QuestionTools): Learned {
  const { lessons, wasThere, readings: known } = standing;
  const found = new Map<string, SecondReading>();
  const reread = rereader(lessons, tools);
  for (const one of all) {
    const { session } = one.trace;
    const before = known.get(session);
    if (before) listenAgain(one, before);
    else if (reread) found.set(session, listenAgain(one, reread(toldIn(one), wasThere(session))));
  }
  return { model: learnModel(all, tools), lessons, readings: found };
}

function listenAgain(one: Heard, second: SecondReading): SecondReading {
  one.words = { ...one.words, ...second };
  return second;
}

const toldIn = ({ trace: { session, texts } }: Heard) => ({ key: session, ...texts });

/** null where there is nothing to learn from. */
function rereader(
  lessons: readonly Lesson[],
  { shadow, definition, wants, train }: QuestionTools,
): Rereader | null {
  if (!shadow || !definition || !train || wants.length === 0) return null;
  const phrases = definition.intents.flatMap(({ name, examples }) =>
    examples.map((text) => ({ text, intent: labelOf(name) })),
  );
  return createRereader(lessons, phrases, train, (text, classifier) =>
    distributionOf(text, classifier, wants),
  );
}

function lessonOf(one: Heard, model: IntentModel, { config }: QuestionTools): Lesson {
  const { name, probability, standing } = trueIntent(
    readIntent(one.words, one.trace.contact ?? undefined, model),
    model,
    config.trueIntentFrom,
  );
  return { ...toldIn(one), intent: name, probability: standing === 'none' ? 0 : probability };
}

function learnModel(all: readonly Heard[], tools: QuestionTools): IntentModel {
  const { config, wants: intents } = tools;
  const observe = (labelOf: (trace: Trace) => string | undefined): Observation[] =>
    all.flatMap(({ trace, words }) => {
      const label = labelOf(trace);
      const posterior = words.toAgent ?? words.toBot;
      return label !== undefined && posterior ? [{ label, posterior }] : [];
    });
  const codes = new Map(Object.entries(config.outcomes));
  for (const { trace } of all) {
    const code = trace.contact?.outcome.reason;
    if (code !== undefined && !codes.has(code) && saysNothing(code, tools)) codes.set(code, null);
  }
  const byCode = learnOutcomes(
    observe(({ contact }) => contact?.outcome.reason),
    intents,
    codes,
  );
  const byQueue = learnOutcomes(
    observe(({ contact }) => contact?.queue),
    intents,
    new Map(Object.entries(config.queues)),
  );
  const filed = all.flatMap(({ trace: { contact } }) =>
    contact?.queue === undefined || contact.outcome.reason === undefined
      ? []
      : [[contact.outcome.reason, contact.queue] as const],
  );
  return {
    intents,
    codes: byCode.model,
    queues: byQueue.model,
    reliability: byCode.reliability,
    base: byCode.base,
    queueFollows: dependence(filed),
  };
}

/** "Other", "general enquiry", "no code": filed so that it is filed. */
function saysNothing(code: string, { lexicon }: QuestionTools): boolean {
  const empty = new Set(lexicon.emptyCodes);
  return splitName(code).every((word) => empty.has(word));
}
