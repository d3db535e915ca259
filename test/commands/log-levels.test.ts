import { expect, it } from 'vitest';
import { type LogEvent, levelOf } from '../../src/commands/log-sentences.js';

const night = '2026-11-21';
const caughtUp = { kind: 'caught_up', good: 2, suspect: 0, empty: 0, failed: 0, left: 0 } as const;

it.each<[LogEvent, string]>([
  [{ kind: 'night_done', night, result: 'good' }, 'info'],
  [{ kind: 'night_done', night, result: 'suspect' }, 'warn'],
  [{ kind: 'report', night, folder: 'out', tickets: 2, suspect: [] }, 'info'],
  [{ kind: 'report', night, folder: 'out', tickets: 2, suspect: ['no agent contact'] }, 'warn'],
  [{ kind: 'no_data', night, message: 'none' }, 'warn'],
  [{ kind: 'night_failed', night, message: 'it broke' }, 'error'],
  [{ kind: 'delivery', night, to: 'email', failed: null }, 'info'],
  [{ kind: 'delivery', night, to: 'email', failed: 'no answer' }, 'warn'],
  [caughtUp, 'info'],
  [{ ...caughtUp, suspect: 1 }, 'warn'],
  [{ kind: 'stopped' }, 'info'],
])('%o is logged at %s', (event, level) => {
  expect(levelOf(event)).toBe(level);
});
