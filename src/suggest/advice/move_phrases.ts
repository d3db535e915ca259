/** Training phrases that say what customers say who want another intent. */
import type { JourneyResult } from '../../domain/journey.js';
import { counted } from '../../lib/wording.js';
import { similarity } from '../../text/similarity.js';
import type { Advice, AdviceInput, SuggestionDraft } from '../advice.js';
import { sourceOf } from '../candidates.js';
import { type MisreadPair, misreadPairs } from '../misread-pairs.js';
import { type Said, saidLike, saidOf } from '../said-by.js';
import { namesMore, saysIntent } from '../says-intent.js';
import {
  clearlyNearer,
  fewestWhoWanted,
  mostlyWanted,
  nearestPhrases,
} from '../settings-of-advice.js';
import { isFoundInFiles, type TrainingPhrase } from '../training.js';

export const movePhrases: Advice = {
  id: 'move_phrases',
  title: 'Move training phrases',
  description:
    'Training phrases of the intent that the bot acted on, which read like the phrases of another one, where customers who said nearly the same words wanted that other one, as the agent side shows. Not: phrases that read like the other intent and that no customer said; phrases that stand under both, or that say what the name of their own intent says.',
  answers: ['teach_intent'],
  advise(_, input) {
    const pairs = misreadPairs(input);
    const said = pairs.length === 0 ? [] : saidOf(input);
    return pairs.flatMap((pair) => draftFor(pair, said, input));
  },
};

function draftFor(
  { from, to }: MisreadPair,
  said: readonly Said[],
  input: AdviceInput,
): SuggestionDraft[] {
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
  const moved = own
    .filter(isFoundInFiles)
    .filter(({ text }) => !input.isRefused({ text, entities: [] }))
    .filter(({ key }) => !input.training.byKey.get(key)?.includes(to))
    .filter(({ text }) => !saysIntent(text, from, to))
    .map((phrase) => ({ phrase, lead: leadOf(phrase, own, other) }))
    .filter(({ phrase, lead }) => lead >= clearlyNearer || surely.has(phrase.key))
    .map((one) => ({ ...one, by: wantedBy(one.phrase, to, said, input) }))
    .filter(({ by }) => by.length > 0)
    .sort((a, b) => b.lead - a.lead || (a.phrase.key < b.phrase.key ? -1 : 1))
    .slice(0, input.config.maximumPhrases);
  // An intent whose phrases all lie elsewhere is to be merged, not emptied.
  if (moved.length === 0 || 2 * moved.length > own.length) return [];
  const journeys = new Set(moved.flatMap(({ by }) => by));
  return [
    {
      kind: 'move_phrases',
      target: `${from}>${to}`,
      intent: to,
      fromIntent: from,
      phrases: moved.map(({ phrase, by }) => ({
        text: phrase.text,
        entities: [],
        sources: by
          .slice(0, sourcesShown)
          .flatMap((one) => (one.utterance ? [sourceOf(one, one.utterance.turn)] : [])),
      })),
      change: `Move phrases of ${from} to ${to}: ${counted(journeys.size, 'customer')} said nearly the same and wanted ${to}.`,
    },
  ];
}

const sourcesShown = 3;

/** The journeys that said so, where enough did and hardly any of them wanted something else. */
function wantedBy(
  { prepared, text }: TrainingPhrase,
  to: string,
  said: readonly Said[],
  { config }: AdviceInput,
): JourneyResult[] {
  // "Cancel my protection plan" is not nearly "use my protection plan" where the other intent is `cancel_plan`.
  const alike = saidLike(prepared, said).filter(
    ({ utterance }) => !namesMore(utterance?.text ?? '', text, to),
  );
  const wanted = alike.filter(({ trueIntent }) => trueIntent.name === to);
  const isEnough = wanted.length >= Math.max(config.minimumEvidence, fewestWhoWanted);
  return isEnough && wanted.length >= mostlyWanted * alike.length ? wanted : [];
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
