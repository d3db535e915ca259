/** Contact Lens analyses, found by contact id and read as an agent contact's turns. */

import { readFileSync, statSync } from 'node:fs';
import { basename, isAbsolute, resolve } from 'node:path';
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
import { filesAt, folderOf } from '../input/files.js';
import { openInput } from '../input/input.js';
import { isFault } from '../input/lines.js';
import { jsonValues } from '../input/values.js';
import { timeOf } from './record.js';

type Turn = NonNullable<AgentContactRecord['turns']>[number];

export function lensFiles(glob: string, path: string): Promise<string[]> {
  return filesAt(isAbsolute(glob) ? glob : resolve(folderOf(path), glob));
}

/** Where each contact's transcript lies: a redacted analysis before a raw one, then the chat's own; then the later name. */
export interface LensIndex {
  files: Map<string, string>;
  /** Analyses whose file is not named after the contact. */
  loose: Map<string, JsonObject>;
}

/** `<contact>_analysis_<time>.json` of Contact Lens, `<contact>_<time>_UTC.json` of Connect's own chat transcripts. */
const named = /^(?:(.+?)_analysis(?:_redacted)?(?:_.*)?|(.+?)_\d{8}T[\d:_]+_UTC)\.json(?:\.gz)?$/;

export async function lensIndex(files: readonly string[]): Promise<LensIndex> {
  const index: LensIndex = { files: new Map(), loose: new Map() };
  const rank = (file: string) =>
    `${file.includes('_redacted') ? 2 : file.includes('_analysis') ? 1 : 0}${basename(file)}`;
  for (const file of files) {
    const [, analysed, chatted] = named.exec(basename(file)) ?? [];
    const contact = analysed ?? chatted;
    if (contact === undefined) {
      for await (const lens of analyses(file)) {
        const id = textOf(valueAt(lens, 'CustomerMetadata.ContactId')) ?? textOf(lens.ContactId);
        if (id !== undefined) index.loose.set(id, lens);
      }
    } else {
      const known = index.files.get(contact);
      if (known === undefined || rank(known) < rank(file)) index.files.set(contact, file);
    }
  }
  return index;
}

async function* analyses(file: string): AsyncGenerator<JsonObject> {
  for await (const piece of jsonValues(openInput(file))) {
    const lens = isFault(piece) ? null : parseObject(piece.text);
    if (lens) yield lens;
  }
}

/** There are as many files as contacts: a small one is read at once, since each wait costs more than the reading. */
async function onlyAnalysis(file: string): Promise<JsonObject | null> {
  const { size } = statSync(file);
  const whole = size < smallFile ? parseObject(readFileSync(file, 'utf8')) : null;
  if (whole) return whole;
  for await (const lens of analyses(file)) return lens;
  return null;
}
const smallFile = 1024 * 1024;

/** Turns of one contact; null where there is no analysis, a fault where it cannot be read. */
export async function lensTurns(
  index: LensIndex,
  id: string,
  contact: JsonObject,
): Promise<Turn[] | { fault: string } | null> {
  const file = index.files.get(id);
  if (file === undefined) {
    const lens = index.loose.get(id);
    return lens ? turnsOf(lens, contact) : null;
  }
  try {
    const lens = await onlyAnalysis(file);
    if (lens) return turnsOf(lens, contact);
  } catch {
    // Said below: whatever the reason, the contact is read without its words.
  }
  return { fault: `contact_lens: ${basename(file)} holds no readable analysis` };
}

function turnsOf(lens: JsonObject, contact: JsonObject): Turn[] {
  const transcript = listOf(lens.Transcript).map(objectOf);
  const start = Date.parse(audioStart(contact) ?? '');
  const roles = new Map(
    listOf(lens.Participants)
      .map(objectOf)
      .map(({ ParticipantId, ParticipantRole }) => [
        textOf(ParticipantId),
        textOf(ParticipantRole),
      ]),
  );
  const scores = sentiments(lens);
  const turns = transcript.flatMap((item): Turn[] => {
    const text = wordsOf(item);
    const at = momentOf(item, start);
    if (text === undefined || at === undefined || !isWords(item)) return [];
    const role = textOf(item.ParticipantRole) ?? roles.get(textOf(item.ParticipantId));
    const sentiment = sentimentOf(item.Sentiment) ?? scores.get(textOf(item.Id));
    return [
      { at, actor: actorOf(role ?? textOf(item.ParticipantId)), text, ...filled({ sentiment }) },
    ];
  });
  return withoutBotPhase(turns, timeOf(valueAt(contact, 'Agent.ConnectedToAgentTimestamp')));
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
  if (offset === undefined) return timeOf(item.AbsoluteTime);
  return Number.isNaN(start) ? undefined : new Date(start + offset).toISOString();
}

/** Of an interactive message its title and choices, of the answer the choice: the rest is for machines. */
function wordsOf({ Content, ContentType }: JsonObject): string | undefined {
  const content = textOf(Content);
  if (!/message\.interactive/.test(textOf(ContentType) ?? '')) return content;
  const message = parseObject(content ?? '') ?? {};
  const shown = objectOf(valueAt(message, 'data.content'));
  const choices = listOf(shown.elements).flatMap((one) => textOf(objectOf(one).title) ?? []);
  const said = textOf(shown.title) ?? textOf(shown.actionName);
  const list = choices.length > 0 ? `(${choices.join(', ')})` : undefined;
  return [said, list].filter((part) => part !== undefined).join(' ') || undefined;
}

/** Joining, leaving and attachments are no words. */
const isWords = ({ Type, ContentType }: JsonObject): boolean =>
  (Type === undefined || Type === 'MESSAGE') && !/connect\.event/.test(textOf(ContentType) ?? '');

function actorOf(role: string | undefined): Turn['actor'] {
  if (role === 'AGENT' || role === 'SUPERVISOR') return 'agent';
  return role === 'CUSTOMER' ? 'customer' : 'system';
}

const sentimentScores: Record<string, number> = { POSITIVE: 1, NEGATIVE: -1, NEUTRAL: 0, MIXED: 0 };
const sentimentOf = (name: unknown): number | undefined => sentimentScores[textOf(name) ?? ''];

/** Chat keeps sentiment apart from the messages: a progressive score from -5 to 5, or a name, for a group of ids. */
function sentiments(lens: JsonObject): Map<string | undefined, number> {
  const path = 'ConversationCharacteristics.Sentiment.DetailsByTranscriptItemGroup';
  return new Map(
    listOf(valueAt(lens, path))
      .map(objectOf)
      .flatMap((group) => {
        const score = numberOf(group.ProgressiveScore);
        const value =
          score === undefined ? sentimentOf(group.Sentiment) : Math.max(-1, Math.min(1, score / 5));
        if (value === undefined) return [];
        return listOf(group.TranscriptItems).map(
          (item) => [textOf(objectOf(item).Id), value] as const,
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
