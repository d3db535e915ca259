import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';
import { at } from '../support/sample.js';
import { agent, botLeg, conversation, customer, details, queue, turns } from './sample.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const read = (content: object[], options = {}) =>
  readAll('genesys-cloud', folder.write('genesys/day.json', content), options);

describe('Genesys Cloud', () => {
  it('puts the words of the turns together with what the details say of the transfer', async () => {
    const { sessions } = await read([...turns, details]);
    expect(sessions).toMatchObject([
      {
        sessionId: 's-2',
        botId: 'f-77',
        channel: 'messaging',
        outcome: 'escalated',
        handoff: { at: Date.parse(at('09:01:11')), key: details.conversationId, target: 'q-9' },
        turns: [
          { actor: 'bot', text: 'How can I help?', action: 'Ask for Intent' },
          { actor: 'customer', intent: { name: 'NoMatchCollection', confidence: 0 } },
          { actor: 'system', action: 'fallback NoMatchCollection' },
          { actor: 'bot' },
          { actor: 'customer', intent: { name: 'OrderStatus', ranking: [] }, slots: { order: {} } },
        ],
      },
    ]);
  });

  it('knows an intent by which a customer asks for a person', async () => {
    const asks = { ...turns[1], intent: { name: 'Speak to agent', confidence: 0.9 } };
    const { sessions } = await read([turns[0] ?? {}, asks, details]);
    expect(sessions[0]?.handoff?.reason).toBe('user_request');
    expect((await read([...turns, details])).sessions[0]?.handoff?.reason).toBe('no_match');
  });

  it('leaves open where a conversation without a bot came from, where the bot is another vendor’s', async () => {
    const alone = (attributes: object) => [
      conversation([{ ...customer, attributes }, agent('a', '09:02:00', '09:10:00')]),
    ];
    const originOf = async (attributes: object, options = {}) =>
      (await read(alone(attributes), options)).contacts[0]?.origin;
    expect(await originOf({})).toBe('direct');
    expect(await originOf({}, { origin: 'unknown' })).toBe('unknown');
    expect(await originOf({ bot_session_id: 's-1' }, { origin: 'unknown' })).toBe('bot');
  });

  it('does so over files of one folder', async () => {
    const { sessions } = await read([...turns, details]);
    folder.remove();
    folder = createFolder();
    folder.write('all/conversations.json', [{ conversations: [details] }]);
    folder.write('all/turns.json', [{ entities: turns }]);
    const all = await readAll('genesys-cloud', `${folder.path}/all/*.json`);
    expect(all.sessions).toEqual(sessions);
    expect(all.contacts).toHaveLength(2);
  });

  it('has a contact for each agent, joined to the one before, and the survey', async () => {
    const { contacts, surveys } = await read([details], {
      wrapup_codes: { 'w-a': 'sim_hardware' },
      queues: { 'q-9': 'Devices' },
    });
    expect(contacts).toMatchObject(
      [
        {
          contactId: details.conversationId,
          startedAt: Date.parse(at('09:01:11')),
          answeredAt: Date.parse(at('09:02:00')),
          endedAt: Date.parse(at('09:02:40')),
          origin: 'bot',
          queue: 'Devices',
          agentId: 'u-a',
          holdSeconds: 40,
          outcome: { reason: 'sim_hardware', transferred: true },
        },
        {
          contactId: `${details.conversationId}/b`,
          origin: 'transfer',
          attributes: { previous_contact_id: details.conversationId },
          outcome: { reason: 'w-b' },
        },
      ].map((one, i) => (i === 0 ? { ...one, endedAt: Date.parse(at('09:10:00')) } : one)),
    );
    expect(surveys).toMatchObject([{ contactId: details.conversationId, nps: 4 }]);
  });

  it('has who waited in vain, and who called an agent without a bot', async () => {
    const { contacts: waited } = await read([conversation([customer, botLeg, queue])]);
    expect(waited).toMatchObject([{ origin: 'bot', startedAt: Date.parse(at('09:01:11')) }]);
    expect(waited[0]).not.toHaveProperty('answeredAt');
    const { contacts, sessions } = await read([
      conversation([customer, agent('a', '09:02:00', '09:10:00')]),
    ]);
    expect(contacts).toMatchObject([{ origin: 'direct' }]);
    expect(sessions).toEqual([]);
  });

  it.each([
    ['TransferToACD', 'Transfer', 'escalated', 'no_match'],
    ['DisconnectRequestedByUser', 'UserDisconnect', 'abandoned', undefined],
    ['ExitRequestedByBot', 'BotExit', 'contained', undefined],
  ])('takes the label %s of the session', async (botResult, botResultCategory, outcome, reason) => {
    const label = {
      id: 's-2',
      flow: { id: 'f-77' },
      botResult,
      botResultCategory,
      dateCompleted: at('09:00:10'),
    };
    const { sessions } = await read([...turns.slice(0, 1), label]);
    expect(sessions).toMatchObject([{ outcome }]);
    expect(sessions[0]?.handoff?.reason).toBe(reason);
  });
});
