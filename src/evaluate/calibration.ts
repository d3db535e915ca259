/** Whether probabilities mean what they say. */
export interface Calibration {
  /** Expected calibration error: mean distance of claimed from observed share, weighted by bin (Naeini et al., 2015). */
  error: number | null;
  bins: { from: number; to: number; n: number; claimed: number; observed: number }[];
}

/** @param claims each a probability and whether it came true. */
export function calibrate(
  claims: readonly { probability: number; right: boolean }[],
  binCount = 10,
): Calibration {
  const bins = Array.from({ length: binCount }, (_, i) => {
    const [from, to] = [i / binCount, (i + 1) / binCount];
    const inside = claims.filter(
      ({ probability }) =>
        probability >= from && (probability < to || (i === binCount - 1 && probability <= 1)),
    );
    const mean = (values: number[]) =>
      values.reduce((sum, v) => sum + v, 0) / Math.max(1, values.length);
    return {
      from,
      to,
      n: inside.length,
      claimed: mean(inside.map(({ probability }) => probability)),
      observed: mean(inside.map(({ right }) => (right ? 1 : 0))),
    };
  }).filter(({ n }) => n > 0);
  const error =
    claims.length === 0
      ? null
      : bins.reduce((sum, { n, claimed, observed }) => sum + n * Math.abs(claimed - observed), 0) /
        claims.length;
  return { error, bins };
}
