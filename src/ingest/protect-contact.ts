/** An agent contact and a survey as they may be stored. */
import type { Contact, Outcome, Survey } from '../domain/conversation.js';
import type { AgentContactRecord, SurveyRecord } from '../domain/records.js';
import { filled } from '../lib/json.js';
import { afterQuestions } from '../redact/after-questions.js';
import { isIdentifier } from '../redact/identifier.js';
import type { Redactor } from '../redact/redact.js';
import { csatOf, hide, inOrder, maybeTime, type ProtectTools, time } from './protect-parts.js';

export function contactOf(record: AgentContactRecord, tools: ProtectTools): Contact {
  const { redactor, name } = tools;
  const platform = name(record.platform);
  const contactId = redactor.scrubId(record.contact_id);
  const { handoff_key: key, queue, agent_id: agentId } = record;
  const values = redactor.recordValues();
  const attributes = Object.entries(record.attributes ?? {}).filter(([, value]) => value !== null);
  return filled({
    id: `${platform}/${contactId}`,
    platform,
    contactId,
    startedAt: time(record.started_at),
    answeredAt: maybeTime(record.answered_at),
    endedAt: maybeTime(record.ended_at),
    channel: record.channel,
    origin: record.origin,
    handoffKey: key === undefined ? undefined : redactor.scrubId(key),
    customer: redactor.identity(record.customer ?? {}),
    queue: queue === undefined ? undefined : name(queue),
    agentId: agentId === undefined ? undefined : redactor.scrubId(agentId),
    holdSeconds: record.hold_seconds,
    attributes: Object.fromEntries(
      attributes.map(([key, value]) => [name(key), attribute(key, String(value), redactor)]),
    ),
    outcome: outcomeOf(record.outcome ?? {}, name),
    turns: afterQuestions(
      inOrder((record.turns ?? []).map((turn) => ({ ...turn, at: time(turn.at) }))),
      redactor,
      ({ at, actor, text, sentiment }, asked) => ({
        at,
        actor,
        ...hide(text, { asked }, values, redactor),
        ...(sentiment !== undefined && { sentiment }),
      }),
    ),
  });
}

/** Ids must stay what they are on the other side of the join; anything else may hold somebody's words. */
function attribute(name: string, value: string, redactor: Redactor): string {
  const scrubbed = redactor.scrubId(value);
  if (scrubbed !== value || isIdentifier(name, value)) return scrubbed;
  return redactor.redact(value, { prose: hasWords.test(value) });
}

/** A number by itself may be the key of a join. */
const hasWords = /\p{L}\s|\s\p{L}/u;

function outcomeOf(
  given: NonNullable<AgentContactRecord['outcome']>,
  name: (text: string) => string,
): Outcome {
  const { reason, resolved, ces, complaint, transferred } = given;
  return filled({
    reason: reason === undefined ? undefined : name(reason),
    resolved,
    csat: csatOf(given),
    ces,
    complaint,
    transferred,
  });
}

/** The id of a survey that names no contact: who answered, and when. */
export function surveyIdOf(
  { customer, respondedAt }: Pick<Survey, 'customer'> & { respondedAt?: number | undefined },
  redactor: Redactor,
): string {
  const who = Object.values(customer).join(' ');
  return `${redactor.digestValue(`survey ${who} ${respondedAt ?? ''}`)}`;
}

export function surveyOf(record: SurveyRecord, { redactor, name }: ProtectTools): Survey {
  const customer = redactor.identity(record.customer ?? {});
  const contactId =
    record.contact_id === undefined ? undefined : redactor.scrubId(record.contact_id);
  const respondedAt = maybeTime(record.responded_at);
  const platform = record.platform === undefined ? undefined : name(record.platform);
  const ofContact = platform === undefined ? contactId : `${platform}/${contactId}`;
  return filled({
    id:
      (contactId === undefined ? undefined : ofContact) ??
      surveyIdOf({ customer, respondedAt }, redactor),
    platform,
    contactId,
    customer,
    respondedAt,
    csat: csatOf(record),
    ces: record.ces,
    nps: record.nps,
    complaint: record.complaint,
    comment:
      record.comment === undefined ? undefined : redactor.redact(record.comment, { prose: true }),
  });
}
