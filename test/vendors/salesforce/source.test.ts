import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';
import { at } from '../support/sample.js';
import { row, sample } from './sample.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const header = `${sample.content.split('\n')[0]}\n`;
const read = async (content: string | object[], options = {}) =>
  readAll('salesforce', folder.write('export.csv', content), options);

describe('an export of Salesforce', () => {
  it('has the words of a chat out of its markup, with who said them', async () => {
    const { contacts } = await read(header + row('570-1'));
    expect(contacts).toMatchObject([
      {
        contactId: '570-1',
        startedAt: Date.parse(at('09:00:00')),
        answeredAt: Date.parse(at('09:02:11')),
        endedAt: Date.parse(at('09:13:20')),
        origin: 'bot',
        handoffKey: 'key-570-1',
        outcome: { reason: 'sim_tray' },
      },
    ]);
    expect(
      contacts[0]?.turns.map(({ actor, at: moment }) => [
        actor,
        (moment - Date.parse(at('09:00:00'))) / 1000,
      ]),
    ).toEqual([
      ['system', 8],
      ['agent', 131],
      ['customer', 150],
    ]);
    expect(contacts[0]?.turns[1]?.text).toBe('What is your "number"?');
    expect(contacts[0]?.turns[2]?.text).toMatch(/\nor this one$/);
  });

  it('has nobody who answered where the chat was missed', async () => {
    const { contacts } = await read(header + row('570-1', 'Missed'));
    expect(contacts[0]).not.toHaveProperty('answeredAt');
  });

  it('reads cases, as CSV and as answers of the query API', async () => {
    const csv =
      'Id,CaseNumber,CreatedDate,ClosedDate,Origin,Reason,IsClosed,ContactPhone\n500-1,00001,2026-03-02T09:00:00.000+0000,2026-03-02T10:00:00.000+0000,Phone,sim_tray,true,+447700900123\n';
    const expected = [
      { contactId: '500-1', channel: 'voice', outcome: { reason: 'sim_tray', resolved: true } },
    ];
    expect((await read(csv)).contacts).toMatchObject(expected);
    const json = {
      Id: '500-1',
      CaseNumber: '00001',
      CreatedDate: '2026-03-02T09:00:00.000+0000',
      Origin: 'Phone',
      Reason: 'sim_tray',
      IsClosed: 'true',
    };
    expect((await read([{ totalSize: 1, records: [json] }])).contacts).toMatchObject(expected);
  });

  it('refuses times of no zone where they are not UTC', async () => {
    const csv = 'Id,CaseNumber,CreatedDate\n500-1,00001,2026-03-02 09:00:00\n';
    expect((await read(csv)).contacts).toMatchObject([{ startedAt: Date.parse(at('09:00:00')) }]);
    expect((await read(csv, { times_in_utc: false })).quarantine).toHaveLength(1);
  });
});
