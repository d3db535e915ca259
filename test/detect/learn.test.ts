import { describe, expect, it } from 'vitest';
import { createTracer, learnFrom } from '../../src/detect/detect.js';
import { StoppedError } from '../../src/domain/errors.js';
import { agent, contact, journey, said, session } from '../support/conversations.js';
import { context } from './support.js';

const traces = Array.from({ length: 120 }, (_, n) =>
  journey(
    session([said('renew my books')], { sessionId: `s-${n}` }),
    contact([agent('What is your card number?')], { contactId: `c-${n}` }),
  ),
).map(createTracer(context()));

describe('learning from all journeys', () => {
  it('lets itself be broken off at every pause, and there is one at least every fifty journeys', async () => {
    let pauses = 0;
    await learnFrom(traces, context(), async () => {
      pauses += 1;
    });
    expect(pauses).toBeGreaterThan(traces.length / 50);
    for (let last = 1; last <= pauses; last++) {
      let left = last;
      const stopping = learnFrom(traces, context(), async () => {
        left -= 1;
        if (left === 0) throw new StoppedError('stopped on request');
      });
      await expect(stopping).rejects.toThrow(StoppedError);
    }
  });
});
