import { z } from 'zod';
import {
  filled,
  firstText,
  isObject,
  type JsonObject,
  listOf,
  numberOf,
  objectOf,
  parseObject,
  textOf,
  valueAt,
} from '../../lib/json.js';
import { botLog, type LineRead } from '../log/bot-log.js';
import { type BotTurn, type Exchange, said } from '../log/exchange.js';
import { later, momentOf } from '../log/moment.js';
import { botShape, paths } from '../log/options.js';

const options = z.strictObject({
  ...botShape('vcon'),
  bot_id: z
    .string()
    .min(1)
    .optional()
    .describe('The name of the party that is the bot unless given.'),
  agent_names: paths().describe('Names of parties that are agents, where no role says it.'),
  handoff_key: paths('interaction_id', 'session_id.remote', 'session_id.local').describe(
    'Of the first dialog; the uuid of the container unless one is there.',
  ),
  disposition: paths('disposition', 'wrap_up_code', 'reason').describe(
    'Within the bodies of analyses of the type report.',
  ),
});
type Options = z.infer<typeof options>;

/** vCon: a conversation with all its parties; the bot's part is a session, the agent's a contact. */
export const source = botLog<Options>({
  title: 'vCon conversation containers',
  description:
    'Containers of the IETF draft, one a line or a file, unsigned or signed (signatures are not checked).',
  options,
  wrapping: { lists: ['vcons'] },
  read: readContainer,
  recognise: ({ objects }) =>
    objects.some(
      (one) =>
        (Array.isArray(one.parties) && Array.isArray(one.dialog)) ||
        (typeof one.payload === 'string' && Array.isArray(one.signatures)),
    )
      ? {}
      : null,
});

type Role = 'customer' | 'agent' | 'bot' | 'other';
interface Dialog {
  raw: JsonObject;
  at: string;
  seconds: number;
  from: Role;
  name?: string;
  /** Indices of the parties in it. */
  parties: number[];
}

function readContainer(value: JsonObject, chosen: Options): LineRead {
  if ('ciphertext' in value) return 'encrypted: decrypt it first';
  const container =
    isObject(value) && typeof value.payload === 'string'
      ? parseObject(Buffer.from(value.payload, 'base64url').toString('utf8'))
      : value;
  if (!container || !Array.isArray(container.dialog)) return 'dialog: missing; expected a vCon';
  const critical = listOf(container.critical ?? container.must_support).filter(
    (name) => name !== 'CC',
  );
  if (critical.length > 0) return 'critical: names an extension that is not known here';
  const id =
    textOf(container.uuid) ??
    firstText(listOf(container.dialog)[0], ['interaction_id', 'session_id']);
  if (id === undefined) return 'uuid: missing';
  const roles = listOf(container.parties).map((party) => roleOf(objectOf(party), chosen));
  const dialogs = dialogsOf(container, roles);
  const key =
    dialogs
      .map(({ raw }) => firstText(raw, [...chosen.handoff_key, 'session_id']))
      .find((one) => one !== undefined) ?? id;
  return [
    ...sessionOf(id, key, container, dialogs, roles, chosen),
    ...contactOf(id, key, container, dialogs, roles, chosen),
  ];
}

function roleOf(party: JsonObject, { agent_names: agents }: Options): Role {
  const role = textOf(party.role) ?? '';
  if (textOf(party.type) === 'bot' || role === 'bot') return 'bot';
  if (/^(?:agent|supervisor|sme)$/.test(role) || agents.includes(textOf(party.name) ?? ''))
    return 'agent';
  return role === 'customer' || role === '' ? 'customer' : 'other';
}

