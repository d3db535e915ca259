/** The events of one session become a bot session, and what a human wrote in it an agent contact. */
import type { AgentContactRecord, BotSessionRecord, Channel } from '../../../domain/records.js';
import { filled } from '../../../lib/json.js';
import type { RasaEvent } from './event.js';
import { endAction, handlers } from './handlers.js';
import type { RasaOptions } from './options.js';
import {
  carriedText,
  handOff,
  iso,
  newSessionState,
  type RasaSessionState,
  reasonOf,
} from './session-state.js';

/** Nothing where the customer never said a word and nobody was handed over: a widget that was opened and never used. */
export function sessionRecords(
  sender: string,
  unordered: readonly RasaEvent[],
  options: RasaOptions,
): (BotSessionRecord | AgentContactRecord)[] {
  const events = once([...unordered].sort((a, b) => a.at - b.at));
  const [first] = events;
  const state = newSessionState(sender, options);
  for (const event of events) {
    if (options.handoff_events.includes(event.kind)) handOff(state, event.at);
    if (Object.hasOwn(handlers, event.kind)) handlers[event.kind]?.(state, event);
  }
  endAction(state);
  if (!state.handoff && state.asked)
    state.handoff = { at: state.asked.at, reason: reasonOf(state, 'user_request') };
  if (!first || (state.customerTurns === 0 && !state.handoff)) return [];
  const session = sessionRecord(state, first.at);
  return [session, ...contactRecords(state, session)];
}

/** Tracker stores save events again after a restart, and brokers deliver at least once: the same event at the same moment. */
function once(ordered: readonly RasaEvent[]): RasaEvent[] {
  let moment = new Set<string>();
  return ordered.filter((event, i) => {
    if (event.at !== ordered[i - 1]?.at) moment = new Set();
    if (event.at !== ordered[i - 1]?.at && event.at !== ordered[i + 1]?.at) return true;
    const key = JSON.stringify(event);
    return !moment.has(key) && moment.add(key);
  });
}

function sessionRecord(state: RasaSessionState, start: number): BotSessionRecord {
  const { options, sender, turns, handoff } = state;
  const startedAt = iso(start);
  return {
    type: 'bot_session',
    platform: options.platform,
    bot_id: options.bot_id,
    session_id: options.session_id === 'sender' ? sender : `${sender}@${startedAt}`,
    started_at: startedAt,
    ended_at: [startedAt, ...turns.map(({ at }) => at)].sort().at(-1),
    channel: options.channel ?? channelOf(state.channel),
    ...filled({ locale: options.locale, customer: customerOf(state) }),
    outcome: handoff ? 'escalated' : isLeft(state) ? 'abandoned' : 'contained',
    ...(handoff && {
      handoff: {
        at: iso(handoff.at),
        reason: handoff.reason,
        ...filled({
          key: carriedText(state, options.handoff_key),
          target: carriedText(state, options.handoff_target),
          context: options.context && { level: options.context },
        }),
      },
    }),
    turns,
  };
}

/** The bot's last word was a question still open or an apology, or it had none; a closing "thanks" needs no answer. */
function isLeft({ turns, options, requested }: RasaSessionState): boolean {
  const last = turns.findLast(({ actor }) => actor === 'bot');
  if (!last) return true;
  const open = last.asks_for !== undefined && last.asks_for === requested;
  return open || options.fallback_actions.includes(last.action ?? '');
}

/** Channels that set no sender call everybody this. */
const nobody = 'default';

function customerOf(state: RasaSessionState): BotSessionRecord['customer'] {
  const { id, phone, email, account } = state.options.customer;
  const found = filled({
    id: carriedText(state, id),
    phone: carriedText(state, phone),
    email: carriedText(state, email),
    account: carriedText(state, account),
  });
  if (found.id === nobody) delete found.id;
  return Object.keys(found).length > 0 ? found : undefined;
}

const voiceChannels = /voice|audiocodes|jambonz|vonage|genesys|phone|telephony|twilio_media/i;
const messagingChannels = /twilio|whatsapp|telegram|facebook|messenger|slack|sms|viber|line|teams/i;

function channelOf(input = ''): Channel {
  if (voiceChannels.test(input)) return 'voice';
  if (messagingChannels.test(input)) return 'messaging';
  return /e-?mail/i.test(input) ? 'email' : 'chat';
}

function contactRecords(state: RasaSessionState, session: BotSessionRecord): AgentContactRecord[] {
  const { agentTurns, handoff } = state;
  const answer = agentTurns.find(({ actor }) => actor === 'agent');
  const last = agentTurns.at(-1);
  if (!answer || !last || !handoff) return [];
  return [
    {
      type: 'agent_contact',
      platform: session.platform,
      contact_id: session.session_id,
      started_at: iso(handoff.at),
      answered_at: iso(answer.at),
      ended_at: iso(last.at),
      channel: session.channel,
      origin: 'bot',
      ...filled({ handoff_key: session.handoff?.key, customer: session.customer }),
      turns: agentTurns
        .filter(({ text }) => text !== '')
        .map(({ at, actor, text }) => ({ at: iso(at), actor, text })),
    },
  ];
}
