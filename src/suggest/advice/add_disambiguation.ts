/** Two intents that customers' words fit alike: the bot had better ask than guess. */
import { nameWords } from '../../domain/name-words.js';
import { words } from '../../text/words.js';
import type { Advice, AdviceInput, SuggestionDraft } from '../advice.js';
import { type MisreadPair, pairsOfWishes } from '../misread-pairs.js';
import { closeSecond, fewestOfPair, mostlyClose } from '../settings-of-advice.js';

const quoted = 3;

export const addDisambiguation: Advice = {
  id: 'add_disambiguation',
  title: 'Ask which is meant',
  description:
    'Pairs of intents of which the bot took the wrong one for customers whose words fit both about as well. Not: words that clearly say one of the two; those are phrases to be added.',
  answers: ['teach_intent'],
  advise: (_, input) => pairsOfWishes(input).flatMap((pair) => draftFor(pair, input)),
};

function draftFor({ from, to, journeys }: MisreadPair, input: AdviceInput): SuggestionDraft[] {
  const torn = journeys.filter(({ utterance }) => isTorn(utterance?.text, [from, to], input));
  const least = Math.max(input.config.minimumEvidence, fewestOfPair);
  if (torn.length < least || torn.length < mostlyClose * journeys.length) return [];
  const [one = '', other = ''] = [from, to].sort();
  const names = [nameWords(one), nameWords(other)];
  const isSayable = names.every((name) => words(name).every(input.language.isWord));
  return [
    {
      kind: 'add_disambiguation',
      target: `${one}+${other}`,
      intent: to,
      fromIntent: from,
      phrases: [],
      // "Is it about mem cancel?" is asked by nobody.
      ...(isSayable && { prompt: `Is it about "${names[0]}" or "${names[1]}"?` }),
      evidence: torn
        .slice(0, quoted)
        .flatMap(({ sessionId, contactId, utterance }) =>
          utterance
            ? [{ sessionId, contactId, turns: [`bot:${utterance.turn}`], quote: utterance.text }]
            : [],
        ),
      change: `Ask which is meant where both ${one} and ${other} fit: in ${torn.length} of the ${journeys.length} journeys in which the bot took ${to} for ${from}, the words fit both.`,
    },
  ];
}

/** Whether these two are the likeliest by the words, and close to each other. */
function isTorn(
  text: string | undefined,
  pair: readonly string[],
  { training }: AdviceInput,
): boolean {
  if (text === undefined || !training.shadow) return false;
  const [first, second] = training.shadow.classify(text).ranking;
  return (
    first !== undefined &&
    second !== undefined &&
    pair.includes(first.intent) &&
    pair.includes(second.intent) &&
    second.probability >= closeSecond * first.probability
  );
}
