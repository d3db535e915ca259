/** Intents that stand for having none: what bots call "not understood", and where they keep examples of what is not theirs. */
const names = /fallback|^none$|out_?of_?scope|^default|unknown|no_?match/i;

export const isFallback = (intent: string): boolean => names.test(intent);

/** What an example of the bot's teaches; null: it belongs to no intent. */
export const labelOf = (intent: string): string | null => (isFallback(intent) ? null : intent);

/** Rasa calls its own `action_default_fallback` whatever a bot's rules name beside it. */
const fallbackActions = /fallback/i;

/** Whether an action is how the bot says that it did not understand. @param named the definition's own name for it */
export const isFallbackAction = (action: string | undefined, named: string | undefined): boolean =>
  action !== undefined && (action === named || fallbackActions.test(action));
