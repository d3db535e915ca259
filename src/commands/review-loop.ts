/** Suggestions one by one on a terminal: accept, edit, reject, leave for later, undo. Nothing is kept before the end. */
import { UsageError } from '../domain/errors.js';
import type { Phrase, Review, Suggestion } from '../domain/suggestion.js';
import type { Ticket } from '../domain/ticket.js';
import { decide } from '../suggest/decisions.js';
import { writeMarked } from '../text/marked.js';
import { changeIn } from './review-list.js';
import type { Made } from './review-texts.js';

export interface Reviewing {
  /** null: the person has gone. */
  ask(question: string): Promise<string | null>;
  /** A text as the person leaves it in their editor; null where it could not be opened. */
  edit(text: string): Promise<string | null>;
  say(text: string): void;
  readPhrase(text: string): Pick<Phrase, 'text' | 'entities'>;
  /** @throws UsageError when a decision may not be kept. */
  check(made: Made): Promise<void>;
  review(decision: Review['decision']): Review;
}

const keys = '[a]ccept  [e]dit  [r]eject  [n]ext  [u]ndo  [q]uit';

/** @returns what was decided, in order; what was undone is not among it */
export async function reviewLoop(
  open: readonly Suggestion[],
  tickets: ReadonlyMap<string, Ticket>,
  tools: Reviewing,
): Promise<Made[]> {
  /** One a suggestion that was passed; null where it was left for later. */
  const passed: (Made | null)[] = [];
  while (passed.length < open.length) {
    const suggestion = open[passed.length] as Suggestion;
    tools.say(shown(suggestion, tickets, passed.length + 1, open.length));
    const answer = (await tools.ask(`${keys}: `))?.trim().toLowerCase() ?? 'q';
    if (answer.startsWith('q')) break;
    if (answer.startsWith('u')) {
      if (passed.length === 0) tools.say('There is nothing to undo.');
      else passed.pop();
    } else if (answer === '' || answer.startsWith('n')) passed.push(null);
    else {
      const made = await decided(answer, suggestion, tools);
      if (made) passed.push(made);
    }
  }
  return passed.flatMap((made) => made ?? []);
}

function shown(
  one: Suggestion,
  tickets: ReadonlyMap<string, Ticket>,
  n: number,
  of: number,
): string {
  const ticket = tickets.get(one.ticket);
  return [
    '',
    `${n} of ${of}  ${one.id}  ${one.kind}: ${one.change}`,
    ...(ticket ? [`    for ${ticket.rank}. ${ticket.title}`] : []),
    `    ${one.gate.verdict}: ${one.gate.reason}`,
    ...changeIn(one),
  ].join('\n');
}

async function decided(
  answer: string,
  suggestion: Suggestion,
  tools: Reviewing,
): Promise<Made | null> {
  try {
    const made = await madeBy(answer, suggestion, tools);
    if (made) await tools.check(made);
    else tools.say('Nothing was decided.');
    return made;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    tools.say(error.problems.join('\n'));
    return null;
  }
}

async function madeBy(
  answer: string,
  suggestion: Suggestion,
  tools: Reviewing,
): Promise<Made | null> {
  if (answer.startsWith('a')) return madeOf(suggestion, 'accepted', suggestion.phrases, tools);
  if (answer.startsWith('r')) return madeOf(suggestion, 'rejected', suggestion.phrases, tools);
  return answer.startsWith('e') ? editedBy(suggestion, tools) : null;
}

const madeOf = (
  suggestion: Suggestion,
  decision: Review['decision'],
  phrases: Phrase[],
  { review }: Reviewing,
): Made => ({
  suggestion,
  decision: decide(suggestion, { review: review(decision), phrases, prompt: suggestion.prompt }),
});

const note = '# One phrase a line, values as [words](slot). Take lines out or rewrite them.';

/** A line that stands as it was keeps its provenance; a new wording has that of the line in whose place it stands. */
async function editedBy(suggestion: Suggestion, tools: Reviewing): Promise<Made | null> {
  const before = suggestion.phrases.map(({ text, entities }) =>
    writeMarked({ text, marks: entities.map(({ slot, ...place }) => ({ name: slot, ...place })) }),
  );
  const text = await tools.edit(`${[note, ...before].join('\n')}\n`);
  if (text === null) return null;
  const lines = text.split('\n').filter((line) => line.trim() !== '' && line !== note);
  if (lines.join('\n') === before.join('\n')) return null;
  const phrases = lines.map((line, i): Phrase => {
    const same = suggestion.phrases[before.indexOf(line)];
    if (same) return same;
    const place = lines.length === before.length ? suggestion.phrases[i] : undefined;
    return { ...tools.readPhrase(line), sources: place?.sources ?? [] };
  });
  return madeOf(suggestion, 'edited', phrases, tools);
}
