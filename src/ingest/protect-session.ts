/** A bot session as it may be stored: what the bot captured is hidden wherever it is said, and kept as a keyed hash. */
import type { HeldValue, Session, SessionTurn } from '../domain/conversation.js';
import { isPayload } from '../domain/payload.js';
import type { BotSessionRecord } from '../domain/records.js';
import { filled } from '../lib/json.js';
import { afterQuestions } from '../redact/after-questions.js';
import { anything } from '../redact/asked.js';
import type { PersonalValue } from '../redact/personal-rule.js';
import type { RecordValues } from '../redact/record-values.js';
import type { Redactor } from '../redact/redact.js';
import {
  hide,
  inOrder,
  localeOf,
  maybeTime,
  type ProtectTools,
  shapesOf,
  time,
} from './protect-parts.js';

export function sessionOf(record: BotSessionRecord, tools: ProtectTools): Session {
  const { redactor, name } = tools;
  const platform = name(record.platform);
  const botId = name(record.bot_id);
  const sessionId = redactor.scrubId(record.session_id);
  const values = redactor.recordValues();
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
        text:
          context.text === undefined
            ? undefined
            : hide(context.text, { prose: context.level !== 'transcript' }, values, redactor).text,
      }),
  });
}

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
    const tails = partsOf(value).flatMap((part) => redactor.digestValue(part, slot) ?? []);
    return [
      name(slot),
      {
        digest: redactor.digestValue(value, slot),
        ...(tails.length > 0 && { tails }),
        ...(span && { span }),
      },
    ];
  });
  return filled({
    at: turn.at,
    actor: turn.actor,
    text: redacted?.text,
    ...(redacted && shapesOf(redacted)),
    intent: intent && {
      name: name(intent.name),
      confidence: intent.confidence,
      ranking: (intent.ranking ?? []).map((one) => ({ ...one, name: name(one.name) })),
    },
    slots: held.length > 0 ? Object.fromEntries(held) : undefined,
    asksFor: asks_for === undefined ? undefined : name(asks_for),
    action: action === undefined ? undefined : name(action),
    error: error === undefined ? undefined : redactor.redact(error),
    payload: turn.actor === 'customer' && isPayload(text ?? '') ? true : undefined,
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

/** How many digits people leave out, and what is left at least: fewer digits are anybody's. */
const mostLeftOut = 3;
const shortestPart = 5;
/** "PX 482": the letters are the firm's own. */
const shortCode = /^[a-z]{1,3}[ -]?(\d{3,4})$/iu;
/** Digits of a number that people tell in two halves, and of the longest half. */
const halved = /^\d{8,17}$/;
const longestHalf = 8;
const isoDate = /^\d{4}-\d\d-\d\d/;

/** Of a code or a number the parts that people tell in its place: "C26434024" as "434024", "775412446" as "77541" and then "2446". */
function partsOf(value: unknown): string[] {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
  const short = shortCode.exec(text)?.[1];
  if (short !== undefined) return [short];
  const digits = text.replace(/\D/g, '');
  if (halved.test(text.replace(/[ -]/g, '')) && !isoDate.test(text)) {
    const lengths = Array.from(
      { length: longestHalf - shortestPart + 1 },
      (_, i) => i + shortestPart,
    );
    return lengths
      .filter((length) => length <= digits.length - 2)
      .flatMap((length) => [digits.slice(0, length), digits.slice(-length)]);
  }
  if (!code.test(text) || !text.endsWith(digits.slice(-shortestPart))) return [];
  const tails = Array.from({ length: mostLeftOut }, (_, i) => digits.slice(i + 1));
  return tails.filter((tail) => tail.length >= shortestPart);
}

function knownValue(
  slot: string,
  value: unknown,
  span: [number, number] | null | undefined,
  redactor: Redactor,
): PersonalValue[] {
  const kind = span ? personalKind(slot, String(value), redactor) : undefined;
  return span && kind !== undefined ? [{ kind, start: span[0], end: span[1] }] : [];
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
