import { describe, expect, it } from 'vitest';
import type { BotDefinition } from '../../../src/domain/conversation.js';
import type { SuggestionKind } from '../../../src/domain/suggestion.js';
import { pickCases } from '../../../src/vendors/cases/pick.js';
import { wordsWithin } from '../../../src/vendors/phrases/plan.js';
import { phrasesFor } from '../support/suggestions.js';

/** Training data with the patch in them. */
const definition = (examples: Record<string, string[]>): BotDefinition => ({
  platform: 'p',
  botId: 'b',
  readAt: 0,
  intents: Object.entries(examples).map(([name, own]) => ({
    name,
    examples: own,
    requiredSlots: [],
  })),
  slots: [],
});
const wordsOf = (text: string) =>
  wordsWithin(text, { longestPhrase: 40, reserved: /[{}]/g, start: /^[\s/-]+/ });
const pick = (
  kind: SuggestionKind,
  intent: string | undefined,
  texts: string[],
  examples: Record<string, string[]>,
) =>
  pickCases(
    [
      phrasesFor(
        intent,
        texts.map((text) => ({ text })),
        kind,
      ),
    ],
    definition(examples),
    wordsOf,
  ).map((one) => `${one.intent}: ${one.text}`);

describe('a case is made', () => {
  it('of a wording that was taught, under its intent', () => {
    expect(pick('add_phrases', 'pay', ['I owe you'], { pay: ['pay', 'I owe you'] })).toEqual([
      'pay: I owe you',
    ]);
  });

  it('of one that is written otherwise in the files, but not of one that stands under another intent there', () => {
    const taught = { pay: ['settle {month}'], refund: ['I owe you'] };
    expect(pick('add_phrases', 'pay', ['settle May', 'i owe you'], taught)).toEqual([
      'pay: settle May',
    ]);
  });

  it('by the words that the patch has: of none that is left out of it, or is of another intent by these', () => {
    const taught = { pay: ['pay {month} - now'], refund: ['where is it', '- I owe you'] };
    const texts = [
      '- where is it',
      'I {owe} you',
      'so '.repeat(40),
      '- pay May',
      'pay month - now',
    ];
    expect(pick('add_phrases', 'pay', texts, taught)).toEqual([
      'pay: pay May',
      'pay: pay month - now',
    ]);
  });

  it('of no wording that stands under two intents', () => {
    const taught = { pay: ['I owe you'], refund: ['I owe you'] };
    expect(pick('add_phrases', 'pay', ['I owe you'], taught)).toEqual([]);
  });

  it('of a new intent where the patch has made it, not where a person has yet to', () => {
    expect(pick('new_intent', 'lost', ['lost it'], { lost: ['lost it'] })).toEqual([
      'lost: lost it',
    ]);
    expect(pick('new_intent', 'lost', ['lost it'], { pay: ['pay'] })).toEqual([]);
  });

  it("of what is none of the bot's, under the intent that the vendor has for it, not where it has none", () => {
    const texts = ['who won the match'];
    expect(pick('out_of_scope_phrases', undefined, texts, { None: texts })).toEqual([
      'None: who won the match',
    ]);
    expect(pick('out_of_scope_phrases', undefined, texts, { pay: ['pay'] })).toEqual([]);
  });

  it('of a moved phrase, once it has moved', () => {
    expect(pick('move_phrases', 'pay', ['I owe you'], { pay: ['I owe you'], refund: [] })).toEqual([
      'pay: I owe you',
    ]);
    expect(pick('move_phrases', 'pay', ['I owe you'], { pay: [], refund: ['I owe you'] })).toEqual(
      [],
    );
  });

  it.each(['add_slot_examples', 'remove_phrases', 'merge_intents'] as const)(
    'of nothing of %s: an answer to a question, or nothing that is taught',
    (kind) => expect(pick(kind, 'pay', ['to Leeds'], { pay: [] })).toEqual([]),
  );

  it('of no token that stands for a personal value, and of no words that are none', () => {
    const texts = ['call ⟨phone:9f2c41⟩', '!?', ''];
    expect(pick('add_phrases', 'pay', texts, { pay: [] })).toEqual([]);
  });

  it('on one line, without what no reader sees and without the slash of a command', () => {
    expect(pick('add_phrases', 'pay', ['/pay\u200b \n now\u2028please'], { pay: [] })).toEqual([
      'pay: pay now please',
    ]);
  });
});

it('takes a few of an intent, each once, intents in order', () => {
  const many = ['one', 'two', 'three', 'four', 'five', 'six'].map((text) => ({ text }));
  const cases = pickCases(
    [phrasesFor('pay', many), phrasesFor('bill', [{ text: 'seven' }, { text: 'Two' }])],
    definition({ pay: [], bill: [] }),
    wordsOf,
  );
  expect(cases.map(({ intent, text }) => `${intent}: ${text}`)).toEqual([
    'bill: seven',
    'pay: one',
    'pay: two',
    'pay: three',
    'pay: four',
    'pay: five',
  ]);
});
