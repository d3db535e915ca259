/** journeys.ndjson: one line a handoff. */
import type { Finding, JourneyResult } from '../../domain/journey.js';
import type { Report } from '../../domain/report.js';
import type { Exporter } from '../exporter.js';
import { toJson } from '../json.js';

export const journeys: Exporter = {
  id: 'journeys',
  file: 'journeys.ndjson',
  render: ({ journeys: all }: Report) =>
    all.map((journey) => `${toJson(lineOf(journey))}\n`).join(''),
};

function lineOf(journey: JourneyResult) {
  const { link, trueIntent, effort, ledger } = journey;
  return {
    session_id: journey.sessionId,
    contact_id: journey.contactId,
    link: {
      method: link.method,
      probability: link.probability,
      status: link.status,
      ...(link.legs.length > 0 && { legs: link.legs }),
    },
    handoff: {
      reason: journey.handoff.reason,
      inferred: journey.handoff.inferred,
      last_words: journey.handoff.closing?.at(-1)?.text,
    },
    findings: journey.findings.map(findingOf),
    // Without a standing nothing is claimed; a null name is the claim that the bot has no intent for it.
    true_intent:
      trueIntent.standing === 'none'
        ? null
        : { name: trueIntent.name, probability: trueIntent.probability },
    effort: {
      bot: effort.bot,
      wait: effort.wait,
      identify: effort.identify,
      explain: effort.explain,
      solve: effort.solve,
    },
    repeats: { count: journey.repeats, seconds: journey.repeatSeconds },
    ledger: ledger.map(({ slot, bot, agent, needed, confidence, turns }) => {
      return { slot, bot, agent, needed, confidence, turns };
    }),
    score: journey.score,
  };
}

function findingOf({ category, slot, intent, confidence, primary, causedBy, turns }: Finding) {
  return { category, slot, intent, confidence, primary, caused_by: causedBy, turns };
}
