/** The dialogs of a container in order of time, and who was in each. */
import { compareMoments } from '../../lib/iso.js';
import {
  filled,
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  textOf,
  valueAt,
} from '../../lib/json.js';
import type { Exchange } from '../log/exchange.js';
import { momentOf } from '../log/moment.js';
import type { Options } from './options.js';

export type Role = 'customer' | 'agent' | 'bot' | 'other';
export interface Dialog {
  raw: JsonObject;
  at: string;
  seconds: number;
  from: Role;
  name?: string;
  /** Indices of the parties in it. */
  parties: number[];
}

export function roleOf(party: JsonObject, { agent_names: agents }: Options): Role {
  const role = textOf(party.role) ?? '';
  if (textOf(party.type) === 'bot' || role === 'bot') return 'bot';
  if (/^(?:agent|supervisor|sme)$/.test(role) || agents.includes(textOf(party.name) ?? ''))
    return 'agent';
  return role === 'customer' || role === '' ? 'customer' : 'other';
}

export function dialogsOf(container: JsonObject, roles: readonly Role[]): Dialog[] {
  const parties = listOf(container.parties).map(objectOf);
  return listOf(container.dialog)
    .map(objectOf)
    .flatMap((raw) => {
      const at = momentOf(raw.start);
      if (at === undefined) return [];
      const listed = listOf(raw.parties ?? raw.party)
        .flat()
        .concat(Array.isArray(raw.parties) ? [] : [raw.parties])
        .flatMap((one) => numberOf(one) ?? []);
      const originator = numberOf(raw.originator) ?? listed[0] ?? -1;
      const name = textOf(parties[originator]?.name);
      return [
        {
          raw,
          at,
          seconds: numberOf(raw.duration) ?? 0,
          from: roles[originator] ?? 'other',
          parties: listed,
          ...filled({ name }),
        },
      ];
    })
    .sort((a, b) => compareMoments(a.at, b.at));
}

export const isWords = ({ raw }: Dialog): boolean =>
  textOf(raw.type) === 'text' && wordsOf(raw) !== undefined;

/** Text in the container itself; what lies behind a `url` is not fetched. */
export function wordsOf({ body, encoding, mediatype, mimetype }: JsonObject): string | undefined {
  const text = textOf(body);
  if (text === undefined || !/text|^$/.test(textOf(mediatype) ?? textOf(mimetype) ?? ''))
    return undefined;
  return textOf(encoding) === 'base64url' ? Buffer.from(text, 'base64url').toString('utf8') : text;
}

/** The moment of the handoff: a transfer, else the first words of an agent. */
export function handoffAt(dialogs: readonly Dialog[], roles: readonly Role[]): string | undefined {
  const transfer = dialogs.find(
    ({ raw }) => textOf(raw.type) === 'transfer' && roles[numberOf(raw.transferor) ?? -1] === 'bot',
  );
  return (transfer ?? dialogs.find((one) => joinsAgent(one, roles)))?.at;
}

export const joinsAgent = ({ from, parties, raw }: Dialog, roles: readonly Role[]): boolean =>
  from === 'agent' ||
  (textOf(raw.type) !== 'transfer' && parties.some((party) => roles[party] === 'agent'));

export function channelOf(dialogs: readonly Dialog[]): Exchange['channel'] {
  const types = dialogs.map(({ raw }) => textOf(raw.type));
  if (dialogs.some(({ raw }) => /^message\/rfc822|^multipart/.test(textOf(raw.mediatype) ?? '')))
    return 'email';
  return types.some((type) => type === 'recording') ? 'voice' : undefined;
}

export function customerOf(container: JsonObject, roles: readonly Role[]): Exchange['customer'] {
  const party = objectOf(listOf(container.parties)[roles.indexOf('customer')]);
  const found = filled({
    phone: textOf(party.tel)?.replace(/^tel:/, ''),
    email: textOf(party.mailto)?.replace(/^mailto:/, ''),
    id: textOf(valueAt(party, 'uuid')),
  });
  return Object.keys(found).length > 0 ? found : undefined;
}
