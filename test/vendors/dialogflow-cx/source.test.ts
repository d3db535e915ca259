import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';
import { jsonLines } from '../support/sample.js';
import { conversation, cxRow, handedOff, history, unmatched } from './sample.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const read = async (content: string | object[], options = {}) =>
  (await readAll('dialogflow-cx', folder.write('log.jsonl', content), options)).sessions;

/** Every key in small letters, as a sink of Cloud Logging leaves them; values stay. */
function lowered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(lowered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key.toLowerCase(), lowered(one)]),
  );
}

describe('the interaction log of Dialogflow CX', () => {
  it('has what was said, matched and handed off', async () => {
    expect(await read(conversation)).toMatchObject([
      {
        botId: 'telco-agent',
        sessionId: 's-5501',
        outcome: 'escalated',
        handoff: { key: 'C-90017', reason: 'user_request', target: 'Devices' },
        turns: [
          { actor: 'customer', intent: { name: 'order.status', confidence: 0.29 } },
          { actor: 'bot', action: 'fallback NO_MATCH' },
          {
            actor: 'customer',
            intent: { name: 'agent.request', confidence: 0.97, ranking: [] },
            slots: { device: {} },
          },
          { actor: 'bot', text: 'One moment.', action: 'Orders' },
        ],
      },
    ]);
  });

  it('is the same as a table, and with the entries of what was asked', async () => {
    const names = Object.keys(conversation[0] ?? {});
    const rows = conversation.map((one) =>
      names.map((name) => {
        const value = (one as Record<string, unknown>)[name];
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        return `"${text.replaceAll('"', '""')}"`;
      }),
    );
    const sessions = await read(conversation);
    expect(await read([names, ...rows].join('\n'))).toEqual(sessions);
    const asked = { timestamp: '2026-03-02T09:00:00Z', jsonPayload: { queryInput: {} } };
    const { quarantine } = await readAll('dialogflow-cx', folder.write('x.jsonl', [asked]));
    expect(quarantine).toEqual([]);
  });

  it('is the same with JSON as text, with rows twice and out of order', async () => {
    const sessions = await read(conversation);
    expect(
      await read(conversation.map((one) => ({ ...one, response: JSON.stringify(one.response) }))),
    ).toEqual(sessions);
    expect(await read([...conversation, ...conversation].reverse())).toEqual(sessions);
  });

  it('is the same in small letters, but for what users named', async () => {
    const [session] = await read(conversation);
    const [small] = await read(jsonLines(conversation.map((one) => lowered(one) as object)));
    expect(small?.turns.map(({ text, intent, action }) => [text, intent?.name, action])).toEqual(
      session?.turns.map(({ text, intent, action }) => [text, intent?.name, action]),
    );
    expect(small?.handoff).toEqual(session?.handoff);
  });

  it('is the same as a conversation of the history', async () => {
    expect(await read([{ conversations: [history] }])).toEqual(await read(conversation));
  });

  it('keeps the intent that the page does not listen to, with an action that is no fallback', async () => {
    const missing = { missingTransition: { intentDisplayName: 'report.fault', score: 0.8 } };
    const [session] = await read([
      { ...history, interactions: history.interactions.map((one) => ({ ...one, ...missing })) },
    ]);
    expect(session?.turns.slice(0, 2)).toMatchObject([
      { intent: { name: 'report.fault', confidence: 0.8 } },
      { action: 'missing_transition' },
    ]);
  });

  it('says no input, buttons and failed webhooks for what they are', async () => {
    const [session] = await read([
      cxRow(1, {
        triggerIntent: 'projects/p/agents/a/intents/i-1',
        match: { matchType: 'DIRECT_INTENT' },
      }),
      cxRow(2, {
        triggerEvent: 'sys.no-input-1',
        match: { matchType: 'NO_INPUT', event: 'sys.no-input-1' },
      }),
      cxRow(3, { ...unmatched, webhookStatuses: [{ code: 0 }, { code: 14, message: 'down' }] }),
    ]);
    expect(
      session?.turns.map(({ actor, action, error, payload }) => [actor, action, error, payload]),
    ).toEqual([
      ['customer', undefined, undefined, true],
      ['system', 'sys.no-input-1', undefined, undefined],
      ['customer', undefined, undefined, undefined],
      ['bot', 'fallback NO_MATCH', 'webhook: code 14', undefined],
    ]);
  });

  it('is a call where it is transferred by telephone', async () => {
    const transfer = {
      ...handedOff,
      responseMessages: [{ telephonyTransferCall: { phoneNumber: '+15550100' } }],
    };
    expect(await read([cxRow(1, transfer)])).toMatchObject([
      { channel: 'voice', outcome: 'escalated', handoff: { key: 's-5501' } },
    ]);
  });
});
