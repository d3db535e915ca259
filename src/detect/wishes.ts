/** What customers wanted, learned from all journeys: words and labels teach each other. */
import { labelOf } from '../domain/no-intent.js';
import { dependence } from '../intents/dependence.js';
import type { Distribution } from '../intents/distribution.js';
import { learnOutcomes, type Observation } from '../intents/outcome-model.js';
import { type Reread, readAgain, readOnce } from '../intents/second-reading.js';
import { readings, teachesFrom } from '../intents/settings.js';
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

/** A second reading of a journey's words, by a classifier that has learned from this centre's contacts as well. */
export interface SecondReading {
  toBot: Distribution | null;
  toAgent: Distribution | null;
}

export interface Wishes {
  model: IntentModel;
  /** The best reading of each journey's words, by session. */
  words: ReadonlyMap<string, Words>;
  /** The second readings that these words come from; none where there was nothing to learn from. */
  readings: ReadonlyMap<string, SecondReading>;
}

interface Heard {
  trace: Trace;
  words: Words;
}

/**
 * @param traces in an order that does not depend on how they came
 * @param kept second readings of earlier nights, by session. Where most journeys have one, only the others are read, by one
 *   classifier that those with one have taught; else all are, each by a classifier that was taught without it.
 */
export function learnWishes(
  traces: readonly Trace[],
  kept: ReadonlyMap<string, SecondReading>,
  tools: QuestionTools,
): Wishes {
  const all: Heard[] = traces.map((trace) => ({ trace, words: trace.words }));
  const settled = all.filter(({ trace }) => kept.has(trace.session));
  const found =
    settled.length > mostSettled * all.length ? readOthers(all, kept, tools) : readAll(all, tools);
  const words = all.map(({ trace, words: said }) => [trace.session, said] as const);
  return { ...found, words: new Map(words) };
}

/** From this share of journeys with a second reading on, they teach the rest as well as all would teach each other. */
const mostSettled = 0.5;

type Learned = Pick<Wishes, 'model' | 'readings'>;

function readAll(all: Heard[], tools: QuestionTools): Learned {
  let model = learnModel(all, tools);
  const { train, wants } = tools;
  const lessons = lessonsFor(tools);
  const found = new Map<string, SecondReading>();
  if (!train || !lessons) return { model, readings: found };
  for (let reading = 0; reading < readings; reading++) {
    const known = all.map((one) => taughtBy(one, model, tools));
    if (!known.some(({ probability }) => probability >= teachesFrom)) break;
    const again = readAgain(known, lessons, train, (text, classifier) =>
      distributionOf(text, classifier, wants),
    );
    all.forEach((one, i) => {
      const second = again[i];
      if (!second) return;
      one.words = { ...one.words, ...second };
      found.set(one.trace.session, second);
    });
    model = learnModel(all, tools);
  }
  return { model, readings: found };
}

function readOthers(
  all: Heard[],
  kept: ReadonlyMap<string, SecondReading>,
  tools: QuestionTools,
): Learned {
  const found = new Map<string, SecondReading>();
  const others: Heard[] = [];
  for (const one of all) {
    const second = kept.get(one.trace.session);
    if (!second) others.push(one);
    else one.words = { ...one.words, ...second };
  }
  const { train, wants } = tools;
  const lessons = lessonsFor(tools);
  let model = learnModel(all, tools);
  if (!train || !lessons || others.length === 0) return { model, readings: found };
  const teachers = all.filter(({ trace }) => kept.has(trace.session));
  const known = teachers.map((one) => taughtBy(one, model, tools));
  const classifier = readOnce(known, lessons, train);
  for (const one of others) {
    const second = {
      toBot: distributionOf(one.trace.texts.toBot, classifier, wants),
      toAgent: distributionOf(one.trace.texts.toAgent, classifier, wants),
    };
    one.words = { ...one.words, ...second };
    found.set(one.trace.session, second);
  }
  model = learnModel(all, tools);
  return { model, readings: found };
}

function lessonsFor({ shadow, definition, wants }: QuestionTools) {
  if (!shadow || !definition || wants.length === 0) return null;
  return definition.intents.flatMap(({ name, examples }) =>
    examples.map((text) => ({ text, intent: labelOf(name) })),
  );
}

function taughtBy({ trace, words }: Heard, model: IntentModel, { config }: QuestionTools): Reread {
  const { toBot, toAgent } = trace.texts;
  const { name, probability, standing } = trueIntent(
    readIntent(words, trace.contact ?? undefined, model),
    model,
    config.trueIntentFrom,
  );
  return {
    key: trace.session,
    toBot,
    toAgent,
    intent: name,
    probability: standing === 'none' ? 0 : probability,
  };
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
