/** How well groups agree with labels: normalised mutual information (arithmetic mean) and the adjusted Rand index. */
export function agreement(
  labels: readonly string[],
  groups: readonly number[],
): { nmi: number; ari: number; groups: number } {
  const n = labels.length;
  const rows = new Map<string, number>();
  const columns = new Map<number, number>();
  const cells = new Map<string, { row: string; column: number; count: number }>();
  labels.forEach((row, i) => {
    const column = groups[i] ?? -1;
    rows.set(row, (rows.get(row) ?? 0) + 1);
    columns.set(column, (columns.get(column) ?? 0) + 1);
    const cell = cells.get(`${column} ${row}`) ?? { row, column, count: 0 };
    cells.set(`${column} ${row}`, cell);
    cell.count += 1;
  });
  const entropy = (counts: Iterable<number>) =>
    [...counts].reduce((sum, count) => sum - (count / n) * Math.log(count / n), 0);
  const pairs = (count: number) => (count * (count - 1)) / 2;
  const pairsOf = (counts: Iterable<number>) =>
    [...counts].reduce((sum, count) => sum + pairs(count), 0);
  let mutual = 0;
  for (const { row, column, count } of cells.values())
    mutual +=
      (count / n) * Math.log((count * n) / ((rows.get(row) ?? 1) * (columns.get(column) ?? 1)));
  const together = pairsOf([...cells.values()].map(({ count }) => count));
  const [inRows, inColumns] = [pairsOf(rows.values()), pairsOf(columns.values())];
  const expected = (inRows * inColumns) / pairs(n);
  const highest = (inRows + inColumns) / 2;
  return {
    nmi: (2 * mutual) / (entropy(rows.values()) + entropy(columns.values()) || 1),
    ari: highest === expected ? 1 : (together - expected) / (highest - expected),
    groups: columns.size,
  };
}
