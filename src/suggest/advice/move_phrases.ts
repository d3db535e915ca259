/** Training phrases of the intent that the bot acted on, which read like the one that the customers wanted. */
import type { JourneyResult } from '../../domain/journey.js';
import type { Phrase } from '../../domain/suggestion.js';
import { prepare, similarity } from '../../text/similarity.js';
import type { Advice, AdviceInput, Draft } from '../advice.js';
import { labelled } from '../candidates.js';
import { groupBy } from '../group-by.js';
import { phraseKey, type TrainingPhrase } from '../training.js';

/** How much nearer (similarity, 0 to 1) a phrase must be to the other intent. */
const clearly = 0.1;
/** Mean of this many nearest phrases: one alone may be mislabelled itself. */
const nearest = 2;
const utterancesRead = 100;

export const movePhrases: Advice = {
  id: 'move_phrases',
  title: 'Move training phrases',
  description:
    'Training phrases of the intent that the bot acted on, which are nearer to the phrases of the intent that the agent side shows. Not: phrases that are near to both.',
  answers: ['misunderstood_intent'],
  advise(_, input) {
    const { config } = input;
    const misread = input.journeys.filter(
      (journey) =>
        labelled(journey, config.labelProbability) &&
        journey.botIntent !== undefined &&
        journey.trueIntent.name !== null &&
        journey.botIntent !== journey.trueIntent.name,
    );
    const pairs = groupBy(misread, ({ botIntent, trueIntent }) =>
      JSON.stringify([botIntent, trueIntent.name]),
    );
    return [...pairs.values()].flatMap((journeys) =>
      journeys.length < config.minimumEvidence ? [] : draftFor(journeys, input),
    );
  },
};

function draftFor(journeys: readonly JourneyResult[], input: AdviceInput): Draft[] {
  const [from, to] = [journeys[0]?.botIntent ?? '', journeys[0]?.trueIntent.name ?? ''];
  const { phrases } = input.training;
  const own = phrases.filter(({ intent }) => intent === from);
  const other = phrases.filter(({ intent }) => intent === to);
  if (own.length <= nearest || other.length < nearest) return [];
  const heard = journeys
    .slice(0, utterancesRead)
    .flatMap(({ utterance }, i) =>
      utterance ? [{ journey: journeys[i], prepared: prepare(utterance.text) }] : [],
    );
  const moved = own
    .filter(({ key }) => !input.rejected.has(key))
    .map((phrase) => ({ phrase, lead: leadOf(phrase, own, other) }))
    .filter(({ lead }) => lead >= clearly)
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
    .slice(0, nearest);
  return near.reduce((sum, value) => sum + value, 0) / nearest;
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
