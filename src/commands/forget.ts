import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { NightError, UsageError } from '../domain/errors.js';
import { withLock } from '../pipeline/lock.js';
import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  type Outside,
  withKnownStore,
} from './command.js';

export interface ForgetOptions extends CommonOptions {
  /** Local date. */
  night: string;
}

/** `handback forget NIGHT`: takes back what a night said. Records, decisions and releases stay. */
export async function run(
  { night, ...options }: ForgetOptions,
  outside: Outside,
): Promise<CommandOutcome> {
  const config = loadConfig(options, outside);
  const folder = join(config.out, night);
  return withLock(`${config.database}.lock`, () =>
    withKnownStore(config, async (store) => {
      const known = (await store.runs(Number.MAX_SAFE_INTEGER)).map((run) => run.night);
      if (!known.includes(night))
        throw new UsageError(
          `${night}: no such night has run; known are ${known.slice(0, 7).join(', ') || 'none'}`,
        );
      // The folder first: where the disk refuses, the store still knows the night, and the command can be run again.
      removeFolder(folder);
      await store.forgetNight(night);
      const lastGood = await store.lastGoodNight();
      return {
        text: [
          `The night of ${night} is forgotten, and ${relative(outside.cwd, folder)} is gone. The records that it read stay.`,
          `Last good night: ${lastGood ?? 'none'}. "handback nightly --date ${night}" runs it again.`,
        ].join('\n'),
        data: { night, lastGood },
      };
    }),
  );
}

function removeFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch (cause) {
    throw new NightError(
      `${folder} cannot be removed, so nothing is forgotten: ${(cause as Error).message}`,
      { cause },
    );
  }
}
