/** Failures as the night would hand them to the suggest room, and the phrases that come out of it. */
import { readLexicon } from '../../../src/config/lexicon.js';
import type { LabelledPhrase } from '../../../src/domain/classifier.js';
import type { BotDefinition } from '../../../src/domain/conversation.js';
import type { JourneyResult } from '../../../src/domain/journey.js';
import type { Suggestion } from '../../../src/domain/suggestion.js';
import type { Ticket } from '../../../src/domain/ticket.js';
import { english } from '../../../src/language/en/english.js';
import type { Engine } from '../../../src/nlu/engine.js';
import { trainShadow } from '../../../src/nlu/shadow.js';
import { suggest } from '../../../src/suggest/suggest.js';
import { result } from '../../support/conversations.js';
import type { Failure } from './world.js';

const lexicon = readLexicon('en', new URL('../../..', import.meta.url).pathname);

/** As the config has them that a new project gets. */
const settings = {
  maximumPhrases: 20,
  minimumEvidence: 2,
  labelProbability: 0.8,
  nearDuplicate: 0.85,
  engine: 'shadow',
};
/** What the night believes of each label, whatever the share that is wrong. */
const believed = 0.9;

export async function suggestionsFor(
  phrases: readonly LabelledPhrase[],
  failures: readonly Failure[],
  handled: readonly LabelledPhrase[],
  judge?: Engine['train'],
): Promise<Suggestion[]> {
  const { suggestions } = await suggest(
    {
      tickets: ticketsOf(failures),
      results: failures.map(journeyOf),
      handled: handled.map(({ text, intent }) => ({
        utterance: { turn: 0, text, entities: [] },
        intent: intent ?? '',
      })),
      definition: definitionOf(phrases),
      train: trainShadow,
      ...(judge && { judge }),
      lexicon,
      language: english,
      decisions: [],
    },
    settings,
  );
  return suggestions;
}

const mostRounds = Number(process.env.HANDBACK_ROUNDS ?? 3);

/** A month of nights in which everything is accepted: what was proposed in full makes room for more. @param judge tests the suggestions; the shadow where absent. */
export async function monthOfSuggestions(
  phrases: readonly LabelledPhrase[],
  failures: readonly Failure[],
  handled: readonly LabelledPhrase[],
  judge?: Engine['train'],
): Promise<LabelledPhrase[]> {
  const accepted: Read[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const taken = new Set(accepted.flatMap(({ ids }) => ids));
    const open = failures.filter(({ id }) => !taken.has(id));
    const suggestions = await suggestionsFor([...phrases, ...accepted], open, handled, judge);
    accepted.push(...importable(suggestions));
    if (!suggestions.some((one) => one.phrases.length >= settings.maximumPhrases)) break;
  }
  return accepted;
}

const isDoubted = ({ gate }: Suggestion) => gate.risk === 'cost' || gate.risk === 'doubt';

/** A phrase to read, and the failures that it stands for. */
export interface Read extends LabelledPhrase {
  ids: readonly string[];
}

/** What is neither refused nor doubted: an import that nobody reads. */
export const importable = (suggestions: readonly Suggestion[]): Read[] =>
  inReadingOrder(suggestions.filter((one) => !isDoubted(one)));

/**
 * All that is not refused, as a reviewer of few phrases would read it: as far into each suggestion as into the others, so
 * that what fails more often is read more of; what is doubted last.
 */
export function inReadingOrder(suggestions: readonly Suggestion[]): Read[] {
  return suggestions
    .filter(
      ({ kind, gate }) =>
        gate.verdict !== 'refused' && (kind === 'add_phrases' || kind === 'out_of_scope_phrases'),
    )
    .flatMap((one) =>
      one.phrases.map(({ text, sources }, i) => ({
        phrase: {
          text,
          intent: one.intent ?? null,
          ids: sources.map(({ sessionId }) => sessionId),
        },
        place: (isDoubted(one) ? 1 : 0) + (i + 0.5) / one.phrases.length,
      })),
    )
    .sort((a, b) => a.place - b.place)
    .map(({ phrase }) => phrase);
}

function journeyOf({ id, text, said, label }: Failure): JourneyResult {
  return result({
    sessionId: id,
    session: `test/bot/${id}`,
    ...(said !== null && { botIntent: said }),
    trueIntent: {
      name: label,
      probability: believed,
      standing: 'label',
      signals: [{ source: 'wrap_up_code', intent: label, probability: believed }],
    },
    utterance: { turn: 0, text, entities: [] },
  });
}

/** One ticket an intent, the most frequent first, as ranking would put them. */
function ticketsOf(failures: readonly Failure[]): Ticket[] {
  const byLabel = new Map<string | null, Failure[]>();
  for (const one of failures) byLabel.set(one.label, [...(byLabel.get(one.label) ?? []), one]);
  return [...byLabel]
    .sort(
      ([a, some], [b, others]) => others.length - some.length || ((a ?? '') < (b ?? '') ? -1 : 1),
    )
    .map(([intent, some], i) => ({
      id: `T-${i}`,
      repair: intent === null ? 'new_intent' : 'teach_intent',
      key: intent ?? '',
      intents: intent === null ? [] : [intent],
      slots: [],
      categories: [],
      handoffReasons: [],
      beyondUsual: true,
      parts: [],
      listed: true,
      category: intent === null ? 'uncovered_intent' : 'misunderstood_intent',
      ...(intent !== null && { intent }),
      owner: 'bot_team',
      title: '',
      why: '',
      sessions: some.map(({ id }) => `test/bot/${id}`),
      primarySessions: [],
      evidence: [],
      robust: true,
      rank: i + 1,
      status: 'new',
      journeys: some.length,
      share: some.length / failures.length,
      value: {
        minutesPerWeek: 1,
        interval: [0, 2],
        moneyPerWeek: null,
        surelyPerWeek: null,
        parts: [],
      },
      trend: { thisWeek: 1, lastWeek: 1, change: 0 },
      suggestions: [],
      since: '2026-03-02',
    }));
}

function definitionOf(phrases: readonly LabelledPhrase[]): BotDefinition {
  const names = [...new Set(phrases.flatMap(({ intent }) => intent ?? []))];
  const intents = names.map((name) => ({
    name,
    examples: phrases.filter(({ intent }) => intent === name).map(({ text }) => text),
    requiredSlots: [],
  }));
  return { platform: 'test', botId: 'bot', readAt: 0, intents, slots: [] };
}
