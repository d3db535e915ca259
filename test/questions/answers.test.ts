import { describe, expect, it } from 'vitest';
import { compareAnswers } from '../../src/questions/answers.js';
import { tools as createTools, digestValue, token } from '../detect/support.js';

const tools = createTools();
const turn = (text: string) => tools.readTurn({ at: Date.parse('2026-03-02T10:00:00Z'), text }, 0);

/** Compares an answer with 13574, which a bot holds that keeps most of what it is told. */
const compared = (toBot: string, toAgent: string, misheard = 0.2) =>
  compareAnswers(
    [turn(toAgent)],
    {
      value: { digest: digestValue('13574') ?? '', tails: [], turn: 1, at: 0 },
      source: turn(toBot),
      verbatimRates: 0.8,
      misheard,
      values: [],
    },
    tools,
  );

describe('what is told to bot and agent alike', () => {
  it('is another value than is held where it is in figures, or hidden as one value', () => {
    expect(compared("it's 93574", '93574 if i read it right')).toBe('different');
    const hidden = token('account', '93574');
    expect(compared(hidden, hidden)).toBe('different');
  });

  it('may be the held value where it is in words that are not read', () => {
    expect(compared('a baker dozen and the rest', 'a baker dozen and the rest')).toBe('unknown');
    expect(compared('a baker dozen and the rest', 'a baker dozen and the rest', 0.8)).toBe(
      'different',
    );
    expect(compared('a baker dozen', 'two score')).toBe('different');
  });

  it('says nothing where redaction hides a part of it', () => {
    const cut = `n you r s ${token('account', '1055')}`;
    expect(compared(cut, cut, 1)).toBe('unknown');
  });
});
