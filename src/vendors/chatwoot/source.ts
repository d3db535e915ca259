import { z } from 'zod';
import {
  filled,
  firstText,
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  textOf,
  valueAt,
} from '../../lib/json.js';
import {
  type Beside,
  type ContactRead,
  type ContactTurn,
  contactLog,
  flatAttributes,
  inOrder,
  joined,
  plainText,
  sinceHandoff,
} from '../log/contact-log.js';
import { customerAt } from '../log/exchange.js';
import { momentOf } from '../log/moment.js';
import { customerPaths, paths } from '../log/options.js';

const options = z.strictObject({
  platform: z.string().min(1).default('chatwoot'),
  messages: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Files or a glob of conversations' messages, relative to the folder of `path`, where they are not in the conversations.",
    ),
  handoff_key: paths(
    'custom_attributes.handoff_key',
    'custom_attributes.bot_session_id',
    'additional_attributes.bot_session_id',
    'contact_inbox.source_id',
  ).describe('Paths into the conversation.'),
  disposition: paths('custom_attributes.disposition', 'custom_attributes.reason').describe(
    'Paths into the conversation; its labels unless one is there.',
  ),
  bot_labels: paths('bot', 'bot-handoff').describe('Labels of conversations that came from a bot.'),
  customer: customerPaths({
    id: ['meta.sender.identifier', 'meta.sender.id'],
    phone: ['meta.sender.phone_number'],
    email: ['meta.sender.email'],
  }),
});
type Options = z.infer<typeof options>;

/** Chatwoot: conversations of its API, with messages and survey answers in them or beside them. */
export const source = contactLog<Options>({
  title: 'Chatwoot conversations',
  description:
    'Conversations as the application API answers them (pages or one a line), with their messages.',
  options,
  wrapping: { lists: ['payload'], texts: ['data'] },
  delivery: deliveryOf,
  read: readConversation,
  beside: ({ messages: glob }) => ({
    glob,
    wrapping: { lists: ['payload'], texts: ['data'] },
    keyOf: ({ conversation_id: id }) => textOf(id),
  }),
  recognise({ objects }, others) {
    const isOurs = objects.some(
      (one) => 'inbox_id' in one && ('meta' in one || 'contact_inbox' in one) && 'status' in one,
    );
    const messages = others.find((one) =>
      one.objects.some((o) => 'conversation_id' in o && 'message_type' in o),
    );
    return isOurs ? (messages ? { messages: messages.path } : {}) : null;
  },
});

function deliveryOf(conversation: JsonObject) {
  const id = textOf(conversation.id);
  const created = momentOf(conversation.created_at) ?? momentOf(conversation.timestamp);
  const changed = momentOf(conversation.updated_at) ?? momentOf(conversation.last_activity_at);
  return id === undefined || created === undefined ? null : { id, created, changed };
}

function readConversation(
  conversation: JsonObject,
  chosen: Options,
  beside: Beside,
): ContactRead | string {
  const delivered = deliveryOf(conversation);
  if (!delivered) return 'id, created_at: expected a conversation with both';
  const { id, created, changed } = delivered;
  const messages = latest(
    [...listOf(conversation.messages), ...(beside.get(id) ?? [])].map(objectOf),
  );
  const turns = inOrder(messages.flatMap(turnOf));
  const answered =
    turns.find(({ actor }) => actor === 'agent')?.at ??
    momentOf(conversation.first_reply_created_at);
  const lastBot = lastBotAt(messages, answered);
  const started = lastBot ?? created;
  const labels = listOf(conversation.labels).flatMap((label) => textOf(label) ?? []);
  const customer = customerAt(conversation, chosen.customer);
  const isFromBot =
    lastBot !== undefined || labels.some((label) => chosen.bot_labels.includes(label));
  const record = {
    type: 'agent_contact',
    platform: chosen.platform,
    contact_id: id,
    started_at: started,
    channel: channelOf(conversation),
    origin: isFromBot ? 'bot' : 'unknown',
    ...filled({
      answered_at:
        answered !== undefined && Date.parse(answered) >= Date.parse(started)
          ? answered
          : undefined,
      ended_at: turns.at(-1)?.at,
      handoff_key: firstText(conversation, chosen.handoff_key),
      customer: Object.keys(customer).length > 0 ? customer : undefined,
      queue: textOf(valueAt(conversation, 'meta.team.name')) ?? textOf(conversation.inbox_id),
      agent_id: textOf(valueAt(conversation, 'meta.assignee.id')),
    }),
    attributes: flatAttributes({
      ...objectOf(conversation.custom_attributes),
      labels: joined(labels),
    }),
    outcome: outcomeOf(conversation, messages, labels, chosen),
    turns: sinceHandoff(turns, answered),
  };
  return {
    id,
    changed,
    records: [record],
  };
}

