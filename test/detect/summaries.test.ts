import { describe, expect, it } from 'vitest';
import { createSummaries } from '../../src/detect/detect.js';
import { utteranceAt } from '../../src/detect/utterance.js';
import type { Session, SessionTurn } from '../../src/domain/conversation.js';
import { createCalendar } from '../../src/lib/calendar.js';
import { lexicon } from './support.js';

const calendar = createCalendar('Europe/London');
const { handledIn } = createSummaries(null, lexicon, calendar);

const said = (text: string, intent?: string): SessionTurn => ({
  at: 0,
  actor: 'customer',
  text,
  ...(intent && { intent: { name: intent, confidence: 0.9, ranking: [] } }),
});
const asks = (slot: string): SessionTurn => ({ at: 0, actor: 'bot', text: '?', asksFor: slot });

function session(turns: SessionTurn[], outcome: Session['outcome'] = 'contained'): Session {
  return {
    id: 'test/bot/1',
    platform: 'test',
    botId: 'bot',
    sessionId: '1',
    startedAt: 0,
    channel: 'chat',
    customer: {},
    outcome,
    turns,
  };
}

describe('what the bot handled', () => {
  it('is the request of a session that it ended by itself', () => {
    const turns = [said('hello'), said('renew my books', 'renew_loan')];
    expect(handledIn(session(turns))).toEqual([
      {
        utterance: {
          turn: 1,
          text: 'renew my books',
          entities: [],
          guess: { intent: 'renew_loan', confidence: 0.9 },
        },
        intent: 'renew_loan',
      },
    ]);
  });

  it('keeps the best guess behind a fallback', () => {
    const ranking = [
      { name: 'out_of_scope', confidence: 0.5 },
      { name: 'renew_loan', confidence: 0.3 },
    ];
    const fellBack = {
      ...said('prolong it'),
      intent: { name: 'nlu_fallback', confidence: 0, ranking },
    };
    expect(utteranceAt([fellBack], 0).guess).toEqual({ intent: 'renew_loan', confidence: 0.3 });
    expect(utteranceAt([said('prolong it')], 0).guess).toBeUndefined();
  });

  it('is not the answer to its question', () => {
    const turns = [
      said('renew my books', 'renew_loan'),
      asks('card'),
      said('the fine', 'pay_fine'),
    ];
    expect(handledIn(session(turns)).map(({ intent }) => intent)).toEqual(['renew_loan']);
  });

  it.each(['escalated', 'abandoned'] as const)('is nothing in a session that was %s', (outcome) => {
    expect(handledIn(session([said('renew my books', 'renew_loan')], outcome))).toEqual([]);
  });

  it('is nothing where there were several requests, or a button', () => {
    expect(handledIn(session([said('renew', 'renew_loan'), said('pay', 'pay_fine')]))).toEqual([]);
    const button = { ...said('/renew', 'renew_loan'), payload: true };
    expect(handledIn(session([button]))).toEqual([]);
  });
});