function dialogsOf(container: JsonObject, roles: readonly Role[]): Dialog[] {
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
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

const isWords = ({ raw }: Dialog): boolean =>
  textOf(raw.type) === 'text' && wordsOf(raw) !== undefined;

/** Text in the container itself; what lies behind a `url` is not fetched. */
function wordsOf({ body, encoding, mediatype, mimetype }: JsonObject): string | undefined {
  const text = textOf(body);
  if (text === undefined || !/text|^$/.test(textOf(mediatype) ?? textOf(mimetype) ?? ''))
    return undefined;
  return textOf(encoding) === 'base64url' ? Buffer.from(text, 'base64url').toString('utf8') : text;
}

/** The moment at which the bot gave the customer away: a transfer, else the first words of an agent. */
function handoffAt(dialogs: readonly Dialog[], roles: readonly Role[]): string | undefined {
  const transfer = dialogs.find(
    ({ raw }) => textOf(raw.type) === 'transfer' && roles[numberOf(raw.transferor) ?? -1] === 'bot',
  );
  return (transfer ?? dialogs.find((one) => joinsAgent(one, roles)))?.at;
}

const joinsAgent = ({ from, parties, raw }: Dialog, roles: readonly Role[]): boolean =>
  from === 'agent' ||
  (textOf(raw.type) !== 'transfer' && parties.some((party) => roles[party] === 'agent'));

function sessionOf(
  id: string,
  key: string,
  container: JsonObject,
  dialogs: readonly Dialog[],
  roles: readonly Role[],
  chosen: Options,
): Exchange[] {
  if (!roles.includes('bot')) return [];
  const at = handoffAt(dialogs, roles);
  const name = listOf(container.parties)
    .map(objectOf)
    .find((_, i) => roles[i] === 'bot')?.name;
  const own = dialogs.filter(
    (one) =>
      isWords(one) &&
      !joinsAgent(one, roles) &&
      (at === undefined || Date.parse(one.at) <= Date.parse(at)),
  );
  const turns = own.flatMap((one): BotTurn[] =>
    said(one.at, one.from === 'bot' ? 'bot' : one.from === 'customer' ? 'customer' : 'system', [
      wordsOf(one.raw),
    ]),
  );
  const begun = dialogs[0]?.at;
  if (begun === undefined) return [];
  return [
    {
      session: id,
      at: begun,
      turns,
      bot: chosen.bot_id ?? textOf(name) ?? 'bot',
      key,
      ...filled({ channel: channelOf(dialogs), customer: customerOf(container, roles) }),
      ...(at !== undefined && { handoff: { at } }),
    },
  ];
}

function contactOf(
  id: string,
  key: string,
  container: JsonObject,
  dialogs: readonly Dialog[],
  roles: readonly Role[],
  chosen: Options,
): { record: object }[] {
  const first = dialogs.find((one) => joinsAgent(one, roles));
  if (!first) return [];
  const handed = roles.includes('bot') ? handoffAt(dialogs, roles) : undefined;
  const after = dialogs.filter(({ at }) => Date.parse(at) >= Date.parse(handed ?? first.at));
  const last = after.at(-1) ?? first;
  const agent = listOf(container.parties)
    .map(objectOf)
    .find((_, i) => roles[i] === 'agent');
  const started = handed ?? first.at;
  return [
    {
      record: {
        type: 'agent_contact',
        platform: chosen.platform,
        contact_id: id,
        started_at: started,
        answered_at: first.at,
        ended_at: later(last.at, last.seconds),
        channel: channelOf(dialogs) ?? 'chat',
        origin: roles.includes('bot') ? 'bot' : 'unknown',
        ...filled({
          handoff_key: key,
          customer: customerOf(container, roles),
          agent_id: textOf(agent?.name) ?? textOf(agent?.uuid),
          queue: skillOf(first.raw),
        }),
        outcome: filled({ reason: reportedReason(container, chosen) }),
        turns: after.filter(isWords).map((one) => ({
          at: one.at,
          actor: one.from === 'agent' ? 'agent' : one.from === 'customer' ? 'customer' : 'system',
          text: wordsOf(one.raw) ?? '',
        })),
      },
    },
  ];
}

/** The draft's text says a string, its schema a list. */
const skillOf = ({ skill }: JsonObject): string | undefined =>
  textOf(skill) ?? textOf(listOf(skill)[0]);

function reportedReason(container: JsonObject, { disposition }: Options): string | undefined {
  return listOf(container.analysis)
    .map(objectOf)
    .filter(({ type }) => type === 'report')
    .map(({ body }) =>
      firstText(isObject(body) ? body : parseObject(textOf(body) ?? ''), disposition),
    )
    .find((one) => one !== undefined);
}

function channelOf(dialogs: readonly Dialog[]): Exchange['channel'] {
  const types = dialogs.map(({ raw }) => textOf(raw.type));
  if (dialogs.some(({ raw }) => /^message\/rfc822|^multipart/.test(textOf(raw.mediatype) ?? '')))
    return 'email';
  return types.some((type) => type === 'recording') ? 'voice' : undefined;
}

function customerOf(container: JsonObject, roles: readonly Role[]): Exchange['customer'] {
  const party = objectOf(listOf(container.parties)[roles.indexOf('customer')]);
  const found = filled({
    phone: textOf(party.tel)?.replace(/^tel:/, ''),
    email: textOf(party.mailto)?.replace(/^mailto:/, ''),
    id: textOf(valueAt(party, 'uuid')),
  });
  return Object.keys(found).length > 0 ? found : undefined;
}
