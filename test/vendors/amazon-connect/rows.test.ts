import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const record = {
  ContactId: 'c-1',
  InitialContactId: 'c-0',
  Channel: 'CHAT',
  InitiationMethod: 'API',
  InitiationTimestamp: '2026-03-02T10:00:00Z',
  DisconnectTimestamp: '2026-03-02T10:18:00Z',
  Queue: { Name: 'Support', EnqueueTimestamp: '2026-03-02T10:05:00Z' },
  Agent: { Username: 'ann', ConnectedToAgentTimestamp: '2026-03-02T10:06:00Z' },
  CustomerEndpoint: { Address: '+442079460018', Type: 'TELEPHONE_NUMBER' },
  Attributes: { handoff_key: 's-1' },
};

const csv = (row: Record<string, string>): string => {
  const line = (cells: string[]) =>
    cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  return `${line(Object.keys(row))}\n${line(Object.values(row))}\n`;
};
const struct = (part: object): string =>
  `{${Object.entries(part)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')}}`;
const small = (write: (part: object) => string) =>
  csv(
    Object.fromEntries(
      Object.entries(record).map(([name, value]) => [
        name.toLowerCase(),
        typeof value === 'string' ? value : write(value),
      ]),
    ),
  );
const lake = csv({
  contact_id: 'c-1',
  initial_contact_id: 'c-0',
  channel: 'CHAT',
  initiation_method: 'API',
  initiation_timestamp: '2026-03-02 10:00:00.000',
  disconnect_timestamp: '2026-03-02 10:18:00.000',
  queue_name: 'Support',
  queue_enqueue_timestamp: '2026-03-02 10:05:00.000',
  agent_username: 'ann',
  agent_connected_to_agent_timestamp: '2026-03-02 10:06:00.000 UTC',
  customer_endpoint_address: '+442079460018',
  customer_endpoint_type: 'TELEPHONE_NUMBER',
  attributes: '{handoff_key=s-1}',
});

const read = (content: string) => readAll('amazon-connect', folder.write('contacts.csv', content));

describe('contact records as a query engine has them', () => {
  it.each([
    ['with parts as JSON', small((part) => JSON.stringify(part))],
    ['with parts as Athena writes them', small(struct)],
    ['with a column for each part', lake],
    [
      'as lines in small letters',
      JSON.stringify(record).replace(/"(\w+)":/g, (_, name: string) => `"${name.toLowerCase()}":`),
    ],
  ])('are read: %s', async (_, content) => {
    const { contacts: expected } = await readAll(
      'amazon-connect',
      folder.write('record.json', JSON.stringify(record)),
    );
    const { contacts, quarantine } = await read(content);
    expect(quarantine).toEqual([]);
    expect(contacts).toEqual(expected);
    expect(contacts).toMatchObject([{ queue: 'Support', handoffKey: 's-1', origin: 'bot' }]);
  });

  it('are passed over where no agent was wanted, and refused where nothing says it', async () => {
    const flow = lake
      .replace('"2026-03-02 10:05:00.000"', '""')
      .replace('"2026-03-02 10:06:00.000 UTC"', '""');
    expect(await read(flow)).toMatchObject({ contacts: [], quarantine: [] });
    const search = 'Contact ID,Channel,Queue,Agent\nc-1,Chat,Support,ann\n';
    const { quarantine } = await read(search);
    expect(quarantine).toMatchObject([{ reason: expect.stringMatching(/^no time of the queue/) }]);
  });
});
