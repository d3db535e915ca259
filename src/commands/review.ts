import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../domain/errors.js';
import type { Decision, Phrase, Review, Suggestion } from '../domain/suggestion.js';
import { type ReviewedSuggestion, readReviewed } from '../publish/reviewed-file.js';
import type { Store } from '../store/store.js';
import { decide, reviewed } from '../suggest/decisions.js';
import { reviewOrder } from '../suggest/gate.js';
import { personalData } from '../suggest/personal-data.js';
import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  type Outside,
  withStore,
} from './command.js';

export interface ReviewOptions extends CommonOptions {
  /** Nothing: list what is to be decided. */
  decision?: string;
  id?: string;
  /** A reviewed suggestions.yaml; decides all that it decides. */
  from?: string;
  /** Numbers of phrases to leave out, from 1. */
  drop?: number[];
  /** `2=other words`: phrase 2 in other words. */
  rewrite?: string[];
  by?: string;
  /** List everything, not the first alone. */
  all?: boolean;
}

/** What a person reads in one go. */
const shown = 20;
const decisions = { accept: 'accepted', reject: 'rejected', edit: 'edited' } as const;

/**
 * `handback review`: what is to be decided; `accept|reject|edit ID` or `--from FILE`: a person's word on suggestions of the
 * last night, which survives every later one.
 */
export async function run(options: ReviewOptions, outside: Outside): Promise<CommandOutcome> {
  const config = loadConfig(options, outside);
  return withStore(config, async (store) => {
    const suggestions = await present(store);
    if (options.from !== undefined) return takeFile(options.from, suggestions, store, outside);
    if (options.decision === undefined) return list(suggestions, options.all === true);
    return takeOne(options, suggestions, store, outside);
  });
}

/** The suggestions of the last night, as decided since, in the order of their tickets. */
async function present(store: Store): Promise<Suggestion[]> {
  const night = await store.lastGoodNight();
  if (night === null) throw new UsageError('no night has run yet; run "handback nightly"');
  const said = new Map((await store.reviews()).map((one) => [one.suggestion, one]));
  const rank = new Map((await store.tickets(night)).map((one) => [one.id, one.rank]));
  const rankOf = ({ ticket }: Suggestion) => rank.get(ticket) ?? Number.POSITIVE_INFINITY;
  return (await store.suggestions(night))
    .sort((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1))
    .map((one) => reviewed(one, said.get(one.id)));
}

/** What needs least thought first; within that, what is worth most. */
function list(suggestions: readonly Suggestion[], all: boolean): CommandOutcome {
  const open = suggestions
    .filter(({ review }) => review.decision === 'pending')
    .sort((a, b) => reviewOrder(a) - reviewOrder(b));
  const first = all ? open : open.slice(0, shown);
  const lines = first.flatMap(({ id, gate, kind, change, phrases, prompt }) => [
    `${id}  ${gate.verdict.padEnd(7)} ${kind}: ${change}`,
    `    ${gate.reason}`,
    ...phrases.map(({ text }, i) => `    ${String(i + 1).padStart(2)}  ${text}`),
    ...(prompt === undefined ? [] : [`    prompt: ${prompt}`]),
  ]);
  const text =
    open.length === 0
      ? 'Nothing is to be decided.'
      : [
          `To be decided: ${open.length}. "handback review accept ID", "reject ID", or "edit ID --drop 2 --rewrite '3=other words'".`,
          ...lines,
          ...(first.length < open.length
            ? [`${open.length - first.length} more: "handback review --all".`]
            : []),
        ].join('\n');
  return { text, data: { suggestions: open } };
}

async function takeOne(
  options: ReviewOptions,
  suggestions: readonly Suggestion[],
  store: Store,
  outside: Outside,
): Promise<CommandOutcome> {
  const { id, by } = options;
  const decision = decisions[options.decision as keyof typeof decisions];
  if (!decision)
    throw new UsageError(`${options.decision}: expected ${Object.keys(decisions).join(', ')}`);
  if (id === undefined) throw new UsageError(`${options.decision}: which suggestion? Give its id`);
  const suggestion = suggestions.find((one) => one.id === id);
  if (!suggestion) throw new UsageError(`${id}: ${unknownId}`);
  const review: Review = { decision, at: at(outside), ...(by !== undefined && { by }) };
  const phrases = decision === 'edited' ? edited(suggestion, options) : suggestion.phrases;
  if (decision !== 'edited' && (options.drop ?? options.rewrite))
    throw new UsageError('--drop and --rewrite belong to "handback review edit"');
  const made = decide(suggestion, { review, phrases, prompt: suggestion.prompt });
  refusePersonal([made]);
  await store.saveReview(made);
  return { text: sentence(made, suggestion), data: { id, review: made.review } };
}

const unknownId = 'the last night has no such suggestion; suggestions.yaml lists them';
const at = ({ now }: Outside) => new Date(now()).toISOString();

