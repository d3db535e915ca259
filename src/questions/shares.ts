/** Makes shares add up to one, where there are any. */
export function toOne(shares: Float64Array): void {
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (total > 0) for (let k = 0; k < shares.length; k++) shares[k] = (shares[k] ?? 0) / total;
}
