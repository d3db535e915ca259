/** What one line of a bot's log comes to, whichever vendor wrote it; the lines of a session become its record. */
import type { BotSessionRecord } from '../../domain/records.js';
import { compareMoments } from '../../lib/iso.js';
import { filled, firstText } from '../../lib/json.js';
import type { BotShape } from './options.js';

export type BotTurn = BotSessionRecord['turns'][number];
type Handoff = NonNullable<BotSessionRecord['handoff']>;

export interface Exchange {
  /** Id of the session in the vendor's log. */
  session: string;
  /** ISO 8601; `order` tells apart what happened at one moment. */
  at: string;
  order?: number;
  /** The vendor's id of the line: what is delivered twice is read once. */
  id?: string;
  /** Where the vendor itself tells conversations of one session id apart. */
  part?: string;
  turns: BotTurn[];
  bot?: string;
  channel?: BotSessionRecord['channel'];
  locale?: string;
  customer?: BotSessionRecord['customer'];
  /** What the agent contact may carry too. The last of a session wins. */
  key?: string;
  /** What the bot understood of the customer's words before, where the log says it apart from them. */
  understood?: BotTurn['intent'];
  /** The customer asked for a human, the bot did not understand, something of the bot's failed. */
  wantsHuman?: boolean;
  fellBack?: boolean;
  failed?: boolean;
  handoff?: Omit<Handoff, 'key'>;
  /** How the vendor says that it ended. */
  ended?: 'contained' | 'abandoned';
}

/** Nothing where the customer never said a word and nobody was handed over. */
export function sessionRecords(
  exchanges: readonly Exchange[],
  options: BotShape,
): BotSessionRecord[] {
  const ordered = once(
    [...exchanges].sort((a, b) => compareMoments(a.at, b.at) || (a.order ?? 0) - (b.order ?? 0)),
  );
  return partsOf(ordered, options.idle_minutes).flatMap((part, i) => recordOf(part, i, options));
}

function once(exchanges: readonly Exchange[]): Exchange[] {
  const seen = new Set<string>();
  return exchanges.filter(({ id }) => id === undefined || (!seen.has(id) && seen.add(id)));
}

function partsOf(exchanges: readonly Exchange[], idleMinutes: number): Exchange[][] {
  const parts: Exchange[][] = [];
  let before = 0;
  for (const one of exchanges) {
    const open = parts.at(-1);
    const last = open?.at(-1);
    const at = Date.parse(one.at);
    const silence = last ? at - before : 0;
    before = at;
    const isOther =
      one.part !== undefined && last?.part !== undefined
        ? one.part !== last.part
        : one.part === undefined && idleMinutes > 0 && silence > idleMinutes * 60_000;
    if (open && !isOther) open.push(one);
    else parts.push([one]);
  }
  return parts;
}

function recordOf(
  exchanges: readonly Exchange[],
  part: number,
  options: BotShape,
): BotSessionRecord[] {
  const turns = news(turnsOf(exchanges));
  const [first] = exchanges;
  const handing = exchanges.find(({ handoff }) => handoff !== undefined)?.handoff;
  if (!first || (!handing && !turns.some(({ actor }) => actor === 'customer'))) return [];
  const last = <K extends keyof Exchange>(key: K) =>
    exchanges.findLast((one) => one[key] !== undefined)?.[key];
  const start = [first.at, ...turns.map(({ at }) => at)].reduce(earlier);
  const customer = Object.assign(
    {},
    ...exchanges.flatMap((one) => (one.customer ? filled(one.customer) : [])),
  );
  return [
    {
      type: 'bot_session',
      platform: options.platform,
      bot_id: last('bot') ?? 'bot',
      session_id: part === 0 ? first.session : `${first.session}@${start}`,
      started_at: start,
      ended_at: [first.at, ...turns.map(({ at }) => at)].reduce(lateness),
      channel: options.channel ?? last('channel') ?? 'chat',
      ...filled({
        locale: options.locale ?? last('locale'),
        customer: Object.keys(customer).length > 0 ? customer : undefined,
      }),
      outcome: handing ? 'escalated' : outcomeOf(exchanges),
      ...(handing && {
        handoff: {
          ...handing,
          // A contact centre's clock may lie behind the bot's.
          at: lateness(handing.at, start),
          reason: handing.reason ?? reasonOf(exchanges, handing.at),
          ...filled({
            key: last('key'),
            context: handing.context ?? (options.context && { level: options.context }),
          }),
        },
      }),
      turns: turns.length > 0 ? turns : [{ at: first.at, actor: 'system' }],
    },
  ];
}

