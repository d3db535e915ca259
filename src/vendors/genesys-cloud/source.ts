import { isObject, type JsonObject, textOf } from '../../lib/json.js';
import { botLog } from '../log/bot-log.js';
import { readConversation } from './conversation.js';
import { isBot, legsOf } from './legs.js';
import { type GenesysOptions, genesysOptions } from './options.js';
import { readSession, readTurn } from './turn.js';

/** Genesys Cloud: conversation details, reporting turns and sessions of bot flows, in any files of one path. */
export const source = botLog<GenesysOptions>({
  title: 'Genesys Cloud',
  description:
    'Conversation details (query or asynchronous job), reporting turns and sessions of bot flows, as the APIs answer them; all kinds under one path.',
  holds: ['bot sessions', 'agent contacts', 'surveys'],
  options: genesysOptions,
  wrapping: { lists: ['conversations', 'entities'] },
  mentions: () => /"(?:sessionId|id)\\*"\s*:\s*\\*"([^"\\]+)/,
  read(value, options) {
    if (Array.isArray(value.participants)) return readConversation(value, options);
    if (isTurn(value)) return readTurn(value, options);
    if (textOf(value.botResult) !== undefined) return readSession(value, options);
    return 'neither a conversation (participants), nor a reporting turn (askAction), nor a session of a bot flow (botResult)';
  },
  recognise({ objects }, others) {
    if (!objects.some((one) => isConversation(one) || isOfBot(one))) return null;
    return [objects, ...others.map((one) => one.objects)].some((all) => all.some(isOfBot))
      ? {}
      : { origin: 'unknown' };
  },
});

const isConversation = (value: JsonObject): boolean =>
  textOf(value.conversationId) !== undefined && Array.isArray(value.participants);

/** Of a bot of Genesys's own. */
const isOfBot = (value: JsonObject): boolean =>
  isTurn(value) ||
  textOf(value.botResult) !== undefined ||
  (isConversation(value) && legsOf(value).some(isBot));

const isTurn = (value: JsonObject): boolean =>
  isObject(value.askAction) || textOf(value.askActionResult) !== undefined;
