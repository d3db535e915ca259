import type { Distribution } from '../intents/distribution.js';

/** What is known of one journey. */
export interface NeedTrace {
  /** What the signals say that it is about, over their intents and none; null where nothing speaks. */
  posterior: Distribution | null;
  /** The intent that the bot acted on. */
  acted: string | undefined;
  /** Wrap-up code. */
  code: string | undefined;
  held: ReadonlySet<string>;
  /** What the agent surely asks for. */
  asked: ReadonlySet<string>;
}
