/** Where a night may stop: between steps whose work is kept, or of which nothing is. */
import { setImmediate } from 'node:timers/promises';
import { StoppedError } from '../domain/errors.js';
import type { NightTools } from './context.js';

/** Lets signals in, which wait while we compute. @throws StoppedError when one has asked us to stop */
export async function stopIfAsked({ isStopping }: Pick<NightTools, 'isStopping'>): Promise<void> {
  if (!isStopping) return;
  await setImmediate();
  if (isStopping())
    throw new StoppedError(
      '[nightly] stopped on request; records that were read stay, nothing was published. Run the night again.',
    );
}
