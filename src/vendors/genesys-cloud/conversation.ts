/** A conversation's details: the legs of its agents become contacts, the leg of its bot says how the bot's part ended. */
import {
  filled,
  firstText,
  isObject,
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  textOf,
} from '../../lib/json.js';
import type { LineRead } from '../log/bot-log.js';
import type { Exchange } from '../log/exchange.js';
import { momentOf } from '../log/moment.js';
import {
  attributesOf,
  channelOf,
  customerOf,
  endOf,
  holdSeconds,
  isBot,
  isHuman,
  isQueue,
  type Leg,
  legsOf,
  queueOf,
} from './legs.js';
import type { GenesysOptions } from './options.js';

export function readConversation(conversation: JsonObject, options: GenesysOptions): LineRead {
  const id = textOf(conversation.conversationId);
  if (id === undefined) return 'conversationId: missing';
  const legs = legsOf(conversation);
  const contacts = contactsOf(id, conversation, legs, options).map((record) => ({ record }));
  const surveys = listOf(conversation.surveys)
    .map(objectOf)
    .flatMap((one) => surveyOf(id, one, options));
  return [...botLegs(id, conversation, legs, options), ...contacts, ...surveys];
}

/** The words are in the reporting turns; here is whether a queue or an agent came after the bot. */
function botLegs(
  id: string,
  conversation: JsonObject,
  legs: readonly Leg[],
  options: GenesysOptions,
): Exchange[] {
  const attributes = attributesOf(conversation);
  return legs.filter(isBot).flatMap((leg, i, bots) => {
    const session = textOf(leg.session.sessionId);
    if (session === undefined) return [];
    const flow = objectOf(leg.session.flow);
    const next = legs.find(
      (one) => (isQueue(one) || isHuman(one)) && Date.parse(one.from) >= Date.parse(leg.from),
    );
    const isLast = i === bots.length - 1;
    const transferred = isLast && (next !== undefined || textOf(flow.transferType) !== undefined);
    const target = next && queueOf(next, options);
    const failure = textOf(flow.recognitionFailureReason);
    return [
      {
        session,
        at: endOf(leg),
        turns: [],
        bot: options.bot_id ?? textOf(flow.flowId) ?? 'bot',
        fellBack: failure !== undefined,
        key: firstText(attributes, options.handoff_key) ?? id,
        ...filled({
          channel: channelOf(leg.session),
          customer: customerOf(conversation, legs, options),
          locale: textOf(flow.endingLanguage),
        }),
        ...(transferred && {
          handoff: {
            at: endOf(leg),
            ...filled({ target: target ?? textOf(flow.transferTargetName) }),
          },
        }),
      },
    ];
  });
}

function contactsOf(
  id: string,
  conversation: JsonObject,
  legs: readonly Leg[],
  options: GenesysOptions,
): object[] {
  const humans = legs.filter(isHuman);
  const queues = legs.filter(isQueue);
  const firstBot = legs.find(isBot);
  const [first] = humans.length > 0 ? humans : queues;
  if (!first) return [];
  const isKeyed =
    firstText(attributesOf(conversation), [...options.handoff_key, ...usualKeys]) !== undefined;
  const customer = customerOf(conversation, legs, options);
  const taken = humans.length > 0 ? humans : [first];
  return taken.map((leg, i) => {
    const interacts = leg.segments.filter(({ type }) => type === 'interact');
    const waited = queues.findLast(({ from }) => Date.parse(from) <= Date.parse(leg.from));
    const before = taken[i - 1];
    const isFromBot = firstBot !== undefined && Date.parse(firstBot.from) <= Date.parse(leg.from);
    const wrapUp = leg.segments.findLast(({ type }) => type === 'wrapup')?.raw;
    const code = textOf(wrapUp?.wrapUpCode);
    const answeredAt = isHuman(leg) ? interacts[0]?.from : undefined;
    return {
      type: 'agent_contact',
      platform: options.platform,
      contact_id: i === 0 ? id : `${id}/${leg.id}`,
      started_at:
        i === 0 || !before || (waited && Date.parse(waited.from) > Date.parse(before.from))
          ? (waited ?? leg).from
          : leg.from,
      channel: channelOf(leg.session) ?? 'chat',
      origin: i > 0 ? 'transfer' : isFromBot || isKeyed ? 'bot' : options.origin,
      ...filled({
        answered_at: answeredAt,
        ended_at: interacts.at(-1)?.to ?? leg.segments.at(-1)?.to,
        queue: queueOf(leg, options) ?? (waited && queueOf(waited, options)),
        agent_id: textOf(leg.participant.userId),
        customer,
        hold_seconds: isHuman(leg) ? holdSeconds(leg) : undefined,
      }),
      attributes: {
        ...Object.fromEntries(
          Object.entries(attributesOf(conversation)).map(([name, value]) => [
            name,
            isObject(value) || Array.isArray(value) ? JSON.stringify(value) : value,
          ]),
        ),
        ...(before && { previous_contact_id: i === 1 ? id : `${id}/${before.id}` }),
        ...(i > 0 && { initial_contact_id: id }),
      },
      outcome: filled({
        reason: code === undefined ? undefined : (options.wrapup_codes[code] ?? code),
        transferred:
          interacts.some(({ raw }) => /transfer/i.test(textOf(raw.disconnectType) ?? '')) ||
          undefined,
      }),
    };
  });
}

/** Where integrations put the session of a bot outside Genesys; links look there too. */
const usualKeys = ['handoff_key', 'bot_session_id', 'session_id'];

function surveyOf(
  id: string,
  survey: JsonObject,
  { platform }: GenesysOptions,
): { record: object }[] {
  const nps = numberOf(survey.surveyPromoterScore);
  if (nps === undefined || textOf(survey.surveyStatus) !== 'Finished') return [];
  const respondedAt = momentOf(survey.surveyCompletedDate) ?? momentOf(survey.eventTime);
  return [
    {
      record: {
        type: 'survey',
        platform,
        contact_id: id,
        nps,
        ...filled({ responded_at: respondedAt }),
      },
    },
  ];
}
