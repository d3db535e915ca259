import { describe, expect, it } from 'vitest';
import type { BotSessionRecord } from '../../src/domain/records.js';
import { promptReader, withAsks } from '../../src/ingest/asked-by-prompt.js';

const slot = (name: string, prompts: string[]) => ({ name, values: [], prompts, neededBy: [] });
const read = promptReader({
  slots: [
    slot('city', ['Which city are you in?', 'Where?']),
    slot('arrival', ['When do you arrive in {city}?', 'On which day do you need it?']),
    slot('return_day', ['On which day do you need it?']),
    slot('amount', ['How much, $session.params.name, did you pay (in £)?', '<? $prompt ?>']),
  ],
});

describe('the prompt of a bot turn', () => {
  it('is told by the definition’s words, whatever is said before and after it', () => {
    expect(read('Which city are you in?')).toBe('city');
    expect(read('Sorry, I did not get that. WHICH city are you in? For example, Leeds.')).toBe(
      'city',
    );
    expect(read('Which city do you come from?')).toBeUndefined();
    expect(read('I see which city are you in? Nice inn')).toBe('city');
    expect(read('Which city are you interested in?')).toBeUndefined();
  });

  it('may hold a value where the definition has a placeholder', () => {
    expect(read('When do you arrive in Milton Keynes?')).toBe('arrival');
    expect(read('How much, Ms Smith, did you pay (in £)?')).toBe('amount');
    expect(read('Any text at all')).toBeUndefined();
  });

  it('counts short only where nothing else is said, and is the last of several', () => {
    expect(read('Where?')).toBe('city');
    expect(read('Where would that be')).toBeUndefined();
    expect(read('Which city are you in? And when do you arrive in Leeds?')).toBe('arrival');
  });

  it('tells of neither slot that share it', () => {
    expect(read('On which day do you need it?')).toBeUndefined();
  });
});

describe('asks of a session', () => {
  const session = (turns: Partial<BotSessionRecord['turns'][number]>[]): BotSessionRecord =>
    ({ type: 'bot_session', session_id: 's', turns }) as BotSessionRecord;
  const asks = (record: BotSessionRecord) =>
    withAsks(record, read).turns.map(({ asks_for }) => asks_for);
  const bot = (text: string) => ({ actor: 'bot' as const, text });

  it('are those of the bot alone', () => {
    const said = [bot('Which city are you in?'), { actor: 'customer' as const, text: 'Where?' }];
    expect(asks(session(said))).toEqual(['city', undefined]);
  });

  it('are left to the log where it says any', () => {
    const said = [bot('Which city are you in?'), { ...bot('And?'), asks_for: 'arrival' }];
    expect(asks(session(said))).toEqual([undefined, 'arrival']);
  });
});
