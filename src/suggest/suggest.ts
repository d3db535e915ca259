/** Tickets in, concrete changes to the bot's training data out: drafted, tested, judged. */
import { createHash } from 'node:crypto';
import type { Healthy } from '../domain/ask-reading.js';
import type { Classifier, LabelledPhrase } from '../domain/classifier.js';
import type { SuggestConfig } from '../domain/config.js';
import type { BotDefinition } from '../domain/conversation.js';
import type { Handled, JourneyResult } from '../domain/journey.js';
import type { Lexicon } from '../domain/lexicon.js';
import type { Decision, LabelNoise, Suggestion, SuggestionKind } from '../domain/suggestion.js';
import type { Ticket } from '../domain/ticket.js';
import type { Language } from '../language/language.js';
import { type Engine, inProcess } from '../nlu/engine.js';
import { advices } from './advice/index.js';
import type { Advice, AdviceInput, SuggestionDraft } from './advice.js';
import { labelled } from './candidates.js';
import { type Confusions, confusionsOf, noConfusions } from './confusions.js';
import { type CrossValidation, createCrossValidation, type Test } from './cross-validation.js';
import { applyDecisions, type Drafted, type Unreviewed } from './decisions.js';
import { doubts } from './doubt.js';
import { judged } from './judged.js';
import { onceAnIntent, withoutRepeats, withoutSameChanges } from './once.js';
import { createPhrasing } from './phrasing.js';
import { inReadingOrder } from './reading-order.js';
import { refusalOf } from './refused.js';
import { replaceValues } from './replace.js';
import { byRisk } from './risk.js';
import { mostDoubted, mostTests } from './settings.js';
import { lessonsOf, readTraining, type Training } from './training.js';
import { testable, tryAll } from './trials.js';
import { trimOutOfScope } from './trim.js';
import { withSuggestions } from './with-suggestions.js';

export interface SuggestInput {
  /** In order of rank. */
  tickets: readonly Ticket[];
  results: readonly JourneyResult[];
  /** What the bot did by itself, with the intent that it took it for. */
  handled: readonly Handled[];
  definition: BotDefinition | null;
  /** What nothing is said of, since the night does not read its contacts well; nothing where absent. */
  heldBack?: ReadonlySet<Healthy['holds']>;
  train: (phrases: LabelledPhrase[]) => Classifier;
  /** The engine that suggestions are tested with; without one, the classifier that `train` gives. */
  judge?: Engine['train'];
  lexicon: Lexicon;
  language: Language;
  decisions: readonly Decision[];
  /** What was sought for before and stands: nothing is sought for these tickets, and nothing of it is proposed again. */
  stillProposed?: StillProposed;
  /** Called between parts of the work: what it throws breaks it off. */
  pause?: () => Promise<void>;
}

export interface StillProposed {
  /** Ids. */
  tickets: readonly string[];
  suggestions: readonly Suggestion[];
}

export interface Suggested {
  suggestions: Suggestion[];
  labelNoise: LabelNoise | null;
  /** The tickets given, each with the ids of its suggestions. */
  tickets: Ticket[];
}

/** The same input gives the same suggestions, in whatever order the journeys come. */
export async function suggest(input: SuggestInput, config: SuggestConfig): Promise<Suggested> {
  const { pause = async () => {} } = input;
  const training = readTraining(input.definition, input.train);
  await pause();
  const results = [...input.results].sort((a, b) => (a.session < b.session ? -1 : 1));
  const labelled = doubtable(input, config, results);
  const doubt = doubtsOf(labelled, training, input.train);
  await pause();
  const phrasing = createPhrasing({ ...input, results, training, labelled });
  await pause();
  const drafted = await draftAll(input, config, { training, results, doubt, phrasing });
  await pause();
  const drawn = applyDecisions(drafted, undecided(input), training);
  const bench = await benchFor(input, config, training, results, drawn);
  await pause();
  const drafts = bench ? await trimOutOfScope(bench, drawn, training.phrases.length) : drawn;
  await pause();
  const outcomes = bench ? await tryAll(bench, drafts, training.phrases.length) : new Map();
  const ranks = new Map(input.tickets.map(({ id }, i) => [id, i]));
  const suggestions = inReadingOrder(
    drafts.map((draft) => judged(draft, { training, bench, config, outcomes })),
    (ticket) => ranks.get(ticket) ?? ranks.size,
  );
  const tickets = withSuggestions(input.tickets, suggestions, input.decisions);
  return { suggestions, labelNoise: noiseOf(doubt), tickets };
}

/** The decisions on suggestions that stand are in these already. */
function undecided({ decisions, stillProposed }: SuggestInput): Decision[] {
  const known = new Set(stillProposed?.suggestions.map(({ id }) => id));
  return decisions.filter(({ suggestion }) => !known.has(suggestion));
}

function noiseOf(doubt: ReadonlyMap<string, number>): LabelNoise | null {
  if (doubt.size === 0) return null;
  const overturned = [...doubt.values()].reduce((sum, one) => sum + one, 0);
  return { labels: doubt.size, overturned: Math.round(overturned) };
}

