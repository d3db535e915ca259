/** Our few errors. Anything else that is thrown is our own bug. */

/** A person's mistake in config or arguments: what was found, where, what was expected. Exit status 2, no stack. */
export class UsageError extends Error {
  override name = 'UsageError';
  /** One line a problem; all of them at once. */
  readonly problems: readonly string[];
  constructor(problems: string | readonly string[], options?: ErrorOptions) {
    const list = typeof problems === 'string' ? [problems] : problems;
    super(list.join('\n'), options);
    this.problems = list;
  }
}

/** The night could not be done, for a reason outside the program (disk full, file unreadable). Exit status 1. */
export class NightError extends Error {
  override name = 'NightError';
}

/** The night's day has no data: nothing is written. Exit status 3. */
export class EmptyNightError extends Error {
  override name = 'EmptyNightError';
}

/** Asked to stop: what is stored stays, nothing was published. Exit status 143, as a shell says of SIGTERM. */
export class StoppedError extends NightError {
  override name = 'StoppedError';
}
