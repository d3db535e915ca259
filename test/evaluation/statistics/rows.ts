/** What all tables are made with. */
export type Row = Record<string, unknown>;

export const percent = (n: number, of: number): string =>
  `${((100 * n) / Math.max(1, of)).toFixed(1)} %`;

export const mean = (list: readonly number[] = []): number =>
  list.reduce((sum, value) => sum + value, 0) / Math.max(1, list.length);

export const holds = (interval: readonly [number, number] | null, value: number): boolean =>
  interval !== null && interval[0] <= value && value <= interval[1];
