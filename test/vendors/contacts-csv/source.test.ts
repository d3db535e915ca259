import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSourceOptions } from '../../../src/vendors/sources.js';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';
import { at } from '../support/sample.js';
import { header, row, sample } from './sample.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const read = (content: string, options: object = {}) =>
  readAll('contacts-csv', folder.write('contacts.csv', content), { ...sample.options, ...options });

describe('contacts as CSV', () => {
  it('are read by the columns that the config names, with times of the business', async () => {
    const { contacts } = await read(header + row('1'));
    expect(contacts).toMatchObject([
      {
        contactId: '1',
        startedAt: Date.parse(at('09:01:18')),
        answeredAt: Date.parse(at('09:02:00')),
        endedAt: Date.parse(at('09:13:20')),
        origin: 'bot',
        handoffKey: 's-1',
        queue: 'Devices',
        outcome: { reason: 'sim_tray', resolved: true, csat: 75 },
      },
    ]);
  });

  it('say which columns are missing, and which the file has', async () => {
    const { quarantine } = await read(header + row('1'), { columns: { contact_id: 'Nr' } });
    expect(quarantine.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/contact_id: no column "Nr".*the file has Conversation ID, Queued/),
    ]);
  });

  it('are put together where a row is a message', async () => {
    const messages =
      'chat,time,who,text\n7,2026-03-02T09:02:11Z,Agent Sam,"What is\nyour number?"\n8,2026-03-02T09:00:00Z,Visitor,hello\n7,2026-03-02T09:02:00Z,Visitor,hi\n7,2026-03-02T09:02:01Z,Router,queued\n';
    const { contacts } = await readAll('contacts-csv', folder.write('m.csv', messages), {
      rows: 'message',
      columns: { contact_id: 'chat', started_at: 'time', speaker: 'who', text: 'text' },
    });
    expect(contacts).toMatchObject([
      {
        contactId: '7',
        startedAt: Date.parse(at('09:02:00')),
        answeredAt: Date.parse(at('09:02:11')),
        turns: [{ actor: 'customer' }, { actor: 'system' }, { actor: 'agent' }],
      },
      { contactId: '8', turns: [{ actor: 'customer' }] },
    ]);
  });

  const contact = 'contact_id,started_at,queue,queue,csat\n';
  const plain = (rows: string, options = {}) =>
    readAll('contacts-csv', folder.write('plain.csv', contact + rows), options);

  it('have their scores as people write them, and are kept where a score is none', async () => {
    const rows = ['4 - Good', 'N/A', 'lovely'].map(
      (score, i) => `${i},2026-03-02T09:00:00Z,,Support,${score}\n`,
    );
    const columns = { queue: 'queue', csat: 'csat' };
    const { contacts, quarantine } = await plain(rows.join(''), { columns });
    expect(contacts.map(({ outcome }) => outcome.csat)).toEqual([75, undefined, undefined]);
    expect(contacts.map(({ queue }) => queue)).toEqual(['Support', 'Support', 'Support']);
    expect(quarantine).toMatchObject([
      { line: 4, reason: expect.stringMatching(/^csat: no number/) },
    ]);
  });

  it('are set aside where a spreadsheet has rounded their ids', async () => {
    const { contacts, quarantine } = await plain(
      '1.23457E+11,2026-03-02T09:00:00Z,,,\n123456789012,2026-03-02T09:00:00Z,,,\n',
    );
    expect(contacts.map(({ contactId }) => contactId)).toEqual(['123456789012']);
    expect(quarantine).toMatchObject([{ reason: expect.stringMatching(/^contact_id: .*rounded/) }]);
  });

  it('say so where nobody in them is known as an agent or a customer', async () => {
    const options = { rows: 'message', columns: { speaker: 'who', text: 'text' } };
    const table = (who: string) =>
      `contact_id,started_at,who,text\n1,2026-03-02T09:00:00Z,Router,queued\n1,2026-03-02T09:00:01Z,${who},hi\n`;
    const reasons = async (who: string) =>
      (await readAll('contacts-csv', folder.write('m.csv', table(who)), options)).quarantine;
    expect(await reasons('Ann Smith')).toMatchObject([
      { reason: expect.stringMatching(/^speaker: /) },
    ]);
    expect(await reasons('Agent Ann')).toEqual([]);
  });

  it('are refused a pattern with letters that mean nothing', () => {
    const check = (timestamp_format: string) =>
      checkSourceOptions('contacts-csv', { timestamp_format });
    expect(check('DD/MM/YYYY kk:mm').join()).toMatch(/unknown fields kk/);
    expect(check('DD/MM/YYYY HH:mm')).toEqual([]);
  });
});
