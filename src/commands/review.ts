import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UsageError } from '../domain/errors.js';
import type { Decision, Phrase, Review, Suggestion } from '../domain/suggestion.js';
import type { Ticket } from '../domain/ticket.js';
import { type ReviewedSuggestion, readReviewed } from '../publish/reviewed-file.js';
import type { Store } from '../store/store.js';
import { decide, keepingRefused, reviewed } from '../suggest/decisions.js';
import { inReadingOrder } from '../suggest/reading-order.js';
import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  type Outside,
  withKnownStore,
} from './command.js';
import { list } from './review-list.js';
import { reviewLoop } from './review-loop.js';
import { checkTexts, type Made, phraseReader } from './review-texts.js';

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

const decisions = { accept: 'accepted', reject: 'rejected', edit: 'edited' } as const;

/**
 * `handback review`: what is to be decided; `accept|reject|edit ID` or `--from FILE`: a person's word on suggestions of the
 * last night, which survives every later one.
 */
export async function run(options: ReviewOptions, outside: Outside): Promise<CommandOutcome> {
  const config = loadConfig(options, outside);
  return withKnownStore(config, async (store) => {
    const { suggestions, tickets, said } = await present(store);
    const save = async (made: readonly Pick<Made, 'decision'>[]) => {
      for (const { decision } of made)
        await store.saveReview(keepingRefused(decision, said.get(decision.suggestion)));
    };
    const { person } = outside;
    const isOpen = options.from === undefined && options.decision === undefined;
    if (isOpen && (!person || options.json || options.quiet))
      return list(suggestions, tickets, options.all === true);
    const readPhrase = await phraseReader(config);
    if (isOpen && person) {
      const kept = await reviewLoop(suggestions.filter(isPending), tickets, {
        ...person,
        readPhrase,
        check: (one) => checkTexts([one], { config, store, outside }),
        review: (decision) => reviewBy(options, decision, outside),
      });
      await save(kept);
      return kept.length === 0 ? { text: 'Nothing was decided.', data: {} } : told(kept, '');
    }
    const made =
      options.from === undefined
        ? [takeOne(options, suggestions, readPhrase, outside)]
        : takeFile(options.from, suggestions, readPhrase, outside);
    await checkTexts(made, { config, store, outside });
    await save(made);
    return told(made, options.from);
  });
}

const isPending = ({ review }: Suggestion): boolean => review.decision === 'pending';

function reviewBy(options: ReviewOptions, decision: Review['decision'], outside: Outside): Review {
  const by = options.by ?? outside.environment.USER;
  return { decision, at: at(outside), ...(by && { by }) };
}

type ReadPhrase = (text: string) => Pick<Phrase, 'text' | 'entities'>;

function told(made: readonly Made[], from: string | undefined): CommandOutcome {
  const said = made.map(({ decision: { suggestion, review } }) => ({ id: suggestion, review }));
  const text =
    made.length === 0
      ? `${from}: nothing new is decided.`
      : made.map(({ decision, suggestion }) => sentence(decision, suggestion)).join('\n');
  return { text, data: from === undefined ? said[0] : { decided: said } };
}

interface Present {
  /** As decided since, in the order in which a person reads them. */
  suggestions: Suggestion[];
  /** By id. */
  tickets: ReadonlyMap<string, Ticket>;
  /** What people have decided, by the suggestion's id. */
  said: ReadonlyMap<string, Decision>;
}

/** What the last night suggested. */
async function present(store: Store): Promise<Present> {
  const night = await store.lastGoodNight();
  if (night === null) throw new UsageError('no good night is there yet; run "handback nightly"');
  const said = new Map((await store.reviews()).map((one) => [one.suggestion, one]));
  const tickets = new Map((await store.tickets(night)).map((one) => [one.id, one]));
  const stored = (await store.suggestions(night)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const rankOf = (ticket: string) => tickets.get(ticket)?.rank ?? Number.MAX_SAFE_INTEGER;
  const suggestions = inReadingOrder(stored, rankOf).map((one) => reviewed(one, said.get(one.id)));
  return { suggestions, tickets, said };
}

function takeOne(
  options: ReviewOptions,
  suggestions: readonly Suggestion[],
  readPhrase: ReadPhrase,
  outside: Outside,
): Made {
  const { id } = options;
  const decision = decisions[options.decision as keyof typeof decisions];
  if (!decision)
    throw new UsageError(`${options.decision}: expected ${Object.keys(decisions).join(', ')}`);
  if (id === undefined) throw new UsageError(`${options.decision}: which suggestion? Give its id`);
  const suggestion = suggestions.find((one) => one.id === id);
  if (!suggestion) throw new UsageError(`${id}: ${unknownId}`);
  const review = reviewBy(options, decision, outside);
  const phrases =
    decision === 'edited' ? edited(suggestion, options, readPhrase) : suggestion.phrases;
  if (decision !== 'edited' && (options.drop ?? options.rewrite))
    throw new UsageError('--drop and --rewrite belong to "handback review edit"');
  const said = decide(suggestion, { review, phrases, prompt: suggestion.prompt });
  return { decision: said, suggestion };
}

const unknownId = 'the last night has no such suggestion; suggestions.yaml lists them';
const at = ({ now }: Outside) => new Date(now()).toISOString();

function edited(
  { phrases }: Suggestion,
  { drop = [], rewrite = [] }: ReviewOptions,
  readPhrase: ReadPhrase,
): Phrase[] {
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
    return text === undefined ? phrase : { ...phrase, ...readPhrase(text) };
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

function takeFile(
  name: string,
  suggestions: readonly Suggestion[],
  readPhrase: ReadPhrase,
  outside: Outside,
): Made[] {
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
          `${name}: ${one.id}: its texts were changed; set "decision: edited" beside them, or take the last night's own file`,
      ),
    );
  return pairs
    .filter(({ one, suggestion }) => isNews(one, suggestion))
    .map(({ one, suggestion }) => ({
      suggestion,
      decision: decisionOf(one, suggestion, readPhrase, outside),
    }));
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
function decisionOf(
  one: ReviewedSuggestion,
  suggestion: Suggestion,
  readPhrase: ReadPhrase,
  outside: Outside,
): Decision {
  const before = new Map(suggestion.phrases.map((phrase) => [phrase.text, phrase]));
  const phrases = one.phrases.map(({ text, entities }, i) => {
    const same = before.get(text);
    const place = one.phrases.length === suggestion.phrases.length ? suggestion.phrases[i] : null;
    const written = same ? { text, entities } : marked({ text, entities }, readPhrase);
    return { ...written, sources: (same ?? place)?.sources ?? [] };
  });
  const by = one.review.by ?? outside.environment.USER;
  const review = { ...one.review, at: one.review.at ?? at(outside), ...(by && { by }) };
  return decide(suggestion, { review, phrases, prompt: one.prompt });
}

/** Offsets that the file gives hold for its own text; where it gives none, values may be marked in the text. */
const marked = (given: Pick<Phrase, 'text' | 'entities'>, readPhrase: ReadPhrase) =>
  given.entities.length > 0 ? given : readPhrase(given.text);

function sentence({ review, rejectedPhrases }: Decision, { id, change, gate }: Suggestion): string {
  const n = rejectedPhrases.length;
  const gone = n === 0 ? '' : ` ${n} of its phrases will not come back.`;
  const held =
    review.decision !== 'rejected' && gate.verdict === 'refused'
      ? ` It is not exported before a night tests it otherwise: ${gate.reason}.`
      : '';
  return `${id} ${review.decision}: ${change}${gone}${held}`;
}
