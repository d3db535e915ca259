/** A figure with its 95 % interval; null where there is too little to say. */
export interface Estimate {
  value: number;
  interval: [low: number, high: number];
  n: number;
}
