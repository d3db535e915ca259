/** What is to be decided, as a person reads it. */
import type { Suggestion } from '../domain/suggestion.js';
import type { Ticket } from '../domain/ticket.js';
import { writeMarked } from '../text/marked.js';
import type { CommandOutcome } from './command.js';

/** What a person reads in one go. */
const shown = 20;

/** @param tickets by id */
export function list(
  suggestions: readonly Suggestion[],
  tickets: ReadonlyMap<string, Ticket>,
  all: boolean,
): CommandOutcome {
  const open = suggestions.filter(({ review }) => review.decision === 'pending');
  const first = all ? open : open.slice(0, shown);
  const lines = first.flatMap((one) => {
    const ticket = tickets.get(one.ticket);
    return [
      `${one.id}  ${one.gate.verdict.padEnd(7)} ${one.kind}: ${one.change}`,
      ...(ticket ? [`    for ${ticket.rank}. ${ticket.title}`] : []),
      `    ${one.gate.reason}`,
      ...changeIn(one),
    ];
  });
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

/** Phrases with their values marked, as a rewrite may be written; what comes has a plus before it, what goes a minus. */
export function changeIn({ kind, phrases, prompt }: Suggestion): string[] {
  const sign = kind === 'remove_phrases' ? '-' : '+';
  return [
    ...phrases.map(({ text, entities }, i) => {
      const marks = entities.map(({ slot, start, end }) => ({ name: slot, start, end }));
      return `    ${String(i + 1).padStart(2)} ${sign} ${writeMarked({ text, marks })}`;
    }),
    ...(prompt === undefined ? [] : [`    prompt: ${prompt}`]),
  ];
}
