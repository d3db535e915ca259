/** Training phrases of the intent that the bot acted on, which read like the one that the customers wanted. */
import type { JourneyResult } from '../../domain/journey.js';
import type { Phrase } from '../../domain/suggestion.js';
import { prepare, similarity } from '../../text/similarity.js';
import type { Advice, AdviceInput, SuggestionDraft } from '../advice.js';
import { type MisreadPair, misreadPairs } from '../misread-pairs.js';
import { clearlyNearer, nearestPhrases, utterancesRead } from '../settings.js';
import { phraseKey, type TrainingPhrase } from '../training.js';

export const movePhrases: Advice = {
  id: 'move_phrases',
  title: 'Move training phrases',
  description:
    'Training phrases of the intent that the bot acted on, which are nearer to the phrases of the intent that the agent side shows, or are taken for one of them by a classifier that has not seen them. Not: phrases that are near to both, or stand under both.',
  answers: ['teach_intent'],
  advise: (_, input) => misreadPairs(input).flatMap((pair) => draftFor(pair, input)),
};

function draftFor({ from, to, journeys }: MisreadPair, input: AdviceInput): SuggestionDraft[] {
  const surely = new Set(
    input
      .confusions()
      .mislabelled.filter(({ phrase, as }) => phrase.intent === from && as === to)
      .map(({ phrase }) => phrase.key),
  );
  const { phrases } = input.training;
  const own = phrases.filter(({ intent }) => intent === from);
  const other = phrases.filter(({ intent }) => intent === to);
  if (own.length <= nearestPhrases || other.length < nearestPhrases) return [];
  const heard = journeys
    .slice(0, utterancesRead)
    .flatMap(({ utterance }, i) =>
      utterance ? [{ journey: journeys[i], prepared: prepare(utterance.text) }] : [],
    );
  const moved = own
    .filter(({ key }) => !input.rejected.has(key) && !input.training.byKey.get(key)?.includes(to))
    .map((phrase) => ({ phrase, lead: leadOf(phrase, own, other) }))
    .filter(({ phrase, lead }) => lead >= clearlyNearer || surely.has(phrase.key))
    .sort((a, b) => b.lead - a.lead || (a.phrase.key < b.phrase.key ? -1 : 1))
    .slice(0, input.config.maximumPhrases)
    .map(({ phrase }) => ({
      text: phrase.text,
      entities: [],
      sources: sourcesOf(phrase, heard),
    }));
  // An intent whose phrases all lie elsewhere is to be merged, not emptied.
  if (moved.length === 0 || 2 * moved.length > own.length) return [];
  const change = `Move phrases of ${from} to ${to}, whose phrases they are nearer to: in ${journeys.length} journeys the bot took one for the other.`;
  const target = `${from}>${to}`;
  return [{ kind: 'move_phrases', target, intent: to, fromIntent: from, phrases: moved, change }];
}

function leadOf(phrase: TrainingPhrase, own: TrainingPhrase[], other: TrainingPhrase[]): number {
  return meanNearest(phrase, other) - meanNearest(phrase, own);
}

function meanNearest(phrase: TrainingPhrase, among: readonly TrainingPhrase[]): number {
  const near = among
    .filter((one) => one !== phrase && one.key !== phrase.key)
    .map((one) => similarity(phrase.prepared, one.prepared))
    .sort((a, b) => b - a)
    .slice(0, nearestPhrases);
  return near.reduce((sum, value) => sum + value, 0) / nearestPhrases;
}

/** The journeys whose words are most like the phrase. */
function sourcesOf(
  { prepared, text }: TrainingPhrase,
  heard: readonly { journey: JourneyResult | undefined; prepared: ReturnType<typeof prepare> }[],
): Phrase['sources'] {
  return heard
    .map((one) => ({ ...one, near: similarity(prepared, one.prepared) }))
    .filter(({ near }) => near > 0 && phraseKey(text) !== '')
    .sort((a, b) => b.near - a.near)
    .slice(0, 3)
    .flatMap(({ journey }) => {
      if (!journey?.utterance) return [];
      const { sessionId, trueIntent, utterance } = journey;
      const agreeing = trueIntent.signals.filter(({ intent }) => intent === trueIntent.name);
      const signals = [...new Set(agreeing.map(({ source }) => source))].sort();
      return [
        { sessionId, turn: utterance.turn, signals, labelProbability: trueIntent.probability },
      ];
    });
}
