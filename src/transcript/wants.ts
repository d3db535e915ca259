/** Which of a bot's intents a customer can want, and which are only ways of talking with it. */
import type { BotDefinition, DefinedIntent, DefinedSlot } from '../domain/conversation.js';
import { formSlots } from '../domain/form-slots.js';
import type { Lexicon } from '../domain/lexicon.js';
import { isFallback } from '../domain/no-intent.js';
import { createPhraseMatcher } from '../text/phrases.js';
import { withoutTokens } from '../text/tokens.js';
import { words } from '../text/words.js';
import type { DetectContext } from './context.js';
import {
  bareShare,
  fewestKindsOfValue,
  talkShare,
  wordsBeside,
  wordsBesideValue,
} from './settings.js';

const smallTalk =
  /^(?:greet(?:ing)?s?|hello|good_?bye|bye|affirm|deny|confirm|inform|thank(?:s|_?you)?|chit_?chat|yes|no)$/i;
const request =
  /^(?:(?:request_|talk_to_|speak_to_)?(?:human|agent)(?:_handoff|_request)?|hand_?(?:off|over))$/i;

type Defined = Pick<BotDefinition, 'intents' | 'slots'>;

/** Whether a bot acts on an intent by its name: it is not the lack of one, not small talk and no wish for a person. */
const isNamedWant = (intent: string) =>
  !isFallback(intent) && !smallTalk.test(intent) && !request.test(intent);

/**
 * Tells the intents that a bot acts on. Ways of talking with it have names that nobody foresees ("ta", "yes_ok", "want_adviser"): their examples
 * tell, beside the names that do; an intent that the definition does not have is told by its name alone.
 */
export function createActedOn(
  definition: Defined | null,
  lexicon: Lexicon,
): (intent: string) => boolean {
  const talk = talkIn(definition, lexicon);
  return (intent) => isNamedWant(intent) && !talk.has(intent);
}

/** Intents that are the wish for a person, by their name or by at least half of their examples. */
export function requestsOf({ definition, lexicon }: DetectContext): ReadonlySet<string> {
  const human = createPhraseMatcher(lexicon.humanRequests);
  const named = (definition?.intents ?? []).flatMap(({ name, examples }) => {
    const isRequest = areMostly(examples, (text) => human.test(text));
    return isRequest || request.test(name) ? [name] : [];
  });
  return new Set(named);
}

/** In the definition's order; all of the shadow's intents where there is no definition. */
export function wantsOf(
  { definition, shadow }: Pick<DetectContext, 'definition' | 'shadow'>,
  isActedOn: (intent: string) => boolean,
): string[] {
  const names = shadow?.intents ?? definition?.intents.map(({ name }) => name) ?? [];
  return names.filter(isActedOn);
}

const areMostly = (examples: readonly string[], are: (text: string) => boolean): boolean =>
  examples.length > 0 && examples.filter(are).length >= talkShare * examples.length;

/**
 * Intents that are ways of talking by at least half of their examples: courtesy, a yes or no, a request for a human; and, where the bot has forms
 * and the intent has none, the bare values that answer those of others.
 */
function talkIn(definition: Defined | null, lexicon: Lexicon): ReadonlySet<string> {
  const { byIntent, bySlot } = formSlots(definition);
  const isTalk = createTalkTest(lexicon);
  const asked = definition?.slots.filter(({ name }) => bySlot.has(name)) ?? [];
  const valueIn = createValueReader(asked, lexicon);
  const areValues = ({ name, examples }: DefinedIntent): boolean => {
    if (byIntent.size === 0 || byIntent.has(name)) return false;
    const values = examples.flatMap((text) => valueIn(text) ?? []);
    const bare = values.filter(({ beside }) => beside === 0);
    // "Premium" and "what is premium" are about one value, and "track 4711" says what for in every example.
    const kinds = new Set(values.map(({ of }) => of));
    return (
      values.length >= talkShare * examples.length &&
      bare.length >= bareShare * values.length &&
      kinds.size >= fewestKindsOfValue
    );
  };
  const found = (definition?.intents ?? []).filter(
    (intent) => areMostly(intent.examples, isTalk) || areValues(intent),
  );
  return new Set(found.map(({ name }) => name));
}

function createTalkTest({
  greetings,
  thanks,
  affirmations,
  negations,
  humanRequests,
}: Lexicon): (text: string) => boolean {
  const talk = createPhraseMatcher([...greetings, ...thanks, ...affirmations, ...negations]);
  const human = createPhraseMatcher(humanRequests);
  return (text) => {
    if (human.test(text)) return true;
    const [first] = talk.find(text);
    if (!first) return false;
    return words(text).length - words(first.phrase).length <= wordsBeside;
  };
}

/** A value that is all there is of a text but for a word: of which slot its list is, or that it is a figure; how many words of content stand beside it. */
interface BareValue {
  of: string;
  beside: number;
}

/** "It's INV-783115", "my answer is yearly"; null for what says more, or has no value. */
function createValueReader(
  slots: readonly DefinedSlot[],
  { stopWords, answerFillers }: Lexicon,
): (text: string) => BareValue | null {
  const isBeside = new Set([...stopWords, ...answerFillers]);
  const slotOf = new Map(slots.flatMap(({ name, values }) => values.map((one) => [one, name])));
  const listed = createPhraseMatcher([...slotOf.keys()]);
  return (text) => {
    const plain = withoutTokens(text);
    const [named] = listed.find(plain);
    const left = words(named ? `${plain.slice(0, named.start)} ${plain.slice(named.end)}` : plain);
    const of = named
      ? slotOf.get(named.phrase)
      : plain !== text || left.some(isFigure)
        ? 'figure'
        : undefined;
    const beside = left.filter((word) => !isFigure(word) && !isBeside.has(word)).length;
    return of === undefined || beside > wordsBesideValue ? null : { of, beside };
  };
}

/** "2fa" and "5g" are words. */
const isFigure = (word: string): boolean => /^\d+$|\d\D*\d/.test(word);
