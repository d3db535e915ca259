/**
 * Contact records as a query engine has them: names in small letters, a column for each part (`queue_enqueue_timestamp`, as in
 * Connect's data lake) or parts in one cell (`{name=Support, …}`, as Athena writes them into CSV).
 */
import { isObject, type JsonObject, parseObject, textOf } from '../../lib/json.js';

const parts: Record<string, readonly string[]> = {
  '': [
    'ContactId',
    'InitialContactId',
    'PreviousContactId',
    'Channel',
    'InitiationMethod',
    'InitiationTimestamp',
    'DisconnectTimestamp',
    'LastUpdateTimestamp',
    'TransferCompletedTimestamp',
  ],
  Agent: ['ARN', 'Username', 'ConnectedToAgentTimestamp', 'CustomerHoldDuration'],
  Queue: ['ARN', 'Name', 'EnqueueTimestamp'],
  CustomerEndpoint: ['Address', 'Type'],
  Recording: ['StartTimestamp'],
};

/** By the record's own names; null where it is no such row, a fault where it does not say when an agent was wanted. */
export function recordOfRow(row: JsonObject): JsonObject | { fault: string } | null {
  const cells = new Map(Object.entries(row).map(([name, value]) => [plain(name), value]));
  if (textOf(row.ContactId) !== undefined || textOf(cells.get('contactid')) === undefined)
    return null;
  const record: JsonObject = {};
  for (const [whole, names] of Object.entries(parts)) {
    const cell = whole === '' ? undefined : partsIn(cells.get(plain(whole)));
    const inCell = new Map(Object.entries(cell ?? {}).map(([name, value]) => [plain(name), value]));
    const found = names.flatMap((name): [string, unknown][] => {
      const value = inCell.get(plain(name)) ?? cells.get(plain(whole + name));
      return value === undefined || value === null || value === '' || value === 'null'
        ? []
        : [[name, value]];
    });
    if (whole === '') Object.assign(record, Object.fromEntries(found));
    else if (found.length > 0) record[whole] = Object.fromEntries(found);
  }
  const isTold = ['queue', 'agent'].some((whole) => partsIn(cells.get(whole)) !== null);
  const hasTimes = /enqueuetimestamp|connectedtoagenttimestamp/.test([...cells.keys()].join(' '));
  const isQueuePlain = cells.has('queue') && textOf(cells.get('queue')) !== undefined;
  if (!isTold && !hasTimes && isQueuePlain) return { fault: noTimes };
  // Names of attributes are the centre's own.
  return { ...record, Attributes: partsIn(cells.get('attributes')) ?? null };
}

const noTimes =
  'no time of the queue or the agent: the table of a contact search does not say them; export the contact records';

const plain = (name: string): string => name.toLowerCase().replace(/[\s_]/g, '');

/** JSON, or `{name=value, name=value}`; what lies deeper within a part is not wanted. */
function partsIn(cell: unknown): JsonObject | null {
  if (isObject(cell)) return cell;
  const text = textOf(cell) ?? '';
  const json = parseObject(text);
  if (json) return json;
  const inside = /^\{(.*)\}$/s.exec(text.trim())?.[1];
  if (inside === undefined) return null;
  return Object.fromEntries(
    inside.split(/, (?=[\w:.-]+=)/).map((part) => {
      const at = part.indexOf('=');
      return [part.slice(0, at), part.slice(at + 1)];
    }),
  );
}
