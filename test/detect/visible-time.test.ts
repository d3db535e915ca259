import { describe, expect, it } from 'vitest';
import { withVisibleTime } from '../../src/detect/visible-time.js';
import type { Finding, LedgerEntry } from '../../src/domain/journey.js';
import { emptyAskContext, readAgent } from '../../src/questions/agent-side.js';
import { readBot } from '../../src/questions/bot-side.js';
import { findingOf } from '../patterns/settings.js';
import {
  agent as agentSays,
  bot as botSays,
  contact,
  said,
  session,
  start,
} from '../support/conversations.js';
import { tools, wrote } from './support.js';

const talk = session(
  [
    botSays('How can I help?', { at: 0 }),
    said('renew my books', { at: 10 }),
    botSays('What is your library card number?', { at: 11 }),
    said('the green one', { at: 21 }),
    botSays('What is your library card number?', { at: 22 }),
    said('I told you', { at: 32 }),
  ],
  { handoff: { at: start + 45_000 } },
);
const asked = (text: string, more: { at: number }) => ({ ...wrote(text), ...more });
const help = contact([
  agentSays('Hello, how can I help?', { at: 0 }),
  asked('I want to renew my books, as I told the bot', { at: 20 }),
  agentSays('What is your library card number?', { at: 25 }),
  asked('12345678', { at: 40 }),
  agentSays('Thanks', { at: 44 }),
  agentSays('I have renewed them for you until the end of the month', { at: 344 }),
]);
const bot = readBot(talk, tools());
const agent = readAgent(help, bot, tools(), emptyAskContext);
const entry = (slot: string, turns: LedgerEntry['turns']): LedgerEntry => ({
  slot,
  bot: 'captured',
  agent: 'asked',
  confidence: 1,
  turns,
  needed: true,
});
const spent = (findings: readonly Finding[], ledger: readonly LedgerEntry[] = []) =>
  withVisibleTime(findings, ledger, bot, agent).map((one) => one.spent);
const slotTurns: Finding['turns'] = ['bot:2', 'agent:2', 'agent:3'];

describe('visible time', () => {
  it('of a slot is the question, its answer and the thanks, and no work after it', () => {
    const finding = findingOf('context_lost', { slot: 'card_number', turns: slotTurns });
    expect(spent([finding], [entry('card_number', slotTurns)])).toEqual([{ bot: 0, agent: 24 }]);
  });

  it('of a slot that the bot asked for in vain is what the customer answered it, too', () => {
    const finding = findingOf('uncaptured_slot', { slot: 'card_number', turns: slotTurns });
    expect(spent([finding], [entry('card_number', slotTurns)])).toEqual([{ bot: 10, agent: 24 }]);
  });

  it('is shared where one question asks for two slots, whether or not the other is a failure', () => {
    const one = findingOf('context_lost', { slot: 'card_number', turns: slotTurns });
    const other = entry('title', ['agent:2', 'agent:3']);
    expect(spent([one], [entry('card_number', slotTurns), other])).toEqual([{ bot: 0, agent: 14 }]);
  });

  it('of an explanation is what the customer says again; the question that follows is none of it', () => {
    const turns: Finding['turns'] = ['bot:1', 'agent:1'];
    expect(spent([findingOf('repeated_explanation', { turns })])).toEqual([{ bot: 0, agent: 20 }]);
  });

  it('of a loop begins with the first repetition, of a request for a person ends with the handoff', () => {
    const loop = findingOf('intent_loop', { turns: ['bot:2', 'bot:3', 'bot:4'] });
    expect(spent([loop])).toEqual([{ bot: 11, agent: 0 }]);
    const request = findingOf('agent_requested', { turns: ['bot:5'] });
    expect(spent([request])).toEqual([{ bot: 13, agent: 0 }]);
  });

  it('is unknown where a category leaves no turns of its own', () => {
    expect(spent([findingOf('cold_open', { turns: ['agent:0'] })])).toEqual([undefined]);
  });
});
