import type { Flow, Step } from '../../../src/figures/losses/flow.js';

/** `flow('greet date? +gives', true)`: the bot's states, and with `+` the customer's. */
export function flow(states: string, lost: boolean): Flow {
  const steps = states
    .split(' ')
    .map(
      (state): Step =>
        state.startsWith('+')
          ? { actor: 'customer', state: state.slice(1) }
          : { actor: 'bot', state },
    );
  return { steps, lost };
}

export const times = <T>(n: number, make: (i: number) => T): T[] =>
  Array.from({ length: n }, (_, i) => make(i));
