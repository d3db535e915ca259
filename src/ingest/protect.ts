/**
 * From a wire record to what may be stored: identities become keyed hashes, free text is redacted, slot values are hashed.
 * Everything that a record's author can write freely passes through here.
 */
import type {
  BotDefinition,
  Contact,
  HeldValue,
  Outcome,
  Session,
  SessionTurn,
  Survey,
} from '../domain/conversation.js';
import type {
  AgentContactRecord,
  BotDefinitionRecord,
  BotSessionRecord,
  SurveyRecord,
} from '../domain/records.js';
import { filled } from '../lib/json.js';
import { afterQuestions } from '../redact/after-questions.js';
import { anything } from '../redact/asked.js';
import { isIdentifier } from '../redact/identifier.js';
import type { PersonalValue } from '../redact/personal-rule.js';
import { createRecordValues, type RecordValues } from '../redact/record-values.js';
import type { Redactor } from '../redact/redact.js';
import { usualScale } from '../vendors/handback/rules.js';

export interface Protector {
  session(record: BotSessionRecord): Session;
  contact(record: AgentContactRecord): Contact;
  survey(record: SurveyRecord): Survey;
  definition(record: BotDefinitionRecord): BotDefinition;
}

/** What protecting needs: the redactor, and `name` for short words that come again and again. */
interface ProtectTools {
  redactor: Redactor;
  name(text: string): string;
}

export function createProtector(redactor: Redactor): Protector {
  const tools = { redactor, name: remembering((text) => redactor.redact(redactor.scrubId(text))) };
  return {
    session: (record) => sessionOf(record, tools),
    contact: (record) => contactOf(record, tools),
    survey: (record) => surveyOf(record, tools),
    definition: (record) => definitionOf(record, tools),
  };
}

/** Names of intents, slots, queues and actions are few; whatever is written as if it were one cannot fill the memory. */
const mostRemembered = 5000;

function remembering(work: (text: string) => string): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = work(text);
    if (known.size < mostRemembered) known.set(text, result);
    return result;
  };
}

const time = (at: string): number => Date.parse(at);
const maybeTime = (at: string | undefined): number | undefined =>
  at === undefined ? undefined : time(at);
const languageTag = /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*$/;
const localeOf = (text: string | undefined): string | undefined =>
  text !== undefined && languageTag.test(text) ? text : undefined;

/** Stable: turns of one moment keep their order. */
const inOrder = <T extends { at: number }>(turns: T[]): T[] => turns.sort((a, b) => a.at - b.at);

function sessionOf(record: BotSessionRecord, tools: ProtectTools): Session {
  const { redactor, name } = tools;
  const platform = name(record.platform);
  const botId = name(record.bot_id);
  const sessionId = redactor.scrubId(record.session_id);
  const values = createRecordValues();
  for (const { slots } of record.turns)
    for (const [slot, value] of Object.entries(slots ?? {})) {
      const kind = typeof value === 'string' ? personalKind(slot, value, redactor) : undefined;
      if (kind !== undefined) values.add(kind, String(value));
    }
  const turns = afterQuestions(
    inOrder(record.turns.map((turn) => ({ ...turn, at: time(turn.at) }))),
    redactor,
    (turn, asked) => sessionTurn(turn, asked, values, tools),
  );
  const handoff = handoffOf(record, turns, values, tools);
  return filled({
    id: `${platform}/${botId}/${sessionId}`,
    platform,
    botId,
    sessionId,
    startedAt: time(record.started_at),
    endedAt: maybeTime(record.ended_at),
    channel: record.channel,
    locale: localeOf(record.locale),
    customer: redactor.identity(record.customer ?? {}),
    outcome: handoff && record.outcome === 'contained' ? 'escalated' : record.outcome,
    handoff,
    turns,
  });
}

