/** Intents that stand for having none: what bots call "not understood", and where they keep examples of what is not theirs. */
const names = /fallback|^none$|out_?of_?scope|^default|unknown|no_?match/i;

export const isFallback = (intent: string): boolean => names.test(intent);

/** What an example of the bot's teaches; null: it belongs to no intent. */
export const labelOf = (intent: string): string | null => (isFallback(intent) ? null : intent);
