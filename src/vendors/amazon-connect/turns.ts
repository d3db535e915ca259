/** The words of a contact: of an analysis, of Connect's own chat transcript, of real-time segments or single messages. */
import type { AgentContactRecord } from '../../domain/records.js';
import {
  filled,
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  parseObject,
  textOf,
  valueAt,
} from '../../lib/json.js';
import { timeOf } from './record.js';

export type Turn = NonNullable<AgentContactRecord['turns']>[number];

/** What one file, or one record of a stream, says of a contact. */
export interface Words {
  items: JsonObject[];
  /** Of participants and their items; chat keeps sentiment apart from the messages. */
  roles: Map<string, string>;
  scores: Map<string, number>;
}

/** Null where there is no word in it, and none can be: another shape, or a note that an analysis began or ended. */
export function wordsIn(lens: JsonObject): Words | null {
  const items = itemsOf(lens);
  return items && { items: items.filter(isWords), roles: rolesIn(lens), scores: sentiments(lens) };
}

function itemsOf(lens: JsonObject): JsonObject[] | null {
  if (Array.isArray(lens.Transcript)) return lens.Transcript.map(objectOf);
  // Utterances are what was understood so far; a transcript is what comes of them.
  if (Array.isArray(lens.Segments))
    return lens.Segments.map((segment) => objectOf(objectOf(segment).Transcript));
  return textOf(lens.AbsoluteTime) !== undefined && 'ContentType' in lens ? [lens] : null;
}

/** Joining, leaving and attachments are no words. */
const isWords = ({ Content, Type, ContentType }: JsonObject): boolean =>
  textOf(Content) !== undefined &&
  (Type === undefined || Type === 'MESSAGE') &&
  !/connect\.event/.test(textOf(ContentType) ?? '');

function rolesIn(lens: JsonObject): Map<string, string> {
  const pairs = listOf(lens.Participants).map((one) => {
    const { ParticipantId: id, ParticipantRole: role } = objectOf(one);
    return [textOf(id), textOf(role)] as const;
  });
  return new Map(
    pairs.flatMap(([id, role]) => (id === undefined || role === undefined ? [] : [[id, role]])),
  );
}

/** @param pieces in the order of their coming; a stream delivers some of them twice */
export function turnsOf(pieces: readonly Words[], contact: JsonObject): Turn[] {
  const start = Date.parse(audioStart(contact) ?? '');
  const seen = new Set<string>();
  const turns = pieces.flatMap(({ items, roles, scores }) =>
    items.flatMap((item): Turn[] => {
      const text = wordsOf(item);
      const at = momentOf(item, start);
      if (text === undefined || at === undefined) return [];
      const key = JSON.stringify([item.Id, at, text]);
      if (seen.has(key)) return [];
      seen.add(key);
      const id = textOf(item.ParticipantId);
      const role = textOf(item.ParticipantRole) ?? roles.get(id ?? '') ?? id;
      const sentiment = sentimentOf(item.Sentiment) ?? scores.get(textOf(item.Id) ?? '');
      return [{ at, actor: actorOf(role), text, ...filled({ sentiment }) }];
    }),
  );
  const ordered = turns.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return withoutBotPhase(ordered, timeOf(valueAt(contact, 'Agent.ConnectedToAgentTimestamp')));
}

/** Offsets count from the start of the audio, which is the recording's where the record knows it. */
function audioStart(contact: JsonObject): string | undefined {
  const [recording] = listOf(contact.Recordings).map(objectOf);
  return (
    timeOf(recording?.StartTimestamp) ??
    timeOf(valueAt(contact, 'Recording.StartTimestamp')) ??
    timeOf(valueAt(contact, 'Agent.ConnectedToAgentTimestamp')) ??
    timeOf(contact.InitiationTimestamp)
  );
}

function momentOf(item: JsonObject, start: number): string | undefined {
  const offset = numberOf(item.BeginOffsetMillis);
  if (offset === undefined) return timeOf(item.AbsoluteTime ?? valueAt(item, 'Time.AbsoluteTime'));
  return Number.isNaN(start) ? undefined : new Date(start + offset).toISOString();
}

/** Of an interactive message its title and choices, of the answer the choice: the rest is for machines. */
function wordsOf({ Content, ContentType }: JsonObject): string | undefined {
  const content = textOf(Content);
  if (!/message\.interactive|^application\/json/.test(textOf(ContentType) ?? '')) return content;
  const message = parseObject(content ?? '') ?? {};
  const shown = objectOf(valueAt(message, 'data.content'));
  const choices = listOf(shown.elements).flatMap(
    (one) => textOf(objectOf(one).title) ?? textOf(valueAt(one, 'data.content.title')) ?? [],
  );
  const said = textOf(shown.title) ?? textOf(shown.actionName);
  const list = choices.length > 0 ? `(${choices.join(', ')})` : undefined;
  return [said, list].filter((part) => part !== undefined).join(' ') || undefined;
}

function actorOf(role: string | undefined): Turn['actor'] {
  if (role === 'AGENT' || role === 'SUPERVISOR') return 'agent';
  return role === 'CUSTOMER' ? 'customer' : 'system';
}

const sentimentScores: Record<string, number> = { POSITIVE: 1, NEGATIVE: -1, NEUTRAL: 0, MIXED: 0 };
const sentimentOf = (name: unknown): number | undefined => sentimentScores[textOf(name) ?? ''];

/** Chat keeps sentiment apart from the messages: a progressive score from -5 to 5, or a name, for a group of ids. */
function sentiments(lens: JsonObject): Map<string, number> {
  const path = 'ConversationCharacteristics.Sentiment.DetailsByTranscriptItemGroup';
  const groups = listOf(valueAt(lens, path)).map(objectOf);
  return new Map(
    groups.flatMap((group) => {
      const score = numberOf(group.ProgressiveScore);
      const value =
        score === undefined ? sentimentOf(group.Sentiment) : Math.max(-1, Math.min(1, score / 5));
      const ids = listOf(group.TranscriptItems).map((item) => textOf(objectOf(item).Id));
      return ids.flatMap((id) =>
        id === undefined || value === undefined ? [] : [[id, value] as const],
      );
    }),
  );
}

/** What the customer wrote while a bot still answered was not said to the agent; the bot's own log has it. */
function withoutBotPhase(turns: readonly Turn[], answered: string | undefined): Turn[] {
  const until = Date.parse(answered ?? '');
  const isBefore = ({ at }: Turn) => Date.parse(at) < until;
  const lastBot = turns.findLastIndex((turn) => turn.actor === 'system' && isBefore(turn));
  return turns.filter((turn, i) => !(turn.actor === 'customer' && i < lastBot && isBefore(turn)));
}