/** Escalated without a handoff: the bot's last turn is where it must have been. */
function handoffOf(
  { outcome, handoff, started_at }: BotSessionRecord,
  turns: readonly SessionTurn[],
  values: RecordValues,
  { redactor, name }: ProtectTools,
): Session['handoff'] {
  if (!handoff) {
    if (outcome !== 'escalated') return undefined;
    return { at: Math.max(turns.at(-1)?.at ?? 0, time(started_at)), reason: 'unknown' };
  }
  const { context } = handoff;
  return filled({
    at: time(handoff.at),
    key: handoff.key === undefined ? undefined : redactor.scrubId(handoff.key),
    reason: handoff.reason,
    target: handoff.target === undefined ? undefined : name(handoff.target),
    context:
      context &&
      filled({
        level: context.level,
        text: context.text === undefined ? undefined : hide(context.text, [], values, redactor),
      }),
  });
}

/** A pressed button's text, as platforms log it: `/intent{"slot":"value"}`. */
const payload = /^\/\p{L}/u;

type TimedTurn = Omit<BotSessionRecord['turns'][number], 'at'> & { at: number };

function sessionTurn(
  turn: TimedTurn,
  asked: readonly string[],
  record: RecordValues,
  tools: ProtectTools,
): SessionTurn {
  const { redactor, name } = tools;
  const { text, intent, slots, asks_for, action, error } = turn;
  const values = Object.entries(slots ?? {});
  const found = values.map(([, value]) => (text === undefined ? null : placeOf(value, text)));
  const redacted =
    text === undefined
      ? undefined
      : redactor.redactWithSpans(
          text,
          found.flatMap((span) => (span ? [span] : [])),
          {
            asked: values.some(([slot], i) => found[i] && redactor.kindOfSlot(slot) === undefined)
              ? asked.filter((kind) => kind !== anything)
              : asked,
            known: [
              ...values.flatMap(([slot, value], i) => knownValue(slot, value, found[i], redactor)),
              ...record.placesIn(text),
            ],
          },
        );
  for (const { kind, words } of redacted?.hidden ?? []) record.add(kind, words);
  let next = 0;
  const held = values.map(([slot, value], i): [string, HeldValue] => {
    const span = found[i] ? redacted?.spans[next++] : undefined;
    return [name(slot), { digest: redactor.digestValue(value, slot), ...(span && { span }) }];
  });
  return filled({
    at: turn.at,
    actor: turn.actor,
    text: redacted?.text,
    intent: intent && {
      name: name(intent.name),
      confidence: intent.confidence,
      ranking: (intent.ranking ?? []).map((one) => ({ ...one, name: name(one.name) })),
    },
    slots: held.length > 0 ? Object.fromEntries(held) : undefined,
    asksFor: asks_for === undefined ? undefined : name(asks_for),
    action: action === undefined ? undefined : name(action),
    error: error === undefined ? undefined : redactor.redact(error),
    payload: turn.actor === 'customer' && payload.test(text ?? '') ? true : undefined,
  });
}

/**
 * What a slot made for it holds is personal, whatever it looks like: `customer_name: "will"`. Of other slots the codes are,
 * letters and digits by which somebody or something of theirs is known.
 */
function personalKind(slot: string, value: string, redactor: Redactor): string | undefined {
  return redactor.kindOfSlot(slot) ?? (code.test(value.trim()) ? 'account' : undefined);
}
const code = /^(?=(?:[^\d]*\d){4})(?=[\d\s-]*\p{L})[\p{L}\d][\p{L}\d-]{4,19}$/u;

function knownValue(
  slot: string,
  value: unknown,
  span: [number, number] | null | undefined,
  redactor: Redactor,
): PersonalValue[] {
  const kind = span ? personalKind(slot, String(value), redactor) : undefined;
  return span && kind !== undefined ? [{ kind, start: span[0], end: span[1] }] : [];
}

/** A text with what is personal in it hidden, and what of it was hidden remembered for the record's other turns. */
function hide(
  text: string,
  asked: readonly string[],
  record: RecordValues,
  redactor: Redactor,
): string {
  const { text: safe, hidden } = redactor.redactWithSpans(text, [], {
    asked,
    known: record.placesIn(text),
  });
  for (const { kind, words } of hidden) record.add(kind, words);
  return safe;
}