function edited({ phrases }: Suggestion, { drop = [], rewrite = [] }: ReviewOptions): Phrase[] {
  const texts = new Map(rewrite.map((one) => rewritten(one)));
  const numbers = [...drop, ...texts.keys()];
  if (numbers.length === 0)
    throw new UsageError("edit: say what, with --drop 2 or --rewrite '2=other words'");
  const wrong = numbers.find((n) => !(n >= 1 && n <= phrases.length));
  if (wrong !== undefined)
    throw new UsageError(`edit: phrase ${wrong}: there are ${phrases.length}, counted from 1`);
  return phrases.flatMap((phrase, i) => {
    if (drop.includes(i + 1)) return [];
    const text = texts.get(i + 1);
    return text === undefined ? phrase : { ...phrase, text, entities: [] };
  });
}

function rewritten(given: string): [number, string] {
  const [, number, text] = /^\s*(\d+)\s*=\s*(.+)$/s.exec(given) ?? [];
  if (number === undefined || text === undefined)
    throw new UsageError(
      `--rewrite ${given}: expected a phrase's number and its words, as 2=words`,
    );
  return [Number(number), text.trim()];
}

async function takeFile(
  name: string,
  suggestions: readonly Suggestion[],
  store: Store,
  outside: Outside,
): Promise<CommandOutcome> {
  const given = readReviewed(read(resolve(outside.cwd, name)), name);
  const byId = new Map(suggestions.map((one) => [one.id, one]));
  const unknown = given.filter(({ id, review }) => review.decision !== 'pending' && !byId.has(id));
  if (unknown.length > 0)
    throw new UsageError(unknown.map(({ id }) => `${name}: ${id}: ${unknownId}`));
  const pairs = given.flatMap((one) => {
    const suggestion = byId.get(one.id);
    return suggestion ? [{ one, suggestion }] : [];
  });
  const undecided = pairs.filter(
    ({ one, suggestion }) => one.review.decision === 'pending' && isChanged(one, suggestion),
  );
  if (undecided.length > 0)
    throw new UsageError(
      undecided.map(
        ({ one }) =>
          `${name}: ${one.id}: its texts were changed; set "decision: edited" beside them`,
      ),
    );
  const made = pairs
    .filter(({ one, suggestion }) => isNews(one, suggestion))
    .map(({ one, suggestion }) => ({ suggestion, decision: decisionOf(one, suggestion, outside) }));
  refusePersonal(made.map(({ decision }) => decision));
  for (const { decision } of made) await store.saveReview(decision);
  return {
    text:
      made.length === 0
        ? `${name}: nothing new is decided.`
        : made.map(({ decision, suggestion }) => sentence(decision, suggestion)).join('\n'),
    data: {
      decided: made.map(({ decision: { suggestion, review } }) => ({ id: suggestion, review })),
    },
  };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${path}: cannot be read (${(error as NodeJS.ErrnoException).code})`);
  }
}

const textsOf = (phrases: readonly { text: string }[]) =>
  phrases.map(({ text }) => text).join('\n');
const isChanged = (one: ReviewedSuggestion, { phrases, prompt }: Suggestion) =>
  textsOf(one.phrases) !== textsOf(phrases) || one.prompt !== prompt;

function isNews(one: ReviewedSuggestion, suggestion: Suggestion): boolean {
  if (one.review.decision === 'pending') return false;
  return one.review.decision !== suggestion.review.decision || isChanged(one, suggestion);
}

/** A phrase that stands as it was keeps its provenance; a new wording has that of the one in whose place it stands. */
function decisionOf(one: ReviewedSuggestion, suggestion: Suggestion, outside: Outside): Decision {
  const before = new Map(suggestion.phrases.map((phrase) => [phrase.text, phrase]));
  const phrases = one.phrases.map(({ text, entities }, i) => {
    const same = before.get(text);
    const place = one.phrases.length === suggestion.phrases.length ? suggestion.phrases[i] : null;
    return { text, entities, sources: (same ?? place)?.sources ?? [] };
  });
  const review = { ...one.review, at: one.review.at ?? at(outside) };
  return decide(suggestion, { review, phrases, prompt: one.prompt });
}

/** A person may have written it; it would be imported all the same. */
function refusePersonal(made: readonly Decision[]): void {
  const problems = made.flatMap(({ suggestion, approved }) =>
    [...(approved?.phrases ?? []).map(({ text }) => text), approved?.prompt ?? ''].flatMap(
      (text) => {
        const found = personalData(text);
        return found ? [`${suggestion}: "${text}" carries ${found}`] : [];
      },
    ),
  );
  if (problems.length > 0) throw new UsageError(problems);
}

function sentence({ review, rejectedPhrases }: Decision, { id, change }: Suggestion): string {
  const n = rejectedPhrases.length;
  const gone = n === 0 ? '' : ` ${n} of its phrases will not come back.`;
  return `${id} ${review.decision}: ${change}${gone}`;
}
