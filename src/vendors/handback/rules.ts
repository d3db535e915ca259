/**
 * What must hold across a record's fields. Each rule is named after what it surfaces and returns reasons: what, where, and what
 * to do. Some things are put right instead of refused, in `protect.ts`: turns out of order are sorted, an escalated session
 * without `handoff` gets one at its last turn for reason unknown, and a contained one with a handoff counts as escalated.
 */
import type { AgentContactRecord, HandbackRecord, SurveyRecord } from '../../domain/records.js';

type Rule = (record: HandbackRecord) => string[];

const isBefore = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && Date.parse(a) < Date.parse(b);

function endBeforeStart(record: HandbackRecord): string[] {
  if (record.type !== 'bot_session' && record.type !== 'agent_contact') return [];
  if (!isBefore(record.ended_at, record.started_at)) return [];
  return [
    'ended_at: lies before started_at, so the record ends before it starts; correct the export',
  ];
}

function answerBeforeStart(record: HandbackRecord): string[] {
  if (record.type !== 'agent_contact' || !isBefore(record.answered_at, record.started_at))
    return [];
  return [
    'answered_at: lies before started_at; started_at is when the customer entered the queue; correct the export',
  ];
}

function answerAfterEnd(record: HandbackRecord): string[] {
  if (record.type !== 'agent_contact' || !isBefore(record.ended_at, record.answered_at)) return [];
  return ['answered_at: lies after ended_at; leave it out where nobody answered'];
}

function handoffBeforeStart(record: HandbackRecord): string[] {
  if (record.type !== 'bot_session' || !isBefore(record.handoff?.at, record.started_at)) return [];
  return ['handoff.at: lies before started_at; correct the export'];
}

/** Lowest possible score; the highest is `csat_scale`. */
const lowest = 1;
export const usualScale = 5;

function scoreOutsideScale(record: HandbackRecord): string[] {
  const [path, answers] = satisfaction(record);
  const { csat, csat_scale: scale = usualScale } = answers;
  if (scale <= lowest) return [`${path}csat_scale: expected the highest possible score, above 1`];
  if (csat === undefined || (csat >= lowest && csat <= scale)) return [];
  return [
    `${path}csat: outside its scale of 1 to ${scale}; give csat_scale, the highest possible score`,
  ];
}

function satisfaction(
  record: HandbackRecord,
): [path: string, Pick<SurveyRecord, 'csat' | 'csat_scale'>] {
  if (record.type === 'survey') return ['', record];
  const { outcome } = record as Partial<AgentContactRecord>;
  return ['outcome.', record.type === 'agent_contact' && outcome ? outcome : {}];
}

function namelessSurvey(record: HandbackRecord): string[] {
  if (record.type !== 'survey' || record.contact_id !== undefined) return [];
  const known = Object.values(record.customer ?? {}).some((value) => value?.trim());
  if (known && record.responded_at !== undefined) return [];
  return ['contact_id: missing; a survey names its contact, or else a customer and responded_at'];
}

export const rules: readonly Rule[] = [
  endBeforeStart,
  answerBeforeStart,
  answerAfterEnd,
  handoffBeforeStart,
  scoreOutsideScale,
  namelessSurvey,
];
