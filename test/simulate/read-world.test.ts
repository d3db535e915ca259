import { describe, expect, it } from 'vitest';
import { agentManner } from '../../src/simulate/manner.js';
import { readManners, readWorld, worldIds } from '../../src/simulate/read-world.js';
import { world } from '../../src/simulate/world.js';

describe('the files of data/worlds', () => {
  it.each(worldIds)('describe %s under its own name, and read alike twice', (id) => {
    expect(readWorld(id).id).toBe(id);
    expect(readWorld(id)).toBe(readWorld(id));
  });

  it('give a manner what it does not name from the one it is like', () => {
    const { agents } = readManners(readWorld('lender'));
    const [plain, terse] = [agents.get('plain'), agents.get('terse')];
    expect(terse?.fillers).toEqual(plain?.fillers);
    expect(terse?.coldOpenings).not.toEqual(plain?.coldOpenings);
    expect(terse?.asks).toEqual({ ...plain?.asks, shorthandShare: 0.6 });
  });

  it('are refused with a key that nobody reads, and with an empty list of words', () => {
    expect(world.safeParse({ ...readWorld('telco'), colour: 'green' }).success).toBe(false);
    const plain = readManners(readWorld('lender')).agents.get('plain');
    expect(agentManner.safeParse(plain).success).toBe(true);
    expect(agentManner.safeParse({ ...plain, fillers: [] }).success).toBe(false);
  });
});
