/** The one place where published numbers lose digits: sums of floating-point numbers must not change a file's bytes. */

/** Four decimals below 1 (shares, probabilities), two from 1 on (minutes, money). What is no finite number is unknown. */
export function round(value: number): number | null {
  if (!Number.isFinite(value)) return null;
  const factor = Math.abs(value) < 1 ? 1e4 : 1e2;
  const scaled = Math.round(value * factor);
  return Number.isFinite(scaled) ? scaled / factor || 0 : value;
}

/** The same value with every number in it rounded; keys that are undefined are left out. */
export function rounded(value: unknown): unknown {
  if (typeof value === 'number') return round(value);
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([key, inner]) => [key, rounded(inner)]),
  );
}
