/** Which column is which, by what people call them. */
import { formatOf } from '../input/time-format.js';
import type { Sample } from '../vendor.js';
import type { ContactsCsvOptions } from './options.js';

type Name = keyof ContactsCsvOptions['columns'];

/** What people call these columns, by their letters alone. The first that fits is taken. */
const usual: readonly (readonly [Name, RegExp])[] = [
  [
    'contact_id',
    /^(?:contact|conversation|interaction|ticket|chat|call|case)(?:id|number|no)?$|^id$/,
  ],
  [
    'started_at',
    /^(?:started|start|created|queued|opened|enqueued|timestamp|sent)(?:at|time|date|on|datetime)?$|^(?:date|time|datetime)$/,
  ],
  ['answered_at', /^(?:answered|accepted|connected|assigned|pickedup)(?:at|time|date|on)?$/],
  ['ended_at', /^(?:ended|end|closed|finished|disconnected|resolvedat)(?:at|time|date|on)?$/],
  ['handoff_key', /^(?:handoff|session|handover|bot|botsession)(?:key|id|sessionid)$|^botsession$/],
  ['queue', /^(?:queue|skill|department|group|team)(?:name)?$/],
  ['agent_id', /^(?:agent|advisor|operator|owner|assignee)(?:id|name)?$/],
  ['reason', /^(?:disposition|reason|wrapup|wrapupcode|contactreason|outcome|category)(?:code)?$/],
  ['resolved', /^(?:resolved|isresolved|solved|status)$/],
  ['csat', /^(?:csat|csatscore|satisfaction|rating|score)$/],
  ['customer_id', /^(?:customer|user|client|requester|visitor)(?:id)?$/],
  ['phone', /^(?:phone|phonenumber|mobile|ani|msisdn|customerphone)$/],
  ['email', /^(?:email|emailaddress|customeremail)$/],
  ['account', /^(?:account|accountnumber|accountid|policy|policynumber)$/],
  ['channel', /^(?:channel|medium|media|mediatype)$/],
  ['speaker', /^(?:speaker|sender|author|role|from|actor|participant)(?:type|name)?$/],
  ['text', /^(?:text|message|body|utterance|content|transcript)$/],
];

export function recognise({ rows }: Sample): Record<string, unknown> | null {
  const [header = [], ...cells] = rows;
  const columns: Partial<Record<Name, string>> = {};
  for (const [name, pattern] of usual) {
    const found = header.find(
      (one) =>
        pattern.test(one.toLowerCase().replace(/[^a-z]/g, '')) &&
        !Object.values(columns).includes(one),
    );
    if (found !== undefined) columns[name] = found;
  }
  const { contact_id: id, started_at: start, speaker, text } = columns;
  if (id === undefined || start === undefined) return null;
  const isMessages = speaker !== undefined && text !== undefined;
  // Without an agent's side it is something else: a survey, a list.
  if (
    !isMessages &&
    [columns.answered_at, columns.queue, columns.agent_id, columns.reason].every(
      (one) => one === undefined,
    )
  )
    return null;
  const at = header.indexOf(start);
  const format = formatOf(cells.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== ''));
  if (!isMessages) {
    delete columns.speaker;
    delete columns.text;
  }
  return {
    rows: isMessages ? 'message' : 'contact',
    columns,
    ...(format === undefined ? {} : { timestamp_format: format }),
  };
}
