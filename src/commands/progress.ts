/** A line for each stage of a night: which of how many, how long it took, what it is at. */

export interface ProgressTools {
  now(): number;
  /** Replaces the line before; one that is `done` stays. */
  progress(line: string, done?: boolean): void;
}

/** @returns what to call as stages begin and say how far they are; the last line stands until something else is printed */
export function stageProgress(
  stages: readonly string[],
  { now, progress }: ProgressTools,
): (stage: string, detail: string) => void {
  const width = Math.max(...stages.map((name) => name.length));
  let current: { stage: string; since: number; detail: string } | null = null;
  const seconds = (since: number) => `${((now() - since) / 1000).toFixed(1)} s`;
  const line = (stage: string, rest: string) =>
    `[${String(stages.indexOf(stage) + 1).padStart(2)}/${stages.length}] ${stage.padEnd(width)} ${rest}`;
  const end = () => {
    if (current)
      progress(
        line(current.stage, [seconds(current.since), current.detail].join('  ').trim()),
        true,
      );
    current = null;
  };
  return (stage, detail) => {
    if (current?.stage !== stage) {
      end();
      current = { stage, since: now(), detail: '' };
    } else current.detail = detail;
    const left = stages.length - stages.indexOf(stage) - 1;
    const after = left === 0 ? 'the last' : `${left} to go`;
    const parts = [seconds(current.since), detail, after].filter((one) => one !== '');
    progress(line(stage, parts.join('  ')));
  };
}
