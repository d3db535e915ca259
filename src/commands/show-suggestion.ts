/** A suggestion of the last night: the change, for which repair, out of which journeys, and how it was tested. */
import type { Suggestion } from '../domain/suggestion.js';
import type { Ticket } from '../domain/ticket.js';
import type { Store } from '../store/store.js';
import { reviewed } from '../suggest/decisions.js';
import type { CommandOutcome } from './command.js';
import { changeIn } from './review-list.js';

const quoted = 3;

export async function findSuggestion(id: string, store: Store): Promise<CommandOutcome | null> {
  const night = await store.lastGoodNight();
  const found = night === null ? [] : await store.suggestions(night);
  const stored = found.find((one) => one.id === id);
  if (night === null || !stored) return null;
  const said = (await store.reviews()).find(({ suggestion }) => suggestion === id);
  const suggestion = reviewed(stored, said);
  const ticket = (await store.tickets(night)).find((one) => one.id === suggestion.ticket);
  return {
    text: [...describe(suggestion, ticket), ...(await quotes(suggestion, ticket, store))].join(
      '\n',
    ),
    data: { suggestion, ticket },
  };
}

function describe(suggestion: Suggestion, ticket: Ticket | undefined): string[] {
  const { id, kind, change, gate, conflicts, backtest, review } = suggestion;
  const by = [review.by && ` by ${review.by}`, review.at && ` at ${review.at}`].filter(Boolean);
  return [
    `${id}  ${kind}, ${review.decision}${by.join('')}`,
    change,
    ...(ticket ? [`For ${ticket.rank}. ${ticket.title} (${ticket.id}): ${ticket.why}`] : []),
    '',
    ...changeIn(suggestion),
    '',
    `Test: ${gate.verdict}, ${gate.reason}`,
    ...(backtest
      ? [
          `  ${backtest.engine} on ${backtest.n} texts: ${share(backtest.overall)}; in scope ${share(backtest.inScope)}${backtest.outOfScope ? `; out of scope ${share(backtest.outOfScope)}` : ''}`,
        ]
      : []),
    ...conflicts.map((one) => `  conflict: ${one}`),
  ];
}

const share = ({ before, after }: { before: number; after: number }): string =>
  `${(100 * before).toFixed(1)} to ${(100 * after).toFixed(1)} %`;

/** The customers' words that its phrases come from; else what it was drawn from, or its ticket was. */
async function quotes(
  { phrases, evidence = [] }: Suggestion,
  ticket: Ticket | undefined,
  store: Store,
): Promise<string[]> {
  const sources = phrases.flatMap(({ sources: [first] }) => first ?? []).slice(0, quoted);
  const journeys = await Promise.all(sources.map(({ sessionId }) => store.journey(sessionId)));
  const sessions = await store.sessionsById(journeys.flatMap((one) => one?.session ?? []));
  const said = sources.flatMap(({ sessionId, turn }) => {
    const text = sessions.find((one) => one.sessionId === sessionId)?.turns[turn]?.text;
    return text ? [{ sessionId, turn: `bot:${turn}`, text }] : [];
  });
  const drawn = (evidence.length > 0 ? evidence : (ticket?.evidence ?? [])).slice(0, quoted);
  const all =
    said.length > 0
      ? said
      : drawn.map((one) => ({
          sessionId: one.sessionId,
          turn: one.turns.join(' '),
          text: one.quote,
        }));
  return all.length === 0
    ? []
    : ['', 'Out of:', ...all.map(({ sessionId, turn, text }) => `  ${sessionId} ${turn}  ${text}`)];
}
