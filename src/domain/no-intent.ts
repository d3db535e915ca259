import type { LabelledPhrase } from './classifier.js';
import type { BotDefinition } from './conversation.js';
import { nameWords } from './name-words.js';

/** Intents that stand for having none: what bots call "not understood", and where they keep examples of what is not theirs. */
const core = 'fallback|none|oos|out ?of ?scope|unknown|no ?match|default';
/** What may stand beside it. With another word it names a matter: `unknown_charge` is a wish, `default_card` and `fallback_number` are. */
const beside = [
  'nlu|core|intents?|input|action|utter|welcome|negative|sys|system|amazon|global|custom|general|low|confidence|two|stage',
  'handler|response|requests?|query|queries|questions?|message|utterance|text|topic|event|examples?|bot|other|yes|no',
  'of|these|the|above|\\d+',
].join('|');
const name = new RegExp(`^(?:(?:${beside}) )*(?:${core})(?: (?:${beside}|${core}))*$`);

/** "AMAZON.FallbackIntent", "out_of_scope/weather", "Default Welcome Intent". */
export const isFallback = (intent: string): boolean =>
  intent.split(/[/.]/).some((part) => name.test(nameWords(part).toLowerCase()));

/** What an example of the bot's teaches; null: it belongs to no intent. */
export const labelOf = (intent: string): string | null => (isFallback(intent) ? null : intent);

/** The training data as a classifier is told it. */
export const labelledPhrases = (
  definition: Pick<BotDefinition, 'intents'> | null,
): LabelledPhrase[] =>
  (definition?.intents ?? []).flatMap(({ name: intent, examples }) =>
    examples.map((text) => ({ text, intent: labelOf(intent) })),
  );

/** Rasa calls its own `action_default_fallback` whatever a bot's rules name beside it. */
const fallbackActions = /fallback/i;

/** Whether an action is how the bot says that it did not understand. @param named the definition's own name for it */
export const isFallbackAction = (action: string | undefined, named: string | undefined): boolean =>
  action !== undefined && (action === named || fallbackActions.test(action));
