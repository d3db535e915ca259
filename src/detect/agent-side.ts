/** The agent's transcript, read: what the agent asks for, where the answers are, how it opens. */
import type { Contact } from '../domain/conversation.js';
import type { InPlay } from './asks.js';
import type { Tools } from './tools.js';
import type { ReadTurn } from './turns.js';

export interface AgentAsk {
  turn: number;
  slot: string;
  confidence: number;
  kind: 'request' | 'confirm';
  /** Customer turns up to the agent's next one. */
  answers: number[];
}

export interface AgentReading {
  contact: Contact;
  turns: ReadTurn[];
  asks: AgentAsk[];
  customer: ReadTurn[];
  /** What the agent said before the customer had said something twice: at most three turns. */
  opening: ReadTurn[];
  /** First customer turn that says something, is no answer and no courtesy. */
  informative?: ReadTurn;
}

/** Words of an agent's turn that recurs in most contacts, to the factor by which its asks are discounted. */
export type Boilerplate = ReadonlyMap<string, number>;

export function readAgent(
  contact: Contact,
  tools: Tools,
  inPlay: InPlay,
  boilerplate: Boilerplate = new Map(),
): AgentReading {
  const turns = contact.turns.map((turn, i) => tools.readTurn(turn, i));
  const by = (actor: string) => turns.filter(({ index }) => contact.turns[index]?.actor === actor);
  const asks = by('agent').flatMap(({ index, text }) => {
    const discount = boilerplate.get(text) ?? 1;
    const answers = answersTo(contact, index);
    return tools.reader
      .read(text, inPlay)
      .map((ask) => ({ ...ask, turn: index, answers, confidence: ask.confidence * discount }));
  });
  const customer = by('customer');
  const answered = new Set(asks.flatMap(({ answers }) => answers));
  const informative = customer.find((turn) => isInformative(turn, answered));
  return {
    contact,
    turns,
    asks,
    customer,
    opening: openingOf(by('agent'), customer),
    ...(informative && { informative }),
  };
}

function answersTo(contact: Contact, ask: number): number[] {
  const answers: number[] = [];
  for (let i = ask + 1; i < contact.turns.length; i++) {
    const actor = contact.turns[i]?.actor;
    if (actor === 'customer') answers.push(i);
    if (actor === 'agent' && answers.length > 0) break;
  }
  return answers.slice(0, 2);
}

/** An answer of many words to "how can I help" is no slot's value. */
function isInformative(turn: ReadTurn, answered: ReadonlySet<number>): boolean {
  if (turn.courtesyOnly || turn.marks.has('human')) return false;
  return turn.content.length >= (answered.has(turn.index) ? 5 : 2);
}

function openingOf(agent: readonly ReadTurn[], customer: readonly ReadTurn[]): ReadTurn[] {
  const limit = customer.filter(({ content }) => content.length > 0)[0]?.index ?? Infinity;
  const before = agent.filter(({ index }) => index < limit);
  return (before.length > 0 ? before : agent.slice(0, 1)).slice(0, 3);
}
