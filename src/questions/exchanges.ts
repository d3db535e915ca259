/** A contact as exchanges: what the agent says until the customer speaks, and what the customer then says. */
import type { Contact } from '../domain/conversation.js';
import type { ReadTurn } from '../transcript/turns.js';

export interface Exchange {
  /** Positions of turns; the customer may be silent. */
  agent: number[];
  customer: number[];
}

/** In the order of the turns; what the customer says before any agent speaks belongs to none. */
export function exchangesOf({ turns }: Pick<Contact, 'turns'>): Exchange[] {
  const exchanges: Exchange[] = [];
  turns.forEach(({ actor }, turn) => {
    const last = exchanges.at(-1);
    if (actor === 'customer') last?.customer.push(turn);
    if (actor !== 'agent') return;
    if (last && last.customer.length === 0) last.agent.push(turn);
    else exchanges.push({ agent: [turn], customer: [] });
  });
  return exchanges;
}

/** An exchange, read. */
export interface ReadExchange {
  agent: number[];
  /** Turns of the customer's that answer. */
  answers: number[];
  given: ReadTurn[];
  /** Their forms. */
  answer: string[];
  /** They are a plain value. */
  isPlain: boolean;
  /** They are none, so that the answer may be still to come. */
  isOpen: boolean;
}

/**
 * "Your number?" "Hang on." "No rush." "It's 4821": the value answers the question before.
 *
 * @param givesWay what the agent says in an exchange asks for nothing
 */
export function withPostponed(
  exchanges: readonly ReadExchange[],
  givesWay: (exchange: ReadExchange) => boolean,
): ReadExchange[] {
  const all = [...exchanges];
  for (let at = all.length - 2; at >= 0; at--) {
    const [asked, next] = [all[at], all[at + 1]];
    if (!asked?.isOpen || !next?.isPlain || asked.answers.length === 0 || !givesWay(next)) continue;
    all[at] = { ...next, agent: asked.agent };
    all[at + 1] = {
      agent: next.agent,
      answers: [],
      given: [],
      answer: [],
      isPlain: false,
      isOpen: false,
    };
  }
  return all;
}
