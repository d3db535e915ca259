import { describe, expect, it } from 'vitest';
import { english } from '../../src/language/en/english.js';
import { answerForms, isPlainValue, plainForm } from '../../src/questions/answer-form.js';
import { createTurnReader } from '../../src/transcript/turns.js';
import { lexicon, token } from '../detect/support.js';

const readTurn = createTurnReader(lexicon);
const formsOf = (text: string) => answerForms([readTurn({ at: 0, text }, 0)], english);

describe('forms of answers', () => {
  it.each([
    ['six zero four nine', 'd4'],
    ['ready one two five eight', 'd4'],
    ['6049', 'd4'],
    ['monday september twenty first', '#date'],
    ['eight', 'd1'],
    ['it is the thirteenth', 'd2th'],
    ['the twenty second of the month', 'd2nd'],
    ['maple toys dot com', '#web'],
    ['it is www.mapletoys.com', '#web'],
  ])('hears figures in %j', (text, form) => {
    expect(formsOf(text)).toContain(form);
    expect(isPlainValue(formsOf(text))).toBe(true);
  });

  it('hears a value behind "hang on"', () => {
    expect(isPlainValue(formsOf('hang on... 504.45'))).toBe(true);
    expect(formsOf('hang on')).toEqual(['~evasion']);
  });

  it('tells a list of values, and one in many words, from a story', () => {
    const list = 'the windscreen, a chip, 892.45 and my old estate car';
    expect(formsOf(list)).not.toContain('~long');
    expect(formsOf('seat upholstery four hundred three dollars forty five')).not.toContain('~long');
    expect(
      formsOf('the man there told me my brown horse would be mended within weeks without payment'),
    ).toContain('~long');
  });

  it('hears a value behind a question, and a question behind a value', () => {
    expect(isPlainValue(formsOf('again? 9428'))).toBe(true);
    expect(isPlainValue(formsOf('18/10, is that the one you want?'))).toBe(false);
  });

  it('hears no figure in thanks', () => {
    expect(isPlainValue(formsOf('thanks a million'))).toBe(false);
    expect(isPlainValue(formsOf('a million'))).toBe(true);
    expect(isPlainValue(formsOf('thanks, it is two hundred and ten'))).toBe(true);
    expect(isPlainValue(formsOf('one thousand, thank you'))).toBe(true);
  });

  it.each(['the first, i think', 'it is one of those grey boxes'])('hears none in %j', (text) => {
    expect(isPlainValue(formsOf(text))).toBe(false);
  });

  it('tells codes by their shapes, in the order of the text, where these are known', () => {
    const [claim, order] = [token('account', '104477'), token('account', 'PX4512')];
    const text = `claim ${claim}, order ${order}, phone ${token('phone', '0791234567')}`;
    const forms = (codeShapes: string[]) =>
      answerForms([readTurn({ at: 0, text, codeShapes }, 0)], english);
    expect(forms(['d6', 'l2d4'])).toEqual(
      expect.arrayContaining(['⟨account:d6', '⟨account:l2d4', '⟨phone']),
    );
    expect(forms([])).toEqual(expect.arrayContaining(['⟨account', '⟨phone']));
    expect(['⟨account:d6', '⟨account', '#date', 'd4'].map(plainForm)).toEqual([
      '⟨account',
      '⟨account',
      '#date',
      'd4',
    ]);
  });
});
