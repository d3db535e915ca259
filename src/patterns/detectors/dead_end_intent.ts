/**
 * An intent that the bot understands and that nearly always ends with an agent all the same: the bot asks, and then
 * hands over. No dead end: an intent of a bot that hands over everything, and one with too few sessions to be sure.
 */

import type { Pattern } from '../../domain/pattern.js';
import { percent } from '../../lib/wording.js';
import { type Cohort, understoodAs } from '../cohort.js';
import { deadEnds, type Escalation } from '../escalation.js';

export const deadEndIntent: Cohort = {
  id: 'dead_end_intent',
  title: 'An intent that nearly always escalates',
  description: 'The intent is understood, yet nearly all of its sessions end with an agent.',
  find: ({ sessions }, config) => ({ patterns: deadEnds(sessions, config).map(patternOf) }),
};

function patternOf({ intent, sessions, escalated, share, atLeast, others }: Escalation): Pattern {
  return {
    category: 'dead_end_intent',
    intent,
    why:
      `The bot understands "${intent}" and hands over ${escalated} of ${sessions} sessions; surely at least ${percent(atLeast)}. ` +
      `All other sessions escalate in ${percent(others)} of cases.`,
    actual: `${percent(share)} of the sessions of "${intent}" escalate`,
    expected: `about ${percent(others)}, as elsewhere in this bot`,
    confidence: atLeast,
    holds: (result) => understoodAs(intent, result),
  };
}
