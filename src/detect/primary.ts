/** Exactly one finding explains the handoff best. */
import { type Category, categories, categoryNames } from '../domain/categories.js';
import type { Finding } from '../domain/journey.js';
import type { Ending } from './ending.js';
import { doubtWeight } from './settings.js';

/** What explains each way in which a session ends; after that the categories' own order is of what went wrong before. */
const explains: Record<Ending, readonly Category[]> = {
  error: ['backend_error'],
  unheard: ['uncovered_intent', 'misunderstood_intent', 'unrecognised_utterance', 'intent_loop'],
  stuck: ['uncaptured_slot', 'intent_loop', 'misunderstood_intent', 'uncovered_intent'],
  unasked: ['agent_requested'],
  gave_up: [
    'misunderstood_intent',
    'uncovered_intent',
    'agent_requested',
    'intent_loop',
    'unrecognised_utterance',
    'uncaptured_slot',
  ],
  own_rule: ['misunderstood_intent', 'uncovered_intent', 'missed_slot'],
};
/** What the bot never asked for makes nobody ask for a person; it is why the bot's own rule hands over. */
const onlyByRule: readonly Category[] = ['missed_slot', 'wrong_slot_value'];

/**
 * Marks the primary finding, adding `unknown` where nothing explains the handoff. In the categories' order.
 * @param ending how the session came to its handoff
 * @param hasRecovered the bot understood in the end what it had not recognised before
 */
export function choosePrimary(
  found: readonly Finding[],
  ending: Ending,
  hasRecovered = false,
): Finding[] {
  const placed = found.flatMap((finding) => {
    const isPast = hasRecovered && finding.category === 'unrecognised_utterance';
    const place = isPast ? null : placeOf(finding.category, ending);
    return place === null ? [] : [{ finding, rank: place - doubtWeight * finding.confidence }];
  });
  const unknown: Finding = {
    category: 'unknown',
    confidence: 1,
    primary: true,
    turns: [],
    actual: 'nothing that was found explains the handoff',
    expected: 'every handoff has a cause that can be seen',
  };
  const first = placed.sort((a, b) => a.rank - b.rank)[0]?.finding ?? unknown;
  const all = first === unknown ? [...found, unknown] : found;
  return all
    .map((finding) => ({ ...finding, primary: finding === first }))
    .sort(
      (a, b) =>
        categoryNames.indexOf(a.category) - categoryNames.indexOf(b.category) ||
        (a.slot ?? '').localeCompare(b.slot ?? ''),
    );
}

function placeOf(category: Category, ending: Ending): number | null {
  const { primaryPlace } = categories[category];
  if (primaryPlace === null || (ending !== 'own_rule' && onlyByRule.includes(category)))
    return null;
  const first = explains[ending].indexOf(category);
  return first >= 0 ? first - explains[ending].length - doubtWeight : primaryPlace;
}
