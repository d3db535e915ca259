/** How well a night read what agents ask for: in a contact centre where it reads badly, what it says of slots is not to be built on. */
import type { Estimate } from './estimate.js';

export interface AskReading {
  /** Of the slots that the definition has an agent ask for, the share that was seen to be asked for. */
  read: Estimate | null;
  /** Of the plain values that customers gave to agents, the share that answers nothing that was read. */
  unexplained: Estimate | null;
  /** Of what agents were read to ask for, the share for which the definition has no slot. */
  invented: Estimate | null;
}

export interface Healthy {
  /** What the share is of, in words. */
  title: string;
  from: number;
  to: number;
}

/**
 * Wider than what was seen in contact centres whose truth is known (docs/measurements.md,
 * "What was told before, tails of codes, and how well agents are read").
 */
export const healthyReading: Readonly<Record<keyof AskReading, Healthy>> = {
  read: { title: 'Expected asks that were read', from: 0.6, to: 1 },
  unexplained: { title: 'Values that answer nothing that was read', from: 0, to: 0.15 },
  invented: { title: 'Asks for what the definition has no slot for', from: 0, to: 0.1 },
};

export const readingNames = ['read', 'unexplained', 'invented'] as const;

/** The shares that surely lie outside their healthy range; while there is one, changes of slots are held back. */
export const unhealthyIn = (reading: AskReading): (keyof AskReading)[] =>
  readingNames.filter((name) => {
    const { from, to } = healthyReading[name];
    const found = reading[name];
    return found !== null && (found.interval[1] < from || found.interval[0] > to);
  });
