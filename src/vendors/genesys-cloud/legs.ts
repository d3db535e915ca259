/** The legs of a conversation: who took part in it when, and what the platform says of each. */
import { compareMoments } from '../../lib/iso.js';
import { filled, type JsonObject, listOf, objectOf, textOf, valueAt } from '../../lib/json.js';
import { customerAt, type Exchange } from '../log/exchange.js';
import { momentOf } from '../log/moment.js';
import type { GenesysOptions } from './options.js';

interface Segment {
  type: string;
  from: string;
  to?: string;
  raw: JsonObject;
}
export interface Leg {
  purpose: string;
  id: string;
  participant: JsonObject;
  session: JsonObject;
  segments: Segment[];
  from: string;
}

/** Each participant's sessions in order of time. */
export function legsOf({ participants }: JsonObject): Leg[] {
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
    .sort((a, b) => compareMoments(a.from, b.from));
}

function segmentOf(raw: JsonObject): Segment[] {
  const from = momentOf(raw.segmentStart);
  const to = momentOf(raw.segmentEnd);
  return from === undefined
    ? []
    : [{ type: textOf(raw.segmentType) ?? '', from, raw, ...filled({ to }) }];
}

export const isBot = ({ session }: Leg): boolean =>
  /BOT$/.test(textOf(valueAt(session, 'flow.flowType')) ?? '');
export const isHuman = ({ purpose, segments }: Leg): boolean =>
  purpose === 'agent' && segments.some(({ type }) => type === 'interact');
export const isQueue = ({ purpose }: Leg): boolean => purpose === 'acd';
export const endOf = ({ segments, from }: Leg): string => segments.at(-1)?.to ?? from;

export const attributesOf = ({ participants }: JsonObject): JsonObject =>
  Object.assign({}, ...listOf(participants).map((one) => objectOf(objectOf(one).attributes)));

export function queueOf({ segments }: Leg, { queues }: GenesysOptions): string | undefined {
  const id = segments.map(({ raw }) => textOf(raw.queueId)).find((one) => one !== undefined);
  return id === undefined ? undefined : (queues[id] ?? id);
}

export const holdSeconds = ({ segments }: Leg): number =>
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
export function customerOf(
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
