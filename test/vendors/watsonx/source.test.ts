import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';
import { at } from '../support/sample.js';
import { conversation } from './sample.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const withOutput = (more: object, context: object = {}) => {
  const [first = { response: { output: {} } }] = conversation;
  const output = { ...first.response.output, ...more };
  return [{ ...first, response: { output, context } }];
};

const read = async (content: object[], options = {}) =>
  (await readAll('watsonx', folder.write('logs.json', content), options)).sessions;

describe('logs of watsonx Assistant', () => {
  it('say which answer failed', async () => {
    const failed = { debug: { log_messages: [{ level: 'err', message: 'no answer' }] } };
    const [session] = await read(withOutput(failed));
    expect(session?.turns.some(({ error }) => error !== undefined)).toBe(true);
    const warned = { debug: { log_messages: [{ level: 'warn' }] } };
    const [other] = await read(withOutput(warned));
    expect(other?.turns.some(({ error }) => error !== undefined)).toBe(false);
  });

  it('know that nothing matched by the node, however sure the guess', async () => {
    const intents = [{ intent: 'order_status', confidence: 0.6 }];
    const visited = (title: string) => ({ intents, debug: { nodes_visited: [{ title }] } });
    const botTurn = async (title: string) =>
      (await read(withOutput(visited(title))))[0]?.turns.findLast(({ actor }) => actor === 'bot');
    expect((await botTurn('anything_else'))?.action).toBe('fallback irrelevant');
    expect((await botTurn('order'))?.action).toBe('order');
  });

  it('take the key of the join for no value that the bot asked for', async () => {
    const user_defined = { contact_id: 'c-1', order: '12345678' };
    const [session] = await read(withOutput({}, { skills: { 'main skill': { user_defined } } }));
    expect(session?.turns.flatMap(({ slots = {} }) => Object.keys(slots))).toEqual(['order']);
  });

  it('have what was understood, shown and handed off', async () => {
    expect(await read([{ logs: conversation, pagination: {} }])).toMatchObject([
      {
        sessionId: 'ss-5501',
        botId: 'as-telco',
        outcome: 'escalated',
        handoff: {
          at: Date.parse(at('09:00:20.300')),
          key: 'ss-5501',
          target: 'device',
          reason: 'user_request',
          context: { level: 'summary', text: 'sim tray broken' },
        },
        turns: [
          {
            intent: {
              name: 'order_status',
              confidence: 0.14,
              ranking: [{}, { name: 'report_fault' }],
            },
          },
          { text: 'I did not get that.' },
          { text: 'Did you mean (Order, Fault)', action: 'fallback irrelevant' },
          { text: 'agent please' },
          { text: 'Connecting you' },
        ],
      },
    ]);
  });

  it('take for irrelevant what the product takes for it, or what the config says', async () => {
    const actions = async (options = {}) =>
      (await read(conversation, options))[0]?.turns[2]?.action;
    expect(await actions()).toBe('fallback irrelevant');
    expect(await actions({ irrelevant_below: 0.1 })).toBeUndefined();
  });

  it('are read in the shape of v1 too', async () => {
    const old = {
      log_id: 'l-1',
      workspace_id: 'w-1',
      request_timestamp: at('09:00:00'),
      request: { input: { text: 'where is my order' } },
      response: {
        intents: [{ intent: 'order_status', confidence: 0.9 }],
        context: { conversation_id: 'c-1' },
        output: { text: ['Which number?'] },
      },
    };
    expect(await read([old])).toMatchObject([
      {
        sessionId: 'c-1',
        botId: 'w-1',
        turns: [{ intent: { name: 'order_status' } }, { text: 'Which number?' }],
      },
    ]);
  });
});
