/** Public data as Handback's records. It lies outside the repository; what needs it is skipped by name where it is absent. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type {
  AgentContactRecord,
  BotDefinitionRecord,
  BotSessionRecord,
  TruthLine,
} from '../../src/domain/records.js';

export const sharedData = resolve(import.meta.dirname, '../../../shared/data');
export const hasShared = (path: string): boolean => existsSync(join(sharedData, path));

export function readShared<T>(path: string): T {
  const text = readFileSync(join(sharedData, path), 'utf8');
  if (!path.endsWith('.jsonl')) return JSON.parse(text) as T;
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line)) as T;
}

export interface Converted {
  definition: BotDefinitionRecord;
  sessions: BotSessionRecord[];
  contacts: AgentContactRecord[];
  truth: TruthLine[];
}

const first = Date.parse('2026-10-05T08:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();

interface SgdService {
  service_name: string;
  slots: {
    name: string;
    description: string;
    is_categorical: boolean;
    possible_values: string[];
  }[];
  intents: { name: string; description: string; required_slots: string[] }[];
}
interface SgdTurn {
  i: number;
  speaker: 'customer' | 'bot' | 'agent';
  text: string;
}
interface SgdPair {
  id: string;
  intent: string;
  bot_session: SgdTurn[];
  agent_conversation: SgdTurn[];
  slots_collected_by_bot: Record<string, string>;
  gold: {
    missed_slots: { slot: string; turn: number; asked_by_bot_before: boolean }[];
    agent_asks: { turn: number; slots: string[] }[];
  };
}

/** The services' schema as one bot: slots of one name are one slot, whichever service has them. */
export function sgdDefinition(): BotDefinitionRecord {
  const services = readShared<SgdService[]>('sgd/schema.json');
  const slots = new Map<
    string,
    { description: Set<string>; values: Set<string>; neededBy: Set<string> }
  >();
  const intents = new Map<string, { description: string; required: Set<string> }>();
  for (const service of services) {
    for (const slot of service.slots) {
      const known = slots.get(slot.name) ?? {
        description: new Set<string>(),
        values: new Set<string>(),
        neededBy: new Set<string>(),
      };
      known.description.add(slot.description);
      if (slot.is_categorical) for (const value of slot.possible_values) known.values.add(value);
      slots.set(slot.name, known);
    }
    for (const intent of service.intents) {
      const known = intents.get(intent.name) ?? {
        description: intent.description,
        required: new Set<string>(),
      };
      for (const slot of intent.required_slots) {
        known.required.add(slot);
        slots.get(slot)?.neededBy.add(intent.name);
      }
      intents.set(intent.name, known);
    }
  }
  return {
    type: 'bot_definition',
    platform: 'sgd',
    bot_id: 'assistant',
    read_at: iso(first),
    intents: [...intents].map(([name, { description, required }]) => ({
      name,
      description,
      examples: [],
      required_slots: [...required],
    })),
    slots: [...slots].map(([name, { description, values, neededBy }]) => ({
      name,
      description: [...description].join('. '),
      values: [...values],
      needed_by: [...neededBy],
    })),
  };
}

/** Every dialogue cut in two: what came before is the bot's, the rest the agent's. Both share a key. */
export function sgdHandoffs(): Converted {
  const pairs = readShared<SgdPair[]>('sgd/handoff_sim.jsonl');
  const converted: Converted = {
    definition: sgdDefinition(),
    sessions: [],
    contacts: [],
    truth: [],
  };
  pairs.forEach((pair, n) => {
    const start = first + n * 40 * 60_000;
    const at = (i: number) => iso(start + i * 12_000);
    const handoffAt = pair.bot_session.length * 12_000 + start;
    const lastCustomer = pair.bot_session.findLastIndex(({ speaker }) => speaker === 'customer');
    converted.sessions.push({
      type: 'bot_session',
      platform: 'sgd',
      bot_id: 'assistant',
      session_id: pair.id,
      started_at: iso(start),
      ended_at: iso(handoffAt),
      channel: 'chat',
      outcome: 'escalated',
      handoff: { at: iso(handoffAt), key: pair.id },
      turns: pair.bot_session.map(({ speaker, text }, i) => ({
        at: at(i),
        actor: speaker === 'customer' ? 'customer' : 'bot',
        text,
        ...(i === lastCustomer && {
          intent: { name: pair.intent, confidence: 1 },
          slots: pair.slots_collected_by_bot,
        }),
      })),
    });
    const answered = handoffAt + 30_000;
    converted.contacts.push({
      type: 'agent_contact',
      platform: 'desk',
      contact_id: `c-${pair.id}`,
      started_at: iso(handoffAt + 5_000),
      answered_at: iso(answered),
      ended_at: iso(answered + pair.agent_conversation.length * 12_000),
      channel: 'chat',
      origin: 'bot',
      handoff_key: pair.id,
      turns: pair.agent_conversation.map(({ speaker, text }, i) => ({
        at: iso(answered + i * 12_000),
        actor: speaker === 'agent' ? 'agent' : 'customer',
        text,
      })),
    });
    converted.truth.push({
      session_id: pair.id,
      contact_id: `c-${pair.id}`,
      true_intent: pair.intent,
      findings: pair.gold.missed_slots.map(({ slot }) => ({ category: 'missed_slot', slot })),
    });
  });
  return converted;
}

interface BetoldCall {
  id: string;
  luhf: boolean;
  transfer_requested: boolean;
  turns: { i: number; speaker: 'bot' | 'customer'; intent: string; entities: string[] }[];
}

/** Calls of a real bot: names of intents and states, no words. Label: the caller hung up or was forwarded. */
export function betoldSessions(): { session: BotSessionRecord; lost: boolean; asked: boolean }[] {
  return readShared<BetoldCall[]>('betold/sessions.jsonl').map((call, n) => {
    const start = first + n * 25 * 60_000;
    const at = (i: number) => iso(start + i * 8_000);
    return {
      lost: call.luhf,
      asked: call.transfer_requested,
      session: {
        type: 'bot_session',
        platform: 'betold',
        bot_id: 'garage',
        session_id: call.id,
        started_at: iso(start),
        ended_at: at(call.turns.length),
        channel: 'voice',
        outcome: call.luhf ? 'escalated' : 'contained',
        ...(call.luhf && { handoff: { at: at(call.turns.length) } }),
        turns: call.turns.map(({ speaker, intent }, i) => ({
          at: at(i),
          actor: speaker,
          ...(speaker === 'customer'
            ? { intent: { name: intent, confidence: 1 } }
            : { action: intent }),
        })),
      },
    };
  });
}
