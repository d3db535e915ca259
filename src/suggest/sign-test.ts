/**
 * Exact sign test on paired outcomes (McNemar's test without its approximation): the probability of at least `losses`
 * losses among `wins + losses` changes, were wins and losses equally likely. Cost: linear in their number.
 * https://en.wikipedia.org/wiki/McNemar%27s_test
 */
export function signTest(wins: number, losses: number): number {
  const changes = wins + losses;
  let term = 0;
  for (let i = 1; i <= changes; i++) term -= Math.log(2);
  let sum = 0;
  for (let count = 0; count <= changes; count++) {
    if (count >= losses) sum += Math.exp(term);
    term += Math.log((changes - count) / (count + 1));
  }
  return Math.min(1, sum);
}
