/** How well a night read its contacts: in a contact centre where it reads badly, what it says is not to be built on. */
import type { Estimate } from './estimate.js';

export interface AskReading {
  /** Of the slots that the definition has an agent ask for, the share that was seen to be asked for. */
  read: Estimate | null;
  /** Of the plain values that customers gave to agents, the share that answers nothing that was read. */
  unexplained: Estimate | null;
  /** Of what agents were read to ask for, the share for which the definition has no slot. */
  invented: Estimate | null;
  /** How far wrap-up codes mean what customers say (see `agreementOfCodes`); absent in nights of earlier versions. */
  codes?: Estimate | null;
}

export interface Healthy {
  /** What the share is of, in words. */
  title: string;
  from: number;
  to: number;
  /** What is held back outside of it: changes of slots, or phrases, whose labels rest on codes. */
  holds: 'slots' | 'phrases';
}

/**
 * Wider than what was seen in contact centres whose truth is known (docs/measurements.md,
 * "What was told before, tails of codes, and how well agents are read", "Codes of one shape").
 */
export const healthyReading: Readonly<Record<keyof AskReading, Healthy>> = {
  read: { title: 'Expected asks that were read', from: 0.6, to: 1, holds: 'slots' },
  unexplained: {
    title: 'Values that answer nothing that was read',
    from: 0,
    to: 0.15,
    holds: 'slots',
  },
  invented: {
    title: 'Asks for what the definition has no slot for',
    from: 0,
    to: 0.1,
    holds: 'slots',
  },
  codes: {
    title: "Wrap-up codes that agree with customers' words, beyond chance",
    from: 0.15,
    to: 1,
    holds: 'phrases',
  },
};

export const readingNames = ['read', 'unexplained', 'invented', 'codes'] as const;

/** The shares that surely lie outside their healthy range. */
export const unhealthyIn = (reading: AskReading): (keyof AskReading)[] =>
  readingNames.filter((name) => {
    const { from, to } = healthyReading[name];
    const found = reading[name] ?? null;
    return found !== null && (found.interval[1] < from || found.interval[0] > to);
  });

/** What is held back while a share lies outside its healthy range. */
export const heldBackBy = (reading: AskReading): ReadonlySet<Healthy['holds']> =>
  new Set(unhealthyIn(reading).map((name) => healthyReading[name].holds));
