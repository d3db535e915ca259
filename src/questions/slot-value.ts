/** A slot's value as the bot held it at the handoff. */
export interface SlotValue {
  digest: string;
  /** See `HeldValue`. */
  tails: readonly string[];
  turn: number;
  /** When it was taken, in epoch milliseconds. */
  at: number;
}
