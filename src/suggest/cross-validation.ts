/** The classifier with and without suggestions, by cross-validation over journeys and training phrases. */
import type { LabelledPhrase } from '../domain/classifier.js';
import { labelOf } from '../domain/no-intent.js';
import type { Backtest } from '../domain/suggestion.js';
import { seedOf } from '../lib/seed.js';
import type { Engine } from '../nlu/engine.js';
import { wilsonInterval } from '../stats/wilson-interval.js';
import type { SuggestionDraft } from './advice.js';
import { trialFolds } from './settings.js';
import { lessonsOf, phraseKey, type Training } from './training.js';

/** What the classifier made of each utterance of the test. */
export interface Predictions {
  engine: string;
  said: (string | null)[];
}

export interface Test extends LabelledPhrase {
  /** The bot did this one by itself. It shows what is lost and nothing else, since the label is the bot's own. */
  handled?: true;
  /** Said by a customer, not written by whoever trained the bot. */
  live?: true;
}

export interface CrossValidation {
  tests: readonly Test[];
  before: Predictions;
  try(drafts: readonly SuggestionDraft[]): Promise<Predictions>;
}

interface Fold {
  kept: LabelledPhrase[];
  tests: Test[];
}

const foldOf = (key: string) => seedOf(key) % trialFolds;

/**
 * In each fold a part of the training phrases and of the journeys is judged by what was trained on the rest. A wording gives
 * its phrase only in folds in which it is not judged, so that journeys both teach and test. Cost: four trainings a try; what was tried before costs nothing.
 *
 * @param journeys labelled by the agent side, or `handled` by the bot
 */
export async function createCrossValidation(
  training: Training,
  journeys: readonly Test[],
  train: Engine['train'],
): Promise<CrossValidation> {
  const parts = foldsOf(training, journeys);
  const run = async (drafts: readonly SuggestionDraft[]): Promise<Predictions> => {
    const tried: Predictions = { engine: '', said: [] };
    for (const [fold, { kept, tests }] of parts.entries()) {
      const trained = await train(withDrafts(kept, drafts, fold));
      const said = await trained.classify(tests.map(({ text }) => text));
      tried.engine = trained.engine;
      tried.said.push(...said.map(({ intent }) => intent));
    }
    return tried;
  };
  const tests = parts.flatMap((part) => part.tests);
  const tried = new Map<string, Promise<Predictions>>();
  return {
    tests,
    before: await run([]),
    try(drafts) {
      const key = contentOf(drafts);
      const found = tried.get(key) ?? run(drafts);
      tried.set(key, found);
      return found;
    },
  };
}

/** All of drafts that a classifier is told. */
const contentOf = (drafts: readonly SuggestionDraft[]): string =>
  JSON.stringify(
    drafts.map(({ kind, intent, fromIntent, phrases }) => [
      kind,
      intent,
      fromIntent,
      phrases.map(({ text }) => text),
    ]),
  );

function foldsOf(training: Training, journeys: readonly Test[]): Fold[] {
  const parts = Array.from({ length: trialFolds }, (): Fold => ({ kept: [], tests: [] }));
  const seen = new Map<string | null, number>();
  for (const { text, intent } of lessonsOf(training)) {
    const count = seen.get(intent) ?? 0;
    seen.set(intent, count + 1);
    parts.forEach((part, fold) => {
      (count % trialFolds === fold ? part.tests : part.kept).push({ text, intent });
    });
  }
  for (const one of journeys)
    parts[foldOf(phraseKey(one.text))]?.tests.push({ ...one, live: true });
  return parts;
}

/**
 * The training data as it would be with these drafts in it.
 *
 * @param judged the fold whose wordings are judged, and so give no phrases; none for the whole.
 */
export function withDrafts(
  phrases: readonly LabelledPhrase[],
  drafts: readonly SuggestionDraft[],
  judged = -1,
): LabelledPhrase[] {
  const target = new Map<string, string | null>();
  const place = (intent: string | undefined, text: string) =>
    `${intent === undefined ? null : labelOf(intent)}\n${phraseKey(text)}`;
  for (const { kind, fromIntent, intent, phrases: moved } of drafts)
    if (kind === 'move_phrases' && intent !== undefined)
      for (const { text } of moved) target.set(place(fromIntent, text), labelOf(intent));
  const removed = new Set(
    drafts
      .filter(({ kind }) => kind === 'remove_phrases')
      .flatMap(({ fromIntent, phrases: all }) => all.map(({ text }) => place(fromIntent, text))),
  );
  const present = phrases
    .filter(({ text, intent }) => !removed.has(`${intent}\n${phraseKey(text)}`))
    .map(({ text, intent }) => {
      const moved = target.get(`${intent}\n${phraseKey(text)}`);
      return { text, intent: moved === undefined ? intent : moved };
    });
  const added = drafts.flatMap((draft) =>
    draft.kind === 'move_phrases' || draft.kind === 'remove_phrases'
      ? []
      : draft.phrases
          .filter(({ text }) => foldOf(phraseKey(text)) !== judged)
          .map(({ text }) => ({ text, intent: draft.intent ?? null })),
  );
  return [...present, ...added];
}

