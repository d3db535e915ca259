/** A session as logs of one line an exchange have it: what the customer said, and what the bot answered to it. */
import type { BotSessionRecord } from '../../domain/records.js';

export type BotTurn = BotSessionRecord['turns'][number];

export interface LoggedExchange {
  at: string;
  /** Absent where the bot spoke first. */
  customer?: BotTurn;
  answers: BotTurn[];
  /** All slots that the bot holds after it. */
  held: Record<string, unknown>;
  /** What the bot acts on, which an answer to a question of its own does not change. */
  intent?: string;
  /** It did not understand. */
  fellBack: boolean;
  error?: string;
  asksFor?: string;
  /** The bot gives the customer to an agent. */
  hands: boolean;
}

export function exchangesOf({ turns, handoff }: BotSessionRecord): LoggedExchange[] {
  const groups: BotTurn[][] = [];
  for (const turn of turns) {
    const last = groups.at(-1);
    if (turn.actor === 'customer' || !last) groups.push([turn]);
    else last.push(turn);
  }
  const held: Record<string, unknown> = {};
  let intent: string | undefined;
  return groups.map((group, i) => {
    const customer = group.find(({ actor }) => actor === 'customer');
    const answers = group.filter(({ actor }) => actor !== 'customer');
    const fellBack = answers.some(({ action }) => action === 'action_default_fallback');
    const error = answers.find((one) => one.error !== undefined)?.error;
    const asksFor = answers.findLast((one) => one.asks_for !== undefined)?.asks_for;
    Object.assign(held, customer?.slots);
    if (customer?.intent && !fellBack) intent = customer.intent.name;
    return {
      at: group[0]?.at ?? '',
      answers,
      held: { ...held },
      fellBack,
      hands: handoff !== undefined && i === groups.length - 1,
      ...(customer && { customer }),
      ...(intent !== undefined && { intent }),
      ...(error !== undefined && { error }),
      ...(asksFor !== undefined && { asksFor }),
    };
  });
}

export const answeredAt = ({ answers, at }: LoggedExchange): string => answers[0]?.at ?? at;

/** What the integrator hands over beside the words: the key, where to, and who the customer is. */
export function handedOver({ handoff, customer }: BotSessionRecord): Record<string, string> {
  const values = {
    contact_id: handoff?.key,
    queue: handoff?.target,
    phone: customer?.phone,
    email: customer?.email,
    account: customer?.account,
  };
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
