import { mkdirSync } from 'node:fs';
import type { Outside } from '../../src/commands/command.js';

/** The world outside, for commands that run inside a test: a folder, a fixed key, a real clock, silence. */
export function outside(cwd: string): Outside {
  mkdirSync(cwd, { recursive: true });
  return {
    cwd,
    environment: { HANDBACK_KEY: 'a key for tests only, sixteen up' },
    now: () => Date.now(),
    progress: () => {},
    log: () => {},
    stopRequested: new Promise(() => {}),
  };
}
