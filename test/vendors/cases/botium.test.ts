import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { botiumFiles } from '../../../src/vendors/cases/botium.js';
import { wordsWithin } from '../../../src/vendors/phrases/plan.js';
import { botiumCases } from '../support/botium.js';

const caseOf = (text: string, intent = 'order_status') => ({
  intent,
  text,
  phrase: { text, entities: [] },
});
const read = (...cases: ReturnType<typeof caseOf>[]) => botiumCases(botiumFiles(cases));

describe('cases for Botium', () => {
  it('are a conversation and a list of wordings an intent', () => {
    expect(botiumFiles([caseOf('where is it'), caseOf('any news of my parcel')])).toEqual([
      {
        path: 'handback-order-status-ec782a8730.convo.txt',
        text: 'Handback: order_status is recognised\n\n#me\nhandback-order-status-ec782a8730\n\n#bot\nINTENT order_status\n',
      },
      {
        path: 'handback-order-status-ec782a8730.utterances.txt',
        text: 'handback-order-status-ec782a8730\nwhere is it\nany news of my parcel\n',
      },
    ]);
  });

  it('are none where there are none', () => expect(botiumFiles([])).toEqual([]));

  it.each([
    '#bot hello',
    '#me',
    '#',
    '!not this',
    '?maybe',
    '?!both',
    'PAUSE my plan',
    'INTENT other',
    'BUTTON is broken',
    '{"a": 1}',
    '--- really',
    'a|b',
    '$date',
  ])('take %j as words, obeying nothing in it', (text) => {
    expect(read(caseOf(text))).toEqual([{ text, intent: 'order_status' }]);
  });

  it.each(['a|b', 'Bestellung ändern', '#me again', '注文', 'faq/hours'])(
    'name the intent %s as it is',
    (intent) => {
      expect(read(caseOf('hello', intent))).toEqual([{ text: 'hello', intent }]);
    },
  );

  it('keep intents apart whose file names would be the same', () => {
    const files = botiumFiles([caseOf('one', 'Pay bill'), caseOf('two', 'pay_bill')]);
    expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(4);
  });

  it('leave out an intent that no line of theirs can name', () => {
    expect(botiumFiles([caseOf('hello', 'two\nlines'), caseOf('hello', ' spaced ')])).toEqual([]);
  });

  it('give every phrase back, whatever a customer wrote', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.string({ unit: fc.constantFrom(...'ab #?!"\'`[]{}():|>&*%@,-\\/\n\r\t\0\u2028') }),
    );
    fc.assert(
      fc.property(anything, (written) => {
        const text = wordsWithin(written, { longestPhrase: 500 });
        fc.pre(text !== null);
        expect(read(caseOf(text ?? ''))).toEqual([{ text, intent: 'order_status' }]);
      }),
    );
  });
});
