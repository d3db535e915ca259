/** Genesys Cloud: conversation details, and the reporting turns of a bot flow of its own. */
import type { AgentContactRecord, BotSessionRecord } from '../../domain/records.js';
import type { SimulatedDay } from '../options.js';
import { answeredAt, exchangesOf } from './exchange.js';
import { type Format, jsonLines, plainPhone, utc } from './format.js';

const media: Record<string, string> = {
  voice: 'voice',
  chat: 'chat',
  messaging: 'message',
  email: 'email',
};

const segment = (segmentType: string, from: string, to: string, more: object = {}) => ({
  segmentStart: utc(from),
  segmentEnd: utc(to),
  segmentType,
  ...more,
});

const participant = (id: string, purpose: string, session: object, more: object = {}) => ({
  participantId: id,
  purpose,
  ...more,
  sessions: [session],
});

function customerOf(
  id: string,
  { channel, customer }: AgentContactRecord | BotSessionRecord,
  [from, to]: [string, string],
  attributes: object,
) {
  const phone = channel === 'voice' ? plainPhone(customer?.phone) : undefined;
  const known = { phone: customer?.phone, email: customer?.email, account: customer?.account };
  const session = {
    sessionId: `c-${id}`,
    mediaType: media[channel],
    ...(phone && { ani: `tel:${phone}` }),
    segments: [segment('interact', from, to)],
  };
  return participant(`c-${id}`, 'customer', session, { attributes: { ...attributes, ...known } });
}

function botLeg(session: BotSessionRecord) {
  const { session_id: id, bot_id, channel, started_at: from, handoff, ended_at } = session;
  const flow = {
    flowId: bot_id,
    flowType: channel === 'voice' ? 'BOT' : 'DIGITALBOT',
    endingLanguage: 'en-GB',
    ...(handoff && { exitReason: 'TRANSFER', transferType: 'ACD' }),
  };
  const to = handoff?.at ?? ended_at ?? from;
  const segments = [segment('ivr', from, to, handoff ? { disconnectType: 'transfer' } : {})];
  return participant(`b-${id}`, 'botflow', {
    sessionId: id,
    mediaType: media[channel],
    flow,
    segments,
  });
}

function queueLeg(
  id: string,
  channel: string,
  queue: string | undefined,
  from: string,
  to: string,
) {
  const segments = [segment('interact', from, to, { queueId: queue })];
  return participant(`q-${id}`, 'acd', {
    sessionId: `q-${id}`,
    mediaType: media[channel],
    segments,
  });
}

function agentLegs(contact: AgentContactRecord) {
  const { contact_id: id, channel, queue, started_at: from, outcome } = contact;
  const answered = contact.answered_at ?? from;
  const ended = contact.ended_at ?? answered;
  const held = new Date(Date.parse(answered) + 1000 * (contact.hold_seconds ?? 0)).toISOString();
  const segments = [
    ...(contact.hold_seconds ? [segment('hold', answered, held)] : []),
    segment('interact', answered, ended, {
      queueId: queue,
      ...(outcome?.transferred && { disconnectType: 'transfer' }),
    }),
    segment('wrapup', ended, ended, { queueId: queue, wrapUpCode: outcome?.reason }),
  ];
  const session = { sessionId: `a-${id}`, mediaType: media[channel], segments };
  return [
    queueLeg(id, channel, queue, from, answered),
    participant(`a-${id}`, 'agent', session, { userId: contact.agent_id }),
  ];
}

function details(id: string, session: BotSessionRecord | undefined, contact?: AgentContactRecord) {
  const whose = session ?? contact;
  if (!whose) return [];
  const from = whose.started_at;
  const to = contact?.ended_at ?? session?.ended_at ?? from;
  const key = session ? {} : { handoff_key: contact?.handoff_key };
  const participants = [
    customerOf(id, whose, [from, to], { ...key, ...previousOf(contact) }),
    ...(session ? [botLeg(session)] : []),
    ...(contact ? agentLegs(contact) : []),
  ];
  return [
    { conversationId: id, conversationStart: utc(from), conversationEnd: utc(to), participants },
  ];
}

const previousOf = (contact: AgentContactRecord | undefined) => {
  const previous = contact?.attributes?.previous_contact_id;
  return previous === undefined ? {} : { previous_contact_id: previous };
};

/** A turn is what the bot asked, and the answer to it. */
function turns(session: BotSessionRecord, conversation: string) {
  const all = exchangesOf(session);
  return all.flatMap((exchange, i) => {
    const next = all[i + 1];
    const customer = next?.customer;
    const intent = customer?.intent;
    const result = next?.fellBack ? 'NoMatchCollection' : 'SuccessCollection';
    const asked = exchange.asksFor;
    return [
      {
        sessionId: session.session_id,
        conversation: { id: conversation },
        askAction: {
          actionId: `${session.session_id}-${i}`,
          actionName: asked ? `Ask for ${asked}` : 'Ask for Intent',
          actionType: asked ? 'AskForSlotAction' : 'AskForNLUIntentAction',
        },
        dateCreated: utc(answeredAt(exchange)),
        dateCompleted: utc(next?.at ?? answeredAt(exchange)),
        botPrompts: exchange.answers.map(({ text }) => text),
        ...(customer && {
          userInput: customer.text,
          askActionResult: next?.error ? 'Error' : result,
          ...((intent || customer.slots) && {
            intent: {
              name: intent?.name ?? next?.intent,
              confidence: intent?.confidence ?? 1,
              slots: Object.entries(customer.slots ?? {}).map(([name, value]) => ({
                name,
                value: String(value),
              })),
            },
          }),
        }),
      },
    ];
  });
}

/** Bot and agent of one conversation share its id; what came directly has no bot's leg. */
function wholeDay({ day, sessions, contacts, truth }: SimulatedDay): Record<string, string> {
  const contactOf = new Map(truth.map(({ session_id, contact_id }) => [session_id, contact_id]));
  const byId = new Map(contacts.map((contact) => [contact.contact_id, contact]));
  const taken = new Set(contactOf.values());
  const idOf = ({ session_id }: BotSessionRecord) =>
    (byId.has(contactOf.get(session_id) ?? '') && contactOf.get(session_id)) ||
    `conv-${session_id}`;
  const conversations = [
    ...sessions.flatMap((session) =>
      details(idOf(session), session, byId.get(contactOf.get(session.session_id) ?? '')),
    ),
    ...contacts
      .filter(({ contact_id: id }) => !taken.has(id))
      .flatMap((contact) => details(contact.contact_id, undefined, contact)),
  ];
  return {
    [`genesys/conversation-details-${day}.jsonl`]: jsonLines(conversations),
    [`genesys/reporting-turns-${day}.jsonl`]: jsonLines(
      sessions.flatMap((session) => turns(session, idOf(session))),
    ),
  };
}

export const genesysCloud: Format = { pages: wholeDay };

/** The bot is another vendor's: agents' legs alone. */
export const genesysAgents: Format = {
  pages: ({ day, contacts }) => ({
    [`genesys/conversation-details-${day}.jsonl`]: jsonLines(
      contacts.flatMap((contact) => details(contact.contact_id, undefined, contact)),
    ),
  }),
};
