/** What customers wanted, learned from all journeys: words and labels teach each other. */
import { labelledPhrases } from '../domain/no-intent.js';
import { dependence } from '../intents/dependence.js';
import { type Distribution, normalised } from '../intents/distribution.js';
import { type KnownOfLabels, learnOutcomes, type Observation } from '../intents/outcome-model.js';
import { type PhraseLabels, phraseLabels } from '../intents/phrase-labels.js';
import {
  createRereader,
  type Lesson,
  lessonsOf,
  type Rereader,
} from '../intents/second-reading.js';
import { readings, weightOf } from '../intents/settings.js';
import {
  claimOf,
  distributionOf,
  type IntentModel,
  readIntent,
  type Words,
} from '../intents/true-intent.js';
import type { QuestionTools } from '../questions/tools.js';
import { splitName } from '../transcript/clauses.js';
import { oneByOne, type Pause } from './pause.js';
import type { Trace } from './trace.js';

export interface Wishes {
  model: IntentModel;
  /** The best reading of each journey's words, by session. */
  words: ReadonlyMap<string, Words>;
  /** What the second readings rest on; none where there was nothing to learn from. */
  lessons: readonly Lesson[];
}

interface Heard {
  trace: Trace;
  words: Words;
}

/**
 * Chooses lessons, reads all by them, and chooses once more by what was read.
 *
 * @param traces in an order that does not depend on how they came
 * @param pause where the work may be broken off, by an error
 */
export async function learnWishes(
  traces: readonly Trace[],
  tools: QuestionTools,
  known: KnownOfLabels,
  pause: Pause,
): Promise<Wishes> {
  const all: Heard[] = traces.map((trace) => ({ trace, words: trace.words }));
  let learned = { model: learnModel(all, tools, known), lessons: noLessons };
  for (let reading = 0; reading < readings; reading++) {
    const { model } = learned;
    const lessons = lessonsOf(all.map((one) => lessonOf(one, model, tools)));
    const reread = lessons.length === 0 ? null : rereader(lessons, tools);
    if (!reread) break;
    await oneByOne(all, pause, (one) => {
      one.words = { ...one.words, ...reread(toldIn(one.trace)) };
    });
    learned = { model: learnModel(all, tools, known), lessons };
  }
  return { ...learned, words: new Map(all.map(({ trace, words }) => [trace.session, words])) };
}

/** What words and labels say of each other before anything else was read. */
export function firstHearing(
  traces: readonly Trace[],
  tools: QuestionTools,
  known: KnownOfLabels,
): Pick<Wishes, 'model' | 'words'> {
  const all = traces.map((trace) => ({ trace, words: trace.words }));
  const words = new Map(traces.map((trace) => [trace.session, trace.words]));
  return { model: learnModel(all, tools, known), words };
}

/** Under which wrap-up codes the bot's training phrases would be filed; empty where there is nothing to learn that from. */
export function phrasesFiledBy(traces: readonly Trace[], tools: QuestionTools): PhraseLabels {
  const { train, wants, definition } = tools;
  const phrases = labelledPhrases(definition);
  if (!train || phrases.length === 0) return new Map();
  const filed = traces.flatMap(({ session, texts: { toBot, toAgent }, contact }) => {
    const label = contact?.outcome.reason;
    if (label === undefined || saysNothing(label, tools)) return [];
    return { key: session, label, texts: [toBot, toAgent].flatMap((text) => text ?? []) };
  });
  return phraseLabels(filed, phrases, wants, train);
}

const noLessons: readonly Lesson[] = [];

/** The best reading of each journey's words by lessons that were chosen before. */
export async function wordsBy(
  lessons: readonly Lesson[],
  traces: readonly Trace[],
  tools: QuestionTools,
  pause: Pause,
): Promise<Map<string, Words>> {
  const reread = lessons.length === 0 ? null : rereader(lessons, tools);
  const words = new Map<string, Words>();
  await oneByOne(traces, pause, (trace) => {
    const second = reread?.(toldIn(trace));
    words.set(trace.session, { ...trace.words, ...second });
  });
  return words;
}

const toldIn = ({ session, texts }: Trace) => ({ key: session, ...texts });

/** null where there is nothing to learn from. */
function rereader(lessons: readonly Lesson[], tools: QuestionTools): Rereader | null {
  const { shadow, definition, wants, train } = tools;
  if (!shadow || !definition || !train || wants.length === 0) return null;
  const phrases = labelledPhrases(definition);
  return createRereader(lessons, phrases, train, (text, classifier) =>
    distributionOf(text, classifier, wants),
  );
}

function lessonOf(one: Heard, model: IntentModel, { config }: QuestionTools): Lesson {
  const { name, probability, standing } = claimOf(
    readIntent(one.words, one.trace.contact ?? undefined, model),
    model,
    config.trueIntentFrom,
  );
  return { ...toldIn(one.trace), intent: name, probability: standing === 'none' ? 0 : probability };
}

function learnModel(
  all: readonly Heard[],
  tools: QuestionTools,
  known: KnownOfLabels,
): IntentModel {
  const { config, wants: intents } = tools;
  const observe = (
    labelOf: (trace: Trace) => string | undefined,
    heard: (words: Words) => Distribution | null,
  ): Observation[] =>
    all.flatMap(({ trace, words }) => {
      const label = labelOf(trace);
      const posterior = heard(words);
      return label !== undefined && posterior ? [{ label, posterior }] : [];
    });
  const reviewed = new Map(Object.entries(config.outcomes));
  for (const { trace } of all) {
    const code = trace.contact?.outcome.reason;
    if (code !== undefined && !reviewed.has(code) && saysNothing(code, tools))
      reviewed.set(code, null);
  }
  const { reliability } = learnOutcomes(
    observe(({ contact }) => contact?.outcome.reason, heard),
    intents,
    reviewed,
    known,
  );
  const byCode = learnOutcomes(
    observe(({ contact }) => contact?.outcome.reason, heardBeside),
    intents,
    reviewed,
    known,
  );
  const byQueue = learnOutcomes(
    observe(({ contact }) => contact?.queue, heardBeside),
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
    filedHere: byCode.filedHere,
    queues: byQueue.model,
    reliability,
    base: byCode.base,
    queueFollows: dependence(filed),
  };
}

/** The customer's words by the light of what the agent asked for. */
function heard({ toAgent, toBot, asked }: Words): Distribution | null {
  const said = toAgent ?? toBot;
  if (!said || !asked) return said;
  return normalised(said.map((p, k) => p * (asked[k] ?? 0) ** weightOf.asked));
}

function heardBeside(words: Words): Distribution | null {
  const { byAgent } = words;
  const said = heard(words);
  return said && byAgent
    ? normalised(said.map((p, k) => p * (byAgent[k] ?? 0) ** weightOf.byAgent))
    : said;
}

/** "Other", "general enquiry", "no code": filed so that it is filed. */
function saysNothing(code: string, { lexicon }: QuestionTools): boolean {
  const empty = new Set(lexicon.emptyCodes);
  return splitName(code).every((word) => empty.has(word));
}
