import { describe, expect, it } from 'vitest';
import { collectedBy, flowOf } from '../../../src/vendors/rasa/training/flows.js';

const flows = (written: Record<string, unknown[]>) =>
  new Map(Object.entries(written).map(([name, steps]) => [name, flowOf(name, { steps })]));

describe('the slots that a flow asks for', () => {
  it('are its own and those of the flows that it calls, in order, however they call one another', () => {
    const called = flows({
      pay: [{ collect: 'sum' }, { call: 'verify' }, { call: 'confirm' }],
      verify: [{ collect: 'pin' }, { call: 'pay' }],
      confirm: [{ call: 'verify' }, { collect: 'yes' }, { call: 'gone' }],
    });
    expect(collectedBy('pay', called)).toEqual(['sum', 'pin', 'yes']);
    expect(collectedBy('confirm', called)).toEqual(['yes', 'pin', 'sum']);
    expect(collectedBy('gone', called)).toEqual([]);
  });

  it('are found in the time that the number of flows takes, where both branches of a step call the next', () => {
    const chained = flows(
      Object.fromEntries(
        Array.from({ length: 200 }, (_, i) => {
          const call = [{ call: `flow_${i + 1}` }];
          const next = [{ else: call }, { else: call }];
          return [`flow_${i}`, [{ collect: `slot_${i}`, next }]];
        }),
      ),
    );
    expect(collectedBy('flow_0', chained)).toEqual(
      Array.from({ length: 200 }, (_, i) => `slot_${i}`),
    );
  });
});
