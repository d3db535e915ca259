import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';
import { at } from '../support/sample.js';
import { comments, ticket } from './sample.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const read = async (content: object[], options = {}) =>
  (await readAll('zendesk', folder.write('tickets.json', content), options)).contacts;

describe('a Zendesk ticket', () => {
  it('has who said what, when it was answered and solved, and what it was about', async () => {
    const contacts = await read([{ tickets: [ticket(88017, { comments })] }], {
      disposition: ['custom_fields.360001'],
      groups: { 9: 'Devices' },
    });
    expect(contacts).toMatchObject([
      {
        contactId: '88017',
        startedAt: Date.parse(at('09:02:00')),
        answeredAt: Date.parse(at('09:03:00')),
        endedAt: Date.parse(at('09:30:00')),
        channel: 'chat',
        origin: 'bot',
        handoffKey: 's-5501',
        queue: 'Devices',
        outcome: { reason: 'sim_tray', resolved: true, csat: 100 },
        turns: [
          { actor: 'customer' },
          { actor: 'agent' },
          { actor: 'system' },
          { actor: 'customer' },
        ],
      },
    ]);
  });

  it('is read with comments of another file, by its name or by the ticket that they name', async () => {
    folder.write('c/ticket-1.json', JSON.stringify({ comments }));
    folder.write(
      'c/all.jsonl',
      comments.map((one) => ({ ...one, ticket_id: 2 })),
    );
    const contacts = await read([ticket(1), ticket(2)], { comments: 'c/*' });
    expect(contacts.map(({ turns }) => turns.length)).toEqual([4, 4]);
  });

  it('is read once, as it was last changed', async () => {
    const newer = ticket(1, { updated_at: at('10:00:00'), group_id: 10 });
    expect((await read([newer, ticket(1)])).map(({ queue }) => queue)).toEqual(['10']);
  });

  it('takes a field or the external id for the key, and nothing for one where nothing is', async () => {
    const [byField] = await read([ticket(1, { tags: [] })], {
      handoff_key: ['custom_fields.360001'],
    });
    expect(byField?.handoffKey).toBe('sim_tray');
    const [none] = await read([
      ticket(2, { tags: [], satisfaction_rating: { score: 'unoffered' }, status: 'open' }),
    ]);
    expect(none).toMatchObject({ origin: 'unknown', outcome: {} });
  });

  it('names the ticket before a follow-up', async () => {
    const via = { channel: 'web', source: { rel: 'follow_up', from: { ticket_id: 77 } } };
    expect((await read([ticket(1, { via })]))[0]?.attributes.previous_contact_id).toBe('77');
  });
});
