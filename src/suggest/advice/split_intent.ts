/** An intent under which customers want two things, as their words and the agents' wrap-up codes both show. */
import type { JourneyResult } from '../../domain/journey.js';
import { likenessAcross, likenessWithin } from '../../text/likeness-within.js';
import { type Prepared, prepare } from '../../text/similarity.js';
import type { Advice, AdviceInput, SuggestionDraft } from '../advice.js';
import { labelled } from '../candidates.js';
import { groupInOrder } from '../group-in-order.js';
import {
  fewestWordingsOfMatter,
  leastShareOfMatter,
  oneMatterOfCodes,
} from '../settings-of-advice.js';

const quoted = 2;

interface Worded {
  journey: JourneyResult;
  text: string;
  turn: number;
  prepared: Prepared;
}

export const splitIntent: Advice = {
  id: 'split_intent',
  title: 'Split an intent',
  description:
    'Intents whose customers agents serve under two wrap-up codes, each with words of its own. Not: two codes for the same words, which are two ways to end one matter; nor codes that say nothing. Never applied by itself: a person names the two and divides the phrases.',
  answers: ['dead_end_answer', 'teach_intent'],
  advise({ intent }, input) {
    if (intent === undefined) return [];
    const own = wordedOf(intent, input);
    const byCode = groupInOrder(own, ({ journey }) => journey.outcome.reason ?? '');
    const matters = [...byCode]
      .filter(([code, list]) => code !== '' && isMatter(list, own))
      .sort(([, a], [, b]) => b.length - a.length);
    const [first, ...others] = matters;
    const second = first && others.find(([, list]) => areApart(first[1], list));
    return first && second ? [draftOf(intent, first, second, own.length)] : [];
  },
};

/** Journeys whose customers wanted the intent, under a code that says something. */
function wordedOf(intent: string, { results, lexicon, config }: AdviceInput): Worded[] {
  return results.flatMap((journey) => {
    const { utterance, trueIntent, outcome } = journey;
    const code = outcome.reason?.toLowerCase();
    if (!utterance || trueIntent.name !== intent || !labelled(journey, config.labelProbability))
      return [];
    if (code === undefined || lexicon.emptyCodes.includes(code)) return [];
    const { text, turn } = utterance;
    return [{ journey, text, turn, prepared: prepare(text) }];
  });
}

const isMatter = (list: readonly Worded[], all: readonly Worded[]): boolean =>
  list.length >= fewestWordingsOfMatter && list.length >= leastShareOfMatter * all.length;

const areApart = (a: readonly Worded[], b: readonly Worded[]): boolean =>
  likenessAcross(a, b) < oneMatterOfCodes * Math.min(likenessWithin(a), likenessWithin(b));

type Matter = [code: string, journeys: Worded[]];

function draftOf(intent: string, one: Matter, other: Matter, all: number): SuggestionDraft {
  const [[a, first], [b, second]] = [one, other];
  return {
    kind: 'split_intent',
    target: `${intent}: ${[a, b].sort().join(' and ')}`,
    fromIntent: intent,
    phrases: [],
    evidence: [...first.slice(0, quoted), ...second.slice(0, quoted)].map(
      ({ journey, text, turn }) => ({
        sessionId: journey.sessionId,
        contactId: journey.contactId,
        turns: [`bot:${turn}`],
        quote: text,
      }),
    ),
    change: `Consider two intents instead of ${intent}: of ${all} customers who wanted it, agents served ${first.length} as ${a} and ${second.length} as ${b}, and the two say it in different words.`,
  };
}
