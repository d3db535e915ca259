/** Options that logs of several vendors share. */
import { z } from 'zod';
import { channels, contextLevels } from '../../domain/records.js';
import { asksForPerson, byName } from './handoff-names.js';

/** Paths lead into the vendor's own record, as `sessionState.sessionAttributes.contactId`. */
export const paths = (...defaults: string[]) => z.array(z.string().min(1)).default(defaults);

export const customerPaths = (
  defaults: Partial<Record<'id' | 'phone' | 'email' | 'account', string[]>>,
) =>
  z
    .strictObject({
      id: paths(...(defaults.id ?? [])),
      phone: paths(...(defaults.phone ?? [])),
      email: paths(...(defaults.email ?? [])),
      account: paths(...(defaults.account ?? [])),
    })
    .prefault({})
    .describe('Where whatever identifies the customer stands.');

/** Compared without case, spaces and signs: `Speak to Agent` is `speak_to_agent`. */
const humanIntents = [
  'agent',
  'agent_request',
  'agent_handoff',
  'talk_to_agent',
  'speak_to_agent',
  'contact_agent',
  'human',
  'human_handoff',
  'request_human',
  'talk_to_human',
  'speak_to_human',
  'live_agent',
  'connect_to_agent',
  'transfer_to_agent',
  'escalate',
  'representative',
  'speak_to_representative',
  byName,
];

export const botShape = (platform: string) => ({
  platform: z.string().min(1).default(platform),
  idle_minutes: z
    .number()
    .min(0)
    .default(60)
    .describe('Silence after which a new session begins under the same id; 0: never.'),
  channel: z.enum(channels).optional().describe('Told from the log unless given.'),
  locale: z.string().optional().describe('Told from the log unless given.'),
  handoff_intents: paths(...humanIntents).describe(
    'Intents by which a customer asks for a human; `by_name` stands for all whose words say so, as `live_agent` and `call_operator`.',
  ),
  context: z
    .enum(contextLevels)
    .optional()
    .describe('What agents are given of the bot conversation; the log does not say.'),
});

export interface BotShape {
  platform: string;
  idle_minutes: number;
  channel?: (typeof channels)[number] | undefined;
  locale?: string | undefined;
  handoff_intents: string[];
  context?: (typeof contextLevels)[number] | undefined;
}

/** What joins the two sides is no value that the bot asked for. */
export const isKey = (name: string, keyPaths: readonly string[]): boolean =>
  keyPaths.some((path) => path.split('.').at(-1) === name);

const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** Lists of options are asked for every line of a log. */
const plainLists = new WeakMap<readonly string[], ReadonlySet<string>>();

export function isNamed(name: string | undefined, names: readonly string[]): boolean {
  if (name === undefined) return false;
  if (names.includes(byName) && asksForPerson(name)) return true;
  const known = plainLists.get(names) ?? new Set(names.map(plain));
  plainLists.set(names, known);
  return known.has(plain(name));
}
