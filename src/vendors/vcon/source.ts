import {
  filled,
  firstText,
  isObject,
  type JsonObject,
  listOf,
  objectOf,
  parseObject,
  textOf,
} from '../../lib/json.js';
import { botLog, type LineRead } from '../log/bot-log.js';
import { type BotTurn, type Exchange, said } from '../log/exchange.js';
import { later } from '../log/moment.js';
import {
  channelOf,
  customerOf,
  type Dialog,
  dialogsOf,
  handoffAt,
  isWords,
  joinsAgent,
  type Role,
  roleOf,
  wordsOf,
} from './dialog.js';
import { type Options, options } from './options.js';

/** vCon: a conversation with all its parties; the bot's part is a session, the agent's a contact. */
export const source = botLog<Options>({
  title: 'vCon conversation containers',
  description:
    'Containers of the IETF draft, one a line or a file, unsigned or signed (signatures are not checked).',
  holds: ['bot sessions', 'agent contacts'],
  options,
  wrapping: { lists: ['vcons'] },
  mentions: () => /"(?:uuid|interaction_id|session_id)\\*"\s*:\s*\\*"([^"\\]+)/,
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
