/** What is kept depends on beside the records that it was worked out of, as one hash. */
import type { Config } from '../../domain/config.js';
import type { BotDefinition } from '../../domain/conversation.js';
import { codeVersion } from '../../lib/code-version.js';
import { contentHash } from '../../lib/content-hash.js';

/** What all journeys' evidence depends on: the code, the training data, and what the config says of detection. */
export function commonSource(
  { lexicon, detect, bot }: Pick<Config, 'lexicon' | 'detect' | 'bot'>,
  definition: BotDefinition | null,
): string {
  const { readAt: _, ...content } = definition ?? { readAt: 0 };
  return contentHash([codeVersion(), content, lexicon, detect, bot.timeZone]);
}

/** What the config says of linking and of what is read for it. */
export type SideConfig = Pick<Config, 'bot' | 'link' | 'detect' | 'lexicon'>;

/** The same of whole days (see `days.ts`), which know only sessions of the bot. */
export function daySource(config: SideConfig, definition: BotDefinition | null): string {
  const { bot, link } = config;
  const { keyPaths, previousPaths } = link;
  return contentHash([commonSource(config, definition), bot, keyPaths, previousPaths]);
}
