/** Tries again what may work a little later. */

import { messageOf } from '../lib/message-of.js';

export interface Retrying {
  attempts: number;
  wait(milliseconds: number): Promise<void>;
}

/** Trying again would not help: a wrong address, a refused password. */
export class Refused extends Error {
  override name = 'Refused';
}

const firstWait = 1000;
const factor = 4;

/** @returns null when it worked, else why the last try did not */
export async function withRetries(
  work: () => Promise<void>,
  { attempts, wait }: Retrying,
): Promise<string | null> {
  for (let attempt = 1; ; attempt++) {
    try {
      await work();
      return null;
    } catch (error) {
      const reason = messageOf(error);
      if (error instanceof Refused || attempt >= attempts) return reason;
      await wait(firstWait * factor ** (attempt - 1));
    }
  }
}
