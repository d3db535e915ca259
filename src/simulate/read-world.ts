/** Reads the fictional businesses and the manners of speaking that are kept in `data/worlds`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { agentManner, botManner, customerManner } from './manner.js';
import { type World, world } from './world.js';

export const worldIds = ['lender', 'telco', 'energy', 'parcels', 'clinic'] as const;
export type WorldId = (typeof worldIds)[number];

const folder = fileURLToPath(new URL('../../data/worlds', import.meta.url));
const known = new Map<string, unknown>();

function written(name: string): Record<string, unknown> {
  const { like, ...own } = parse(readFileSync(join(folder, `${name}.yaml`), 'utf8'));
  if (like === undefined) return own;
  const base = written(join(name, '..', like));
  return { ...base, ...own, ...(own.asks && { asks: { ...Object(base.asks), ...own.asks } }) };
}

/** A file of `data/worlds`, checked; read once. A manner may be `like` another of its kind and name what differs. */
function read<T>(name: string, schema: z.ZodType<T>): T {
  const before = known.get(name);
  if (before !== undefined) return before as T;
  const data = schema.parse(written(name));
  known.set(name, data);
  return data;
}

/** @throws ZodError where the file is not the description of a world */
export const readWorld = (id: WorldId): World => read(id, world);

/** Agents' manners that nothing is tuned on: evaluations report on them alone. */
export const heldOutManners = (): string[] =>
  read('manners/held-out', z.strictObject({ agents: z.array(z.string()) })).agents;

/** How this world's people and its bot talk; agents' manners by name. */
export function readManners({ agents, customers, bot }: World) {
  return {
    agents: new Map(
      agents.map(({ manner }) => [manner, read(`manners/agents/${manner}`, agentManner)]),
    ),
    customers: customers.map((name) => read(`manners/customers/${name}`, customerManner)),
    bot: read(`manners/bots/${bot}`, botManner),
  };
}
