/** The world of a simulation: as it is written, or as the options change it. */
import type { SimulationOptions } from './options.js';
import { plant } from './planted.js';
import { readWorld } from './read-world.js';
import type { World } from './world.js';

export function worldOf({ world: id, manners, planted }: SimulationOptions): World {
  const written = readWorld(id);
  const world = planted ? plant(written, planted) : written;
  return manners ? { ...world, agents: withManners(world.agents, manners) } : world;
}

const withManners = (agents: World['agents'], manners: readonly string[]): World['agents'] =>
  agents.map((agent, i) => ({ ...agent, manner: manners[i % manners.length] ?? agent.manner }));
