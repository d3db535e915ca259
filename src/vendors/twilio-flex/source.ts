import { z } from 'zod';
import {
  filled,
  firstText,
  type JsonObject,
  listOf,
  objectOf,
  parseObject,
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
  sinceHandoff,
} from '../log/contact-log.js';
import { customerAt } from '../log/exchange.js';
import { momentOf } from '../log/moment.js';
import { customerPaths, paths } from '../log/options.js';

const options = z.strictObject({
  platform: z.string().min(1).default('twilio-flex'),
  messages: z
    .string()
    .min(1)
    .optional()
    .describe(
      "Files or a glob of conversations' messages, relative to the folder of `path`: pages of the Conversations API.",
    ),
  agent_authors: z
    .string()
    .optional()
    .describe(
      'A regular expression of the authors that are agents; whoever is neither customer, bot nor system unless given.',
    ),
  bot_authors: paths('bot', 'Bot').describe('Authors of messages that are bots.'),
  handoff_key: paths(
    'conversations.conversation_id',
    'conversationSid',
    'channelSid',
    'call_sid',
  ).describe("Paths into the task's attributes."),
  disposition: paths(
    'conversations.outcome',
    'conversations.conversation_attribute_1',
    'reason',
  ).describe("Paths into the task's attributes, or into the task."),
  customer: customerPaths({
    id: ['customers.customer_id', 'customers.external_id'],
    phone: ['customers.phone', 'from'],
    email: ['customers.email'],
  }),
});
type Options = z.infer<typeof options>;

/** Twilio Flex: tasks of TaskRouter, whose attributes are JSON within text. */
export const source = contactLog<Options>({
  title: 'Twilio Flex tasks',
  description:
    'TaskRouter tasks as the REST API (or the SDK) gives them, with the messages of their conversations in files beside them.',
  options,
  wrapping: { lists: ['tasks'] },
  read: readTask,
  beside: ({ messages: glob }) => ({
    glob,
    wrapping: { lists: ['messages'] },
    keyOf: (one) => textOf(one.conversation_sid) ?? textOf(one.conversationSid),
  }),
  recognise({ objects }, others) {
    const isOurs = objects.some((one) => /^WT/.test(textOf(one.sid) ?? ''));
    const messages = others.find((one) =>
      one.objects.some(
        (o) =>
          Array.isArray(o.messages) || (textOf(o.conversation_sid) !== undefined && 'body' in o),
      ),
    );
    return isOurs ? (messages ? { messages: messages.path } : {}) : null;
  },
});

/** The REST API writes snake_case, the SDK camelCase. */
const of = (task: JsonObject, name: string): unknown =>
  task[name] ?? task[name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())];

function readTask(task: JsonObject, chosen: Options, beside: Beside): ContactRead | string {
  const id = textOf(task.sid);
  const created = momentOf(of(task, 'date_created'));
  if (id === undefined || created === undefined)
    return 'sid, date_created: expected a task with both';
  const attributes = parseObject(textOf(task.attributes) ?? '') ?? objectOf(task.attributes);
  const queued = momentOf(of(task, 'task_queue_entered_date')) ?? created;
  const conversation = firstText(attributes, ['conversationSid', 'channelSid']);
  const turns = turnsOf(beside.get(conversation ?? '') ?? [], attributes, chosen);
  const first = turns.find(
    ({ actor, at }) => actor === 'agent' && Date.parse(at) >= Date.parse(queued),
  );
  const answered = first?.at;
  const isDone = /^(?:completed|wrapping|canceled)$/.test(
    textOf(of(task, 'assignment_status')) ?? '',
  );
  const ended = isDone ? momentOf(of(task, 'date_updated')) : undefined;
  const customer = customerAt(attributes, chosen.customer);
  const before = textOf(valueAt(attributes, 'conversations.preceded_by')) ?? '';
  const key = firstText(attributes, chosen.handoff_key);
  const record = {
    type: 'agent_contact',
    platform: chosen.platform,
    contact_id: id,
    started_at: queued,
    channel: channelOf(textOf(of(task, 'task_channel_unique_name')) ?? '', attributes),
    origin: /bot/i.test(before) ? 'bot' : 'unknown',
    ...filled({
      answered_at: answered,
      ended_at:
        ended !== undefined && Date.parse(ended) >= Date.parse(answered ?? queued)
          ? ended
          : undefined,
      handoff_key: key,
      customer: Object.keys(customer).length > 0 ? customer : undefined,
      queue: textOf(of(task, 'task_queue_friendly_name')),
      agent_id: first?.author,
    }),
    attributes: flatAttributes({
      ...objectOf(attributes.conversations),
      conversation_sid: conversation,
    }),
    outcome: filled({
      reason: firstText(attributes, chosen.disposition) ?? firstText(task, chosen.disposition),
    }),
    turns: sinceHandoff(turns, answered).map(({ at, actor, text }) => ({ at, actor, text })),
  };
  return { id, changed: momentOf(of(task, 'date_updated')), records: [record] };
}

type Said = ContactTurn & { author: string };

function turnsOf(messages: readonly JsonObject[], attributes: JsonObject, chosen: Options): Said[] {
  const own = ['from', 'customerAddress', 'name', 'identity', 'customers.name'].flatMap(
    (path) => textOf(valueAt(attributes, path)) ?? [],
  );
  const isAgent = chosen.agent_authors === undefined ? null : new RegExp(chosen.agent_authors);
  return inOrder(
    messages.flatMap((message): Said[] => {
      const at = momentOf(message.date_created ?? message.dateCreated);
      const text = textOf(message.body);
      const author = textOf(message.author) ?? '';
      if (at === undefined || text === undefined) return [];
      if (author === 'system' || chosen.bot_authors.includes(author))
        return [{ at, actor: 'system', text, author }];
      const isCustomer = isAgent ? !isAgent.test(author) : own.includes(author);
      return [{ at, actor: isCustomer ? 'customer' : 'agent', text, author }];
    }),
  );
}

function channelOf(name: string, attributes: JsonObject): string {
  const known = `${name} ${textOf(attributes.channelType) ?? ''} ${listOf([valueAt(attributes, 'conversations.communication_channel')]).join(' ')}`;
  if (/voice|call/i.test(known)) return 'voice';
  if (/sms|whatsapp|facebook|messenger/i.test(known)) return 'messaging';
  return /email/i.test(known) ? 'email' : 'chat';
}
