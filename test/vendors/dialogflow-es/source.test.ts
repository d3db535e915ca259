import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';
import { conversation } from './sample.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const read = (content: object[], options = {}) =>
  readAll('dialogflow-es', folder.write('log.jsonl', content), options);

describe('answers of Dialogflow ES', () => {
  it('have what was said, what was asked for and where it was handed off', async () => {
    const { sessions } = await read(conversation);
    expect(sessions).toMatchObject([
      {
        sessionId: 's-5501',
        outcome: 'escalated',
        handoff: { key: 'c-90017', reason: 'user_request' },
        turns: [
          {
            intent: { name: 'order.status', confidence: 0.81, ranking: [] },
            slots: { colour: {} },
          },
          { text: 'Which order number?', asksFor: 'number' },
          // A fallback's score of 1 is no score.
          { intent: { name: 'Default Fallback Intent', confidence: 0 } },
          { action: 'fallback Default Fallback Intent' },
          { text: 'agent please' },
          { actor: 'bot' },
        ],
      },
    ]);
  });

  it('are the same as entries of Cloud Logging', async () => {
    const { sessions } = await read(conversation);
    const entries = conversation.map(({ timestamp, queryResult, responseId, session }) => ({
      insertId: responseId,
      timestamp,
      trace: session,
      jsonPayload: { queryResult },
    }));
    expect((await read([{ entries }])).sessions).toEqual(sessions);
  });

  it('say where session and time are missing', async () => {
    const { session: _, ...nameless } = conversation[0] as (typeof conversation)[number];
    const { quarantine } = await read([nameless]);
    expect(quarantine[0]?.reason).toMatch(/session_id/);
    const { sessions } = await read([{ ...nameless, chat: 's-1' }], { session_id: ['chat'] });
    expect(sessions[0]?.sessionId).toBe('s-1');
  });
});