/** Utterances that became right, and that became wrong. */
export interface Flips {
  wins: number;
  losses: number;
}

/** Over all that a backtest counts: not what the bot handled by itself. */
export function flipsOf({ tests, before }: CrossValidation, after: Predictions): Flips {
  const counted = [...tests.entries()].filter(([, { handled }]) => !handled);
  const became = (right: boolean) =>
    counted.filter(
      ([i, { intent }]) =>
        (after.said[i] === intent) === right && (before.said[i] === intent) !== right,
    ).length;
  return { wins: became(true), losses: became(false) };
}

/** How an intent's test utterances (null: those of no intent) changed. */
export interface Change {
  intent: string | null;
  /** Test utterances. */
  n: number;
  before: number;
  after: number;
  wins: number;
  losses: number;
  /** What the lost ones are taken for now, the most frequent first. */
  lostTo: (string | null)[];
}

/** By intent, in order of name; those of no intent first. */
export function changesByIntent(
  { tests, before }: CrossValidation,
  after: Predictions,
  counts: (test: Test) => boolean = () => true,
): Change[] {
  const places = new Map<string | null, number[]>();
  tests.forEach((test, i) => {
    if (!counts(test)) return;
    const { intent } = test;
    const own = places.get(intent);
    if (own) own.push(i);
    else places.set(intent, [i]);
  });
  return [...places]
    .sort(([a], [b]) => ((a ?? '') < (b ?? '') ? -1 : 1))
    .map(([intent, own]) => {
      const was = own.filter((i) => before.said[i] === intent);
      const is = own.filter((i) => after.said[i] === intent);
      const lost = was.filter((i) => after.said[i] !== intent);
      return {
        intent,
        n: own.length,
        before: was.length / own.length,
        after: is.length / own.length,
        wins: is.length - (was.length - lost.length),
        losses: lost.length,
        lostTo: byFrequency(lost.map((i) => after.said[i] ?? null)),
      };
    });
}

function byFrequency<T>(items: readonly T[]): T[] {
  const counts = new Map<T, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([item]) => item);
}

/**
 * 90 % interval of the change in an intent's share: Wilson's of the wins among the utterances that changed, the number of
 * these taken as given (as McNemar's test does).
 */
function changeInterval({ n, wins, losses }: Change): [low: number, high: number] {
  const changed = wins + losses;
  if (changed === 0) return [0, 0];
  const [low, high] = wilsonInterval(wins, changed, 0.9);
  return [((2 * low - 1) * changed) / n, ((2 * high - 1) * changed) / n];
}

export function backtestOf(bench: CrossValidation, after: Predictions): Backtest {
  const share = (wanted: (intent: string | null) => boolean) => {
    const places = [...bench.tests.keys()].filter(
      (i) => !bench.tests[i]?.handled && wanted(bench.tests[i]?.intent ?? null),
    );
    const of = ({ said }: Predictions) =>
      places.filter((i) => said[i] === bench.tests[i]?.intent).length / Math.max(1, places.length);
    return { before: of(bench.before), after: of(after), n: places.length };
  };
  const accuracy = ({ before, after }: { before: number; after: number }) => ({ before, after });
  const overall = share(() => true);
  const outside = share((intent) => intent === null);
  const [worst] = changesByIntent(bench, after, ({ handled }) => !handled)
    .filter(({ intent }) => intent !== null)
    .sort((a, b) => a.after - a.before - (b.after - b.before));
  return {
    engine: after.engine,
    overall: accuracy(overall),
    inScope: accuracy(share((intent) => intent !== null)),
    outOfScope: outside.n === 0 ? null : accuracy(outside),
    worstIntent: worst
      ? {
          intent: worst.intent ?? '',
          before: worst.before,
          after: worst.after,
          change: changeInterval(worst),
        }
      : null,
    n: overall.n,
  };
}