/** Where a value stands in a text as a word of its own, whatever its case. */
function placeOf(value: unknown, text: string): [number, number] | null {
  if (typeof value !== 'string' && typeof value !== 'number') return null;
  const words = String(value).trim().toLowerCase();
  const lower = text.toLowerCase();
  // Lower case of some letters is longer; places would be wrong.
  if (words === '' || lower.length !== text.length) return null;
  for (let at = lower.indexOf(words); at !== -1; at = lower.indexOf(words, at + 1)) {
    const around = `${lower[at - 1] ?? ' '}${lower[at + words.length] ?? ' '}`;
    if (!/[\p{L}\p{N}]/u.test(around)) return [at, at + words.length];
  }
  return null;
}

function contactOf(record: AgentContactRecord, tools: ProtectTools): Contact {
  const { redactor, name } = tools;
  const platform = name(record.platform);
  const contactId = redactor.scrubId(record.contact_id);
  const { handoff_key: key, queue, agent_id: agentId } = record;
  const values = createRecordValues();
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
        text: hide(text, asked, values, redactor),
        ...(sentiment !== undefined && { sentiment }),
      }),
    ),
  });
}

/** Ids must stay what they are on the other side of the join; anything else may hold somebody's words. */
function attribute(name: string, value: string, redactor: Redactor): string {
  const scrubbed = redactor.scrubId(value);
  if (scrubbed !== value || isIdentifier(name, value)) return scrubbed;
  return redactor.redact(value);
}

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

/** 0 to 100, from a scale that begins at 1. */
function csatOf({
  csat,
  csat_scale: scale = usualScale,
}: SurveyRecord | Outcomes): number | undefined {
  return csat === undefined ? undefined : ((csat - 1) / (scale - 1)) * 100;
}
type Outcomes = NonNullable<AgentContactRecord['outcome']>;

function surveyOf(record: SurveyRecord, { redactor, name }: ProtectTools): Survey {
  const customer = redactor.identity(record.customer ?? {});
  const contactId =
    record.contact_id === undefined ? undefined : redactor.scrubId(record.contact_id);
  const respondedAt = maybeTime(record.responded_at);
  const who = Object.values(customer).join(' ');
  const platform = record.platform === undefined ? undefined : name(record.platform);
  const ofContact = platform === undefined ? contactId : `${platform}/${contactId}`;
  return filled({
    id:
      (contactId === undefined ? undefined : ofContact) ??
      `${redactor.digestValue(`survey ${who} ${respondedAt ?? ''}`)}`,
    platform,
    contactId,
    customer,
    respondedAt,
    csat: csatOf(record),
    ces: record.ces,
    nps: record.nps,
    complaint: record.complaint,
    comment: record.comment === undefined ? undefined : redactor.redact(record.comment),
  });
}

function definitionOf(
  record: BotDefinitionRecord,
  { redactor, name }: ProtectTools,
): BotDefinition {
  const redact = (text: string) => redactor.redact(text);
  const maybe = (text: string | undefined) => (text === undefined ? undefined : redact(text));
  return filled({
    platform: name(record.platform),
    botId: name(record.bot_id),
    readAt: time(record.read_at),
    locale: localeOf(record.locale),
    confidenceThreshold: record.confidence_threshold,
    fallbackAction: record.fallback_action === undefined ? undefined : name(record.fallback_action),
    intents: record.intents.map((intent) =>
      filled({
        name: name(intent.name),
        description: maybe(intent.description),
        examples: intent.examples.map(redact),
        requiredSlots: (intent.required_slots ?? []).map(name),
      }),
    ),
    slots: record.slots.map((slot) =>
      filled({
        name: name(slot.name),
        type: maybe(slot.type),
        description: maybe(slot.description),
        values: (slot.values ?? []).map(redact),
        prompts: (slot.prompts ?? []).map(redact),
        neededBy: (slot.needed_by ?? []).map(name),
      }),
    ),
  });
}
