import {
  isObject,
  type JsonObject,
  listOf,
  objectOf,
  parseObject,
  textOf,
  valueAt,
} from '../../lib/json.js';
import { remembering } from '../../lib/memo.js';
import { botLog, type LineRead } from '../log/bot-log.js';
import { readActivity, type Surroundings } from './activity.js';
import { type BotFrameworkOptions, botFrameworkOptions } from './options.js';

/** Transcripts of the Bot Framework, and Copilot Studio's table of them. */
export const source = botLog<BotFrameworkOptions>({
  title: 'Bot Framework and Copilot Studio transcripts',
  description:
    'Transcript files (an array of activities), transcript stores (a file an activity), and the table ConversationTranscript as CSV or JSON.',
  options: botFrameworkOptions,
  wrapping: { lists: ['value', 'activities'], csv: ['Content'] },
  mentions: () => conversation,
  named: namedIn,
  read: readLine,
  recognise: ({ objects, rows: [header = [], ...rows] }) => {
    const table = rows.map((cells) =>
      Object.fromEntries(header.map((name, i) => [name.trim(), cells[i] ?? ''])),
    );
    const isOurs = [...objects, ...table].some((one) => isActivity(one) || contentOf(one) !== null);
    return isOurs ? {} : null;
  },
});

const conversation = /"conversation\\*"\s*:\s*\{[^{}]*?"id\\*"\s*:\s*\\*"([^"\\]+)/;

/** What the row says and what its activities do, without parsing them. */
function* namedIn(row: JsonObject): Generator<string> {
  const beside = surroundings(row).conversation;
  if (beside !== undefined) yield beside;
  for (const [, id] of (textOf(column(row, 'content')) ?? '').matchAll(everyConversation))
    if (id !== undefined) yield id;
}
const everyConversation = new RegExp(conversation.source, 'g');

const isActivity = (value: JsonObject): boolean =>
  textOf(value.type) !== undefined &&
  isObject(value.from) &&
  ('channelId' in value || isObject(value.conversation));

/** Names of columns differ by how the table is exported: `content`, `Content`. */
function column(row: JsonObject, name: string): unknown {
  for (const key in row) if (plainName(key) === name) return row[key];
  return undefined;
}
const plainName = remembering(1000, (key) => key.toLowerCase().replace(/[\s_]/g, ''));

function contentOf(row: JsonObject): JsonObject | null {
  const content = column(row, 'content');
  const found = isObject(content) ? content : parseObject(textOf(content) ?? '');
  return found && Array.isArray(found.activities) ? found : null;
}

function readLine(value: JsonObject, options: BotFrameworkOptions): LineRead {
  const content = contentOf(value);
  if (!content) {
    const read = readActivity(value, options, {});
    return read === null || typeof read === 'string' ? read : [read];
  }
  const beside = surroundings(value);
  return listOf(content.activities)
    .map(objectOf)
    .flatMap((activity, order) => {
      const read = readActivity(activity, options, beside);
      return read === null || typeof read === 'string' ? [] : [{ ...read, order }];
    });
}

/** The name is the conversation's id, the bot's and, for long conversations in several rows, a number. */
function surroundings(row: JsonObject): Surroundings {
  const metadata =
    parseObject(textOf(column(row, 'metadata')) ?? '') ?? objectOf(column(row, 'metadata'));
  const bot = textOf(metadata.BotId) ?? '';
  const name = textOf(column(row, 'name')) ?? '';
  const at = bot === '' ? -1 : name.indexOf(`_${bot}`);
  const conversation =
    at > 0
      ? name.slice(0, at)
      : name ||
        textOf(column(row, 'conversationtranscriptid')) ||
        textOf(column(row, 'conversationtranscript'));
  return {
    ...(conversation !== undefined && { conversation }),
    ...((textOf(metadata.BotName) ?? (bot || undefined)) !== undefined && {
      bot: textOf(valueAt(metadata, 'BotName')) ?? bot,
    }),
  };
}
