import { describe, expect, it } from 'vitest';
import { readMarked, writeMarked } from '../../src/text/marked.js';

describe('words with marked values', () => {
  it.each([
    ['pay [567](amount) now', 'pay 567 now', [{ name: 'amount', start: 4, end: 7 }]],
    ['to [NYC](city:New York)', 'to NYC', [{ name: 'city', start: 3, end: 6 }]],
    [
      '[Rome]{"entity": "city", "role": "to"}',
      'Rome',
      [{ name: 'city', start: 0, end: 4, role: 'to' }],
    ],
    ['nothing to mark (really)', 'nothing to mark (really)', []],
  ])('reads %s', (written, text, marks) => {
    expect(readMarked(written)).toEqual({ text, marks });
  });

  it.each(['pay [567](amount', 'pay [567]', 'pay 567](amount)', '[567]()', '[567]{"role": "x"}'])(
    'takes nothing for a mark that is none: %s',
    (written) => {
      expect(readMarked(written)).toBeNull();
    },
  );

  it('writes what it reads, and reads what it writes', () => {
    const marked = {
      text: 'from Rome to Oslo on Friday',
      marks: [
        { name: 'to', start: 13, end: 17 },
        { name: 'from', start: 5, end: 9 },
      ],
    };
    const written = writeMarked(marked);
    expect(written).toBe('from [Rome](from) to [Oslo](to) on Friday');
    expect(readMarked(written)?.text).toBe(marked.text);
    expect(writeMarked(readMarked(written) ?? marked)).toBe(written);
  });
});