function turnsOf(exchanges: readonly Exchange[]): BotTurn[] {
  const turns: BotTurn[] = [];
  for (const one of exchanges) {
    if (one.understood) {
      const at = turns.findLastIndex(({ actor }) => actor === 'customer');
      const spoken = turns[at];
      if (spoken && !spoken.intent) turns[at] = { ...spoken, intent: one.understood };
    }
    for (const turn of one.turns) turns.push(turn);
  }
  return turns;
}

/** Many logs repeat with every line all that the bot holds: only what changed is said anew. */
function news(turns: readonly BotTurn[]): BotTurn[] {
  const held = new Map<string, string>();
  return turns.map((whole) => {
    if (whole.slots === undefined) return whole;
    const { slots, ...turn } = whole;
    const fresh = Object.entries(slots).filter(([name, value]) => {
      const written = JSON.stringify(value) ?? '';
      const isNew = held.get(name) !== written && (value !== null || held.has(name));
      held.set(name, written);
      return isNew;
    });
    return fresh.length > 0 ? { ...turn, slots: Object.fromEntries(fresh) } : turn;
  });
}

const earlier = (a: string, b: string): string => (compareMoments(b, a) < 0 ? b : a);
const lateness = (a: string, b: string): string => (compareMoments(b, a) > 0 ? b : a);

/** By what the customer said last and before: who asks for a human is often asked back once. */
function reasonOf(exchanges: readonly Exchange[], handedAt: string): Handoff['reason'] {
  const before = exchanges.filter(({ at }) => Date.parse(at) <= Date.parse(handedAt));
  const from = (before.length > 0 ? before : exchanges)
    .flatMap((one, i) => (isSpoken(one) ? [i] : []))
    .at(-2);
  const lately = (before.length > 0 ? before : exchanges).slice(from ?? 0);
  if (lately.some(({ wantsHuman }) => wantsHuman)) return 'user_request';
  if (lately.some(({ failed }) => failed)) return 'error';
  return lately.some(({ fellBack }) => fellBack) ? 'no_match' : 'rule';
}

const isSpoken = ({ turns }: Exchange): boolean => turns.some(({ actor }) => actor === 'customer');

/** What the vendor says; else left where the bot's last word was a question or an apology, or it had none. */
function outcomeOf(exchanges: readonly Exchange[]): BotSessionRecord['outcome'] {
  const said = exchanges.findLast(({ ended }) => ended !== undefined)?.ended;
  const word = exchanges.flatMap(({ turns }) => turns).findLast(({ actor }) => actor === 'bot');
  const fellBack = exchanges.findLast((one) => one.fellBack !== undefined)?.fellBack === true;
  return said ?? (!word || word.asks_for !== undefined || fellBack ? 'abandoned' : 'contained');
}

/** Whatever of a customer's identity stands at the paths of the options. */
export const customerAt = (
  record: unknown,
  { id, phone, email, account }: Record<'id' | 'phone' | 'email' | 'account', string[]>,
): NonNullable<BotSessionRecord['customer']> =>
  filled({
    id: firstText(record, id),
    phone: firstText(record, phone),
    email: firstText(record, email),
    account: firstText(record, account),
  });

/** Of several answers of one moment the order is kept, for turns of one time stay as they stand. */
export const said = (
  at: string,
  actor: BotTurn['actor'],
  texts: readonly (string | undefined)[],
  more: Partial<BotTurn> = {},
): BotTurn[] => {
  const words = texts.filter((text) => text !== undefined && text.trim() !== '');
  return words.map((text, i) =>
    i === words.length - 1 ? { at, actor, text, ...more } : { at, actor, text },
  );
};
