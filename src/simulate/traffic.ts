/** What the contact centre is like for whoever joins the two systems: what is scarce, what is shared, what is late. */

export interface Traffic {
  /** Local hours with an even flow, `to` exclusive, every day alike; null for the usual day and week. */
  hours: { from: number; to: number } | null;
  /** Log-normal wait in the queue. */
  waiting: { medianSeconds: number; sigma: number };
  /** Whether a contact's record begins in the queue or when the agent answers. */
  recordsBegin: 'queued' | 'answered';
  /** Direct contacts for one handoff. */
  directRatio: number;
  /**
   * What identifies customers: `mixed` (see docs/simulator.md), a `phone` that the bot always and half of the contacts
   * have, or nothing.
   */
  identity: 'mixed' | 'phone' | 'none';
  /** Share of customers who use the telephone of a household of about four. */
  householdShare: number;
  /** Keys are drawn from this many numbers; null where each is used once. */
  keyPool: number | null;
  /** Share of contacts that do not say where they came from. */
  unknownOrigin: number;
  /** How many queues the handoffs are spread over; null for the world's own. */
  queues: number | null;
}

export const usualTraffic: Traffic = {
  hours: null,
  waiting: { medianSeconds: 45, sigma: 0.9 },
  recordsBegin: 'queued',
  directRatio: 0.87,
  identity: 'mixed',
  householdShare: 0,
  keyPool: null,
  unknownOrigin: 0.1,
  queues: null,
};
