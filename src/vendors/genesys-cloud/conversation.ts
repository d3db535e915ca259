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
  valueAt,
} from '../../lib/json.js';
import type { LineRead } from '../log/bot-log.js';
import { customerAt, type Exchange } from '../log/exchange.js';
import { momentOf } from '../log/moment.js';
import type { GenesysOptions } from './options.js';

interface Segment {
  type: string;
  from: string;
  to?: string;
  raw: JsonObject;
}
interface Leg {
  purpose: string;
  id: string;
  participant: JsonObject;
  session: JsonObject;
  segments: Segment[];
  from: string;
}

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

function legsOf({ participants }: JsonObject): Leg[] {
  return listOf(participants)
    .map(objectOf)
    .flatMap((participant, i) =>
      listOf(participant.sessions)
        .map(objectOf)
        .flatMap((session) => {
          const segments = listOf(session.segments).map(objectOf).flatMap(segmentOf);
          const [first] = segments;
          if (!first) return [];
          const id = textOf(participant.participantId) ?? String(i);
          return [
            {
              purpose: textOf(participant.purpose) ?? '',
              id,
              participant,
              session,
              segments,
              from: first.from,
            },
          ];
        }),
    )
    .sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
}

function segmentOf(raw: JsonObject): Segment[] {
  const from = momentOf(raw.segmentStart);
  const to = momentOf(raw.segmentEnd);
  return from === undefined
    ? []
    : [{ type: textOf(raw.segmentType) ?? '', from, raw, ...filled({ to }) }];
}

const isBot = ({ session }: Leg): boolean =>
  /BOT$/.test(textOf(valueAt(session, 'flow.flowType')) ?? '');
const isHuman = ({ purpose, segments }: Leg): boolean =>
  purpose === 'agent' && segments.some(({ type }) => type === 'interact');
const isQueue = ({ purpose }: Leg): boolean => purpose === 'acd';
const endOf = ({ segments, from }: Leg): string => segments.at(-1)?.to ?? from;

const attributesOf = ({ participants }: JsonObject): JsonObject =>
  Object.assign({}, ...listOf(participants).map((one) => objectOf(objectOf(one).attributes)));

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
      origin: i > 0 ? 'transfer' : isFromBot ? 'bot' : 'direct',
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

function queueOf({ segments }: Leg, { queues }: GenesysOptions): string | undefined {
  const id = segments.map(({ raw }) => textOf(raw.queueId)).find((one) => one !== undefined);
  return id === undefined ? undefined : (queues[id] ?? id);
}

const holdSeconds = ({ segments }: Leg): number =>
  segments
    .filter(({ type, to }) => type === 'hold' && to !== undefined)
    .reduce(
      (sum, { from, to = from }) => sum + Math.max(0, (Date.parse(to) - Date.parse(from)) / 1000),
      0,
    );

const channels = new Map<string, Exchange['channel']>([
  ['voice', 'voice'],
  ['callback', 'voice'],
  ['chat', 'chat'],
  ['message', 'messaging'],
  ['email', 'email'],
]);
export const channelOf = ({ mediaType }: JsonObject): Exchange['channel'] =>
  channels.get(textOf(mediaType) ?? '');

/** The number that a caller called from stands as `tel:+44…`. */
function customerOf(
  conversation: JsonObject,
  legs: readonly Leg[],
  options: GenesysOptions,
): Exchange['customer'] {
  const own = legs.find(({ purpose }) => purpose === 'customer' || purpose === 'external');
  const address = [own?.session.ani, own?.session.addressFrom]
    .map((one) => textOf(one)?.replace(/^(?:tel|sip):/i, ''))
    .find(Boolean);
  const found = {
    ...filled({
      id: textOf(own?.participant.externalContactId),
      phone: /^\+?\d{7,15}$/.test(address ?? '') ? address : undefined,
      email: address?.includes('@') ? address : undefined,
    }),
    ...customerAt(attributesOf(conversation), options.customer),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

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
