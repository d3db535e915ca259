/** What one line of a bot's log comes to, whichever vendor wrote it; the lines of a session become its record. */
import type { BotSessionRecord } from '../../domain/records.js';
import { filled } from '../../lib/json.js';
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
    [...exchanges].sort(
      (a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.order ?? 0) - (b.order ?? 0),
    ),
  );
  return partsOf(ordered, options.idle_minutes).flatMap((part, i) => recordOf(part, i, options));
}

function once(exchanges: readonly Exchange[]): Exchange[] {
  const seen = new Set<string>();
  return exchanges.filter(({ id }) => id === undefined || (!seen.has(id) && seen.add(id)));
}

function partsOf(exchanges: readonly Exchange[], idleMinutes: number): Exchange[][] {
  const parts: Exchange[][] = [];
  for (const one of exchanges) {
    const open = parts.at(-1);
    const last = open?.at(-1);
    const silence = last ? Date.parse(one.at) - Date.parse(last.at) : 0;
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
  const turns = exchanges.flatMap((one) => one.turns);
  const [first] = exchanges;
  const handing = exchanges.find(({ handoff }) => handoff !== undefined)?.handoff;
  if (!first || (!handing && !turns.some(({ actor }) => actor === 'customer'))) return [];
  const last = <K extends keyof Exchange>(key: K) =>
    exchanges.findLast((one) => one[key] !== undefined)?.[key];
  const start = [first.at, ...turns.map(({ at }) => at)].reduce(earlier);
  const customer = Object.assign({}, ...exchanges.map((one) => filled(one.customer ?? {})));
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

const earlier = (a: string, b: string): string => (Date.parse(b) < Date.parse(a) ? b : a);
const lateness = (a: string, b: string): string => (Date.parse(b) > Date.parse(a) ? b : a);

/** By the last two exchanges: who asks for a human is often asked back once. */
function reasonOf(exchanges: readonly Exchange[], handedAt: string): Handoff['reason'] {
  const before = exchanges.filter(({ at }) => Date.parse(at) <= Date.parse(handedAt));
  const lately = (before.length > 0 ? before : exchanges).slice(-2);
  if (lately.some(({ wantsHuman }) => wantsHuman)) return 'user_request';
  if (lately.some(({ failed }) => failed)) return 'error';
  return lately.some(({ fellBack }) => fellBack) ? 'no_match' : 'rule';
}

/** What the vendor says; else left where the bot's last word was a question or an apology, or it had none. */
function outcomeOf(exchanges: readonly Exchange[]): BotSessionRecord['outcome'] {
  const said = exchanges.findLast(({ ended }) => ended !== undefined)?.ended;
  const last = exchanges.at(-1);
  const word = last?.turns.findLast(({ actor }) => actor === 'bot');
  return (
    said ?? (!word || word.asks_for !== undefined || last?.fellBack ? 'abandoned' : 'contained')
  );
}

/** Of several answers of one moment the order is kept, for turns of one time stay as they stand. */
export const said = (
  at: string,
  actor: BotTurn['actor'],
  texts: readonly (string | undefined)[],
  more: Partial<BotTurn> = {},
): BotTurn[] => {
  const words = texts.flatMap((text) => (text === undefined || text.trim() === '' ? [] : [text]));
  return words.map((text, i) => ({ at, actor, text, ...(i === words.length - 1 && more) }));
};