async function draftAll(
  input: SuggestInput,
  config: SuggestConfig,
  made: Pick<AdviceInput, 'training' | 'results' | 'doubt' | 'phrasing'>,
): Promise<Unreviewed[]> {
  const { training, results } = made;
  const bySession = new Map(results.map((result) => [result.session, result]));
  const refused = (wanted: (kind: Decision['kind']) => boolean) =>
    refusalOf(
      input.decisions
        .filter(({ kind }) => wanted(kind))
        .flatMap(({ rejectedPhrases }) => rejectedPhrases),
      made.phrasing.masked,
      config.nearDuplicate,
    );
  const isRefused = refused((kind) => kind !== 'new_intent');
  const isNoNewIntent = refused((kind) => kind === 'new_intent');
  let found: Confusions | null = null;
  const confusions = () => {
    found ??= training.shadow ? confusionsOf(training, input.train) : noConfusions;
    return found;
  };
  const shared = { ...input, ...made, confusions, config, isRefused, isNoNewIntent };
  const sought = new Set(input.stillProposed?.tickets);
  const open = input.tickets.filter(({ id }) => !sought.has(id));
  const draftsFor = (ticket: Ticket): Unreviewed[] => {
    const sessions = [...new Set(ticket.sessions)].sort();
    const journeys = sessions.flatMap((session) => bySession.get(session) ?? []);
    const adviceInput: AdviceInput = { ...shared, journeys };
    return advices
      .filter((advice) => !isHeldBack(advice, input))
      .filter(({ answers }) => isWorthwhile(ticket) && answers.includes(ticket.repair))
      .flatMap((advice) => advice.advise(ticket, adviceInput))
      .flatMap((draft) => byRisk(draft, adviceInput))
      .map((draft) => ({ ...draft, ticket: ticket.id, id: idOf(ticket.id, draft) }));
  };
  const drafts: Unreviewed[] = [];
  for (const ticket of open) {
    await input.pause?.();
    drafts.push(...draftsFor(ticket));
  }
  const standing = input.stillProposed?.suggestions ?? [];
  const fresh = withoutRepeats(
    withoutSameChanges(drafts, standing),
    standing,
    config.nearDuplicate,
    made.phrasing.compared,
  );
  return onceAnIntent(fresh, config.maximumPhrases);
}

const kindsHeld: Readonly<Record<Healthy['holds'], ReadonlySet<SuggestionKind>>> = {
  slots: new Set(['add_slot', 'add_slot_examples', 'change_prompt']),
  phrases: new Set([
    ...(['add_phrases', 'move_phrases', 'remove_phrases', 'out_of_scope_phrases'] as const),
    ...(['new_intent', 'split_intent', 'merge_intents'] as const),
  ]),
};

const isHeldBack = ({ id }: Advice, { heldBack = new Set() }: SuggestInput): boolean =>
  [...heldBack].some((held) => kindsHeld[held].has(id));

/** Wordings are few to review however seldom an intent is wanted; any other change must be worth a place on the list. */
const isWorthwhile = ({ repair, listed, beyondUsual }: Ticket): boolean =>
  listed || (beyondUsual && (repair === 'teach_intent' || repair === 'new_intent'));

/** Whether suggestions are sought for a ticket: it is worthwhile, and some advice answers its repair. */
export const isSoughtFor = (ticket: Ticket): boolean =>
  isWorthwhile(ticket) && advices.some(({ answers }) => answers.includes(ticket.repair));

function idOf(ticket: string, { kind, target }: SuggestionDraft): string {
  const identity = JSON.stringify([ticket, kind, target]);
  return `S-${createHash('sha256').update(identity).digest('hex').slice(0, 10)}`;
}

/** null where there is nothing to test with, or nothing to test. */
async function benchFor(
  { definition, train, judge, handled }: SuggestInput,
  config: SuggestConfig,
  training: Training,
  results: readonly JourneyResult[],
  drafts: readonly Drafted[],
): Promise<CrossValidation | null> {
  if (!training.shadow || !drafts.some(testable)) return null;
  const journeys = labelledTexts(results, definition, config).map(
    ({ text, intent }): Test => ({ text, intent }),
  );
  const known = new Set(definition?.intents.map(({ name }) => name));
  const kept = handled
    .filter(({ intent }) => known.has(intent))
    .map(({ utterance, intent }): Test => {
      const { text } = replaceValues(utterance, definition?.slots ?? []);
      return { text, intent, handled: true };
    });
  return createCrossValidation(
    training,
    [...evenly(journeys), ...evenly(kept)],
    judge ?? inProcess(train),
  );
}

/** At most so many as a night can judge, from all over. */
function evenly<T>(tests: readonly T[]): T[] {
  const every = Math.ceil(tests.length / mostTests);
  return tests.filter((_, i) => i % every === 0);
}

/** What labelled journeys would teach, with made-up values. */
function labelledTexts(
  results: readonly JourneyResult[],
  definition: BotDefinition | null,
  config: SuggestConfig,
) {
  return results.flatMap((one) => {
    if (!one.utterance || !labelled(one, config.labelProbability)) return [];
    const { text } = replaceValues(one.utterance, definition?.slots ?? []);
    return [{ sessionId: one.sessionId, text, intent: one.trueIntent.name }];
  });
}

/** The labelled journeys of tickets; more than `mostDoubted` are too many to judge in a night, and are not doubted. */
function doubtable(
  { tickets, definition }: SuggestInput,
  config: SuggestConfig,
  results: readonly JourneyResult[],
) {
  const wanted = new Set(tickets.flatMap(({ sessions }) => sessions));
  const own = results.filter(({ session }) => wanted.has(session));
  return labelledTexts(own, definition, config).slice(0, mostDoubted);
}

function doubtsOf(
  texts: ReturnType<typeof labelledTexts>,
  training: Training,
  train: SuggestInput['train'],
): Map<string, number> {
  if (!training.shadow) return new Map();
  const doubt = doubts(lessonsOf(training), texts, train);
  return new Map(texts.map(({ sessionId }, i) => [sessionId, doubt[i] ?? 0]));
}
