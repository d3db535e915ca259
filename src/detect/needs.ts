/** Which slots an intent needs by what agents ask for: the definition names only what its author thought of. */
import type { AgentAsk } from './agent-side.js';
import { definedNeeds, type Tools } from './tools.js';

export interface Needs {
  /** By intent or wrap-up code (see `needKeys`). */
  byKey: ReadonlyMap<string, ReadonlySet<string>>;
  /** Of the journeys of known intent in which agents ask for a slot, the share in which it is needed. */
  usual: ReadonlyMap<string, number>;
}

/** What one journey shows of them. */
export interface NeedTrace {
  /** The intent that it is about; absent where nothing is claimed and the bot recognised none. */
  intent: string | undefined;
  code: string | undefined;
  held: ReadonlySet<string>;
  asks: readonly AgentAsk[];
}

/** A share is no share over fewer journeys than this. */
const fewestJourneys = 5;

/** What a journey's needs are learned under: its intent, and its wrap-up code, which is known where the intent is not. */
export function needKeys(intent: string | undefined, code: string | undefined): string[] {
  return [
    ...(intent === undefined ? [] : [`intent ${intent}`]),
    ...(code === undefined ? [] : [`code ${code}`]),
  ];
}

interface Count {
  journeys: number;
  asked: Map<string, number>;
  held: Map<string, number>;
}

/** By the journeys in which the bot does not hold the slot (see `isPeculiar`). */
export function learnNeeds(traces: readonly NeedTrace[], tools: Tools): Needs {
  const { config, slots } = tools;
  const counts = new Map<string, Count>();
  const seen = traces.map(({ intent, code, held, asks }) => ({
    intent,
    keys: needKeys(intent, code),
    asked: new Set(asks.filter((ask) => isSure(ask, tools)).map(({ slot }) => slot)),
    held,
  }));
  for (const { keys, asked, held } of seen) {
    for (const key of keys) {
      const count = counts.get(key) ?? { journeys: 0, asked: new Map(), held: new Map() };
      counts.set(key, count);
      // An agent who asks for nothing passes the customer on, or knows everything.
      if (asked.size === 0 && held.size === 0) continue;
      count.journeys += 1;
      for (const slot of asked) if (!held.has(slot)) add(count.asked, slot);
      for (const slot of held) add(count.held, slot);
    }
  }
  const everywhere = new Map<string, number>();
  for (const { asked, held } of seen)
    for (const slot of asked) if (!held.has(slot)) add(everywhere, slot);
  const byKey = new Map(
    [...counts].map(([key, { journeys, asked, held }]) => {
      const enough = [...asked].filter(([slot, n]) => {
        const without = journeys - (held.get(slot) ?? 0);
        if (without < fewestJourneys) return false;
        const elsewhere = ((everywhere.get(slot) ?? 0) - n) / Math.max(1, seen.length - without);
        const share = n / without;
        return (
          share >= config.neededShare ||
          (!slots.has(slot) && isPeculiar(share, elsewhere, config.neededShare))
        );
      });
      return [key, new Set(enough.map(([slot]) => slot))] as const;
    }),
  );
  const needed = new Map<string, number>();
  const all = new Map<string, number>();
  for (const { intent, asked } of seen) {
    if (intent === undefined) continue;
    for (const slot of asked) {
      add(all, slot);
      if (byKey.get(`intent ${intent}`)?.has(slot) || definedNeeds(tools, intent).has(slot))
        add(needed, slot);
    }
  }
  const usual = [...all].map(([slot, n]) => [slot, (needed.get(slot) ?? 0) / n] as const);
  return { byKey, usual: new Map(usual) };
}

/**
 * Of a slot that the definition lacks some wordings are not understood. It is needed, too, where a good part of the agents
 * is seen to ask and hardly anybody elsewhere; an agent's habit of taking a phone number is the same everywhere.
 */
function isPeculiar(share: number, elsewhere: number, neededShare: number): boolean {
  return share >= neededShare / 2 && share >= peculiar * elsewhere;
}

const peculiar = 5;

const add = (counts: Map<string, number>, key: string) =>
  counts.set(key, (counts.get(key) ?? 0) + 1);

function isSure({ kind, confidence, slot }: AgentAsk, { config }: Tools): boolean {
  return (
    kind === 'request' &&
    confidence >= config.askConfidence &&
    !config.verificationSlots.includes(slot)
  );
}

/** Where nothing is known of the intent, a slot that is mostly needed is needed; where something is, it must nearly always be. */
const usually = 0.5;
const nearlyAlways = 0.8;

/** Slots that are needed wherever an agent asks for them. */
export function neededWhenAsked({ usual }: Needs, isIntentKnown: boolean): ReadonlySet<string> {
  const least = isIntentKnown ? nearlyAlways : usually;
  return new Set([...usual].filter(([, share]) => share >= least).map(([slot]) => slot));
}
