/** Which of a bot's intents a customer can want, and which are only ways of talking with it. */
import { isFallback } from '../domain/no-intent.js';
import { createPhraseMatcher } from '../text/phrases.js';
import { words } from '../text/words.js';
import type { DetectContext } from './context.js';
import { talkShare, wordsBeside } from './settings.js';

const smallTalk =
  /^(?:greet(?:ing)?s?|hello|good_?bye|bye|affirm|deny|confirm|inform|thank(?:s|_?you)?|chit_?chat|yes|no)$/i;
const request =
  /^(?:(?:request_|talk_to_|speak_to_)?(?:human|agent)(?:_handoff|_request)?|hand_?(?:off|over))$/i;

/** Names an intent that a bot acts on, not the lack of one, not small talk and no wish for a person. */
export const isActedOn = (intent: string) =>
  !isFallback(intent) && !smallTalk.test(intent) && !request.test(intent);

/** Intents that are the wish for a person, by their name or by at least half of their examples. */
export function requestsOf({ definition, lexicon }: DetectContext): ReadonlySet<string> {
  const human = createPhraseMatcher(lexicon.humanRequests);
  const named = (definition?.intents ?? []).flatMap(({ name, examples }) => {
    const asking = examples.filter((text) => human.test(text)).length;
    const isRequest = examples.length > 0 && asking >= talkShare * examples.length;
    return isRequest || request.test(name) ? [name] : [];
  });
  return new Set(named);
}

/** In the definition's order; all of the shadow's intents where there is no definition. */
export function wantsOf({ definition, shadow, lexicon }: DetectContext): string[] {
  const { greetings, thanks, affirmations, negations, humanRequests } = lexicon;
  const talk = createPhraseMatcher([...greetings, ...thanks, ...affirmations, ...negations]);
  const human = createPhraseMatcher(humanRequests);
  const isTalk = (text: string) => {
    if (human.test(text)) return true;
    const [first] = talk.find(text);
    if (!first) return false;
    return words(text).length - words(first.phrase).length <= wordsBeside;
  };
  const examples = new Map(definition?.intents.map((intent) => [intent.name, intent.examples]));
  const names = shadow?.intents ?? [...examples.keys()];
  return names.filter((name) => {
    const own = examples.get(name) ?? [];
    const share = own.length === 0 ? 0 : own.filter(isTalk).length / own.length;
    return isActedOn(name) && share < talkShare;
  });
}
