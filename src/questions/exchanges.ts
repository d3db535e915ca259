/** A contact as exchanges: what the agent says until the customer speaks, and what the customer then says. */
import type { Contact } from '../domain/conversation.js';

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
