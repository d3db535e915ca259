import { expect, it } from 'vitest';
import { levelOf } from '../../src/commands/log-sentences.js';

it.each([
  [{ event: 'night_done', result: 'good' }, 'info'],
  [{ event: 'night_done', result: 'suspect' }, 'warn'],
  [{ event: 'report', suspect: [] }, 'info'],
  [{ event: 'report', suspect: ['no agent contact'] }, 'warn'],
  [{ event: 'no_data' }, 'warn'],
  [{ event: 'night_failed' }, 'error'],
  [{ event: 'delivery', failed: null }, 'info'],
  [{ event: 'delivery', failed: 'no answer' }, 'warn'],
  [{ event: 'caught_up', good: 2, suspect: 0, empty: 0, failed: 0, left: 0 }, 'info'],
  [{ event: 'caught_up', good: 1, suspect: 1, empty: 0, failed: 0, left: 0 }, 'warn'],
  [{ event: 'stopped' }, 'info'],
])('%o is logged at %s', (event, level) => {
  expect(levelOf(event)).toBe(level);
});
