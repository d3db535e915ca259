/** The classifier with and without a suggestion, on journeys that gave no phrase and on training phrases held back. */
import type { Classifier, LabelledPhrase } from '../domain/classifier.js';
import type { Backtest } from '../domain/suggestion.js';
import type { Draft } from './advice.js';
import { phraseKey, type Training } from './training.js';

type Train = (phrases: LabelledPhrase[]) => Classifier;

/** Right or wrong, by utterance of the test. */
export interface Tried {
  engine: string;
  right: boolean[];
}

export interface Bench {
  tests: readonly LabelledPhrase[];
  before: Tried;
  try(drafts: readonly Draft[]): Tried;
}

/** One training phrase in five is held back, as in five-fold cross-validation of which one round is run. */
const everyNth = 5;

/** @param journeys utterances with their labels, none of which is a phrase of a draft. */
export function createBench(
  training: Training,
  journeys: readonly LabelledPhrase[],
  train: Train,
): Bench {
  const seen = new Map<string, number>();
  const held: LabelledPhrase[] = [];
  const kept: LabelledPhrase[] = [];
  for (const { text, intent } of training.phrases) {
    const count = (seen.get(intent) ?? 0) + 1;
    seen.set(intent, count);
    (count % everyNth === 0 ? held : kept).push({ text, intent });
  }
  const tests = [...journeys, ...held];
  const run = (phrases: LabelledPhrase[]): Tried => {
    const classifier = train(phrases);
    const right = tests.map(({ text, intent }) => classifier.classify(text).intent === intent);
    return { engine: classifier.engine, right };
  };
  return { tests, before: run(kept), try: (drafts) => run(withDrafts(kept, drafts)) };
}

/** The training data as it would be with these drafts in it. */
export function withDrafts(
  phrases: readonly LabelledPhrase[],
  drafts: readonly Draft[],
): LabelledPhrase[] {
  const target = new Map<string, string>();
  for (const { kind, fromIntent, intent, phrases: moved } of drafts)
    if (kind === 'move_phrases' && intent !== undefined)
      for (const { text } of moved) target.set(`${fromIntent}\n${phraseKey(text)}`, intent);
  const present = phrases.map(({ text, intent }) => ({
    text,
    intent: target.get(`${intent}\n${phraseKey(text)}`) ?? intent,
  }));
  const added = drafts.flatMap((draft) =>
    draft.kind === 'move_phrases'
      ? []
      : draft.phrases.map(({ text }) => ({ text, intent: draft.intent ?? null })),
  );
  return [...present, ...added];
}

/** How an intent's test utterances (null: those of no intent) changed. */
export interface Change {
  intent: string | null;
  before: number;
  after: number;
  wins: number;
  losses: number;
}

/** By intent, in order of name; those of no intent first. */
export function changesByIntent({ tests, before }: Bench, after: Tried): Change[] {
  const changes = new Map<string | null, Change & { n: number }>();
  tests.forEach(({ intent }, i) => {
    const change = changes.get(intent) ?? { intent, before: 0, after: 0, wins: 0, losses: 0, n: 0 };
    changes.set(intent, change);
    const [was, is] = [before.right[i] === true, after.right[i] === true];
    change.n += 1;
    if (was) change.before += 1;
    if (is) change.after += 1;
    if (is && !was) change.wins += 1;
    if (was && !is) change.losses += 1;
  });
  return [...changes.values()]
    .sort((a, b) => ((a.intent ?? '') < (b.intent ?? '') ? -1 : 1))
    .map(({ n, ...change }) => ({ ...change, before: change.before / n, after: change.after / n }));
}

export function backtestOf(bench: Bench, after: Tried): Backtest {
  const share = (wanted: (intent: string | null) => boolean) => {
    const places = [...bench.tests.keys()].filter((i) => wanted(bench.tests[i]?.intent ?? null));
    const of = ({ right }: Tried) =>
      places.filter((i) => right[i] === true).length / Math.max(1, places.length);
    return { before: of(bench.before), after: of(after), n: places.length };
  };
  const accuracy = ({ before, after }: { before: number; after: number }) => ({ before, after });
  const overall = share(() => true);
  const outside = share((intent) => intent === null);
  const worst = changesByIntent(bench, after)
    .filter(({ intent }) => intent !== null)
    .sort((a, b) => a.after - a.before - (b.after - b.before))[0];
  return {
    engine: after.engine,
    overall: accuracy(overall),
    inScope: accuracy(share((intent) => intent !== null)),
    outOfScope: outside.n === 0 ? null : accuracy(outside),
    worstIntent: worst
      ? { intent: worst.intent ?? '', before: worst.before, after: worst.after }
      : null,
    n: overall.n,
  };
}