/** The bot's last word before an agent's first: from then on the conversation is the agents'. */
function lastBotAt(
  messages: readonly JsonObject[],
  answered: string | undefined,
): string | undefined {
  return messages
    .filter(isBot)
    .map(({ created_at: at }) => momentOf(at))
    .filter(
      (at) => at !== undefined && (answered === undefined || Date.parse(at) < Date.parse(answered)),
    )
    .sort()
    .at(-1);
}

/** Chatwoot has no wrap-up codes: what a centre files a conversation under is a custom attribute, else a label. */
function outcomeOf(
  conversation: JsonObject,
  messages: readonly JsonObject[],
  labels: readonly string[],
  { disposition, bot_labels: ofBot }: Options,
) {
  return filled({
    reason: firstText(conversation, disposition) ?? labels.find((label) => !ofBot.includes(label)),
    // "Open" does not say that the matter is not resolved.
    resolved: textOf(conversation.status) === 'resolved' || undefined,
    ...satisfaction(messages),
  });
}

/** A conversation's list has its last messages, the messages' own list has all: each is said once. */
function latest(messages: readonly JsonObject[]): JsonObject[] {
  const seen = new Set<string>();
  return messages.filter(
    ({ id }) => textOf(id) === undefined || (!seen.has(String(id)) && seen.add(String(id))),
  );
}

const senderOf = ({ sender, sender_type: type }: JsonObject): string =>
  (textOf(objectOf(sender).type) ?? textOf(type) ?? '').toLowerCase().replace('_', '');
const isBot = (message: JsonObject): boolean => /^(?:agentbot|captain)/.test(senderOf(message));

/** Numbers in the API, words in webhooks: incoming, outgoing, activity, template. */
function turnOf(message: JsonObject): ContactTurn[] {
  const at = momentOf(message.created_at);
  const content = textOf(message.content);
  if (at === undefined || content === undefined) return [];
  const type =
    ({ 0: 'incoming', 1: 'outgoing' } as Record<string, string>)[String(message.message_type)] ??
    message.message_type;
  const text = /<\w+[^>]*>/.test(content) ? plainText(content) : content;
  if (type === 'incoming') return [{ at, actor: 'customer', text }];
  const isHuman = type === 'outgoing' && message.private !== true && !isBot(message);
  return [{ at, actor: isHuman ? 'agent' : 'system', text }];
}

function satisfaction(messages: readonly JsonObject[]): { csat?: number } {
  const csat = messages
    .map((message) =>
      numberOf(valueAt(message, 'content_attributes.submitted_values.csat_survey_response.rating')),
    )
    .find((rating) => rating !== undefined && rating >= 1 && rating <= 5);
  return csat === undefined ? {} : { csat };
}

function channelOf(conversation: JsonObject): string {
  const name = textOf(valueAt(conversation, 'meta.channel')) ?? textOf(conversation.channel) ?? '';
  if (/email/i.test(name)) return 'email';
  if (/voice/i.test(name)) return 'voice';
  return /web|api/i.test(name) || name === '' ? 'chat' : 'messaging';
}
