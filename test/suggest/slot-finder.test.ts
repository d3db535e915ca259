import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BotDefinition, DefinedSlot } from '../../src/domain/conversation.js';
import { personalData } from '../../src/suggest/personal-data.js';
import { replaceValues } from '../../src/suggest/replace.js';
import { createSlotFinder } from '../../src/suggest/slot-finder.js';
import { kindOf } from '../../src/suggest/value-kinds.js';

const slot = (name: string, values: string[], neededBy: string[] = []): DefinedSlot => ({
  name,
  values,
  prompts: [],
  neededBy,
});
const definition: BotDefinition = {
  platform: 'test',
  botId: 'bot',
  readAt: 0,
  intents: ['pay', 'loan'].map((name) => ({ name, examples: [], requiredSlots: [] })),
  slots: [
    slot('amount', ['784.17', '30.72'], ['pay']),
    slot('income', ['1200.50'], ['loan']),
    slot('account_number', ['53954894', '44465726'], ['pay']),
    slot('payment_date', ['2026-02-02'], ['pay']),
    { ...slot('employment', ['full time', 'retired'], ['loan']), type: 'categorical' },
    slot('sort_code', [], ['pay']),
  ],
};
const finder = createSlotFinder(definition, []);
const found = (text: string, intent: string | null = 'pay') =>
  finder
    .find(text, intent)
    .map(({ slot: name, start, end }) => `${name}=${text.slice(start, end)}`);

describe('values of the bot’s slots', () => {
  it.each([
    ['pay £567.89 off my loan', ['amount=567.89']],
    ['pay $680 on 16/9/2026', ['amount=680', 'payment_date=16/9/2026']],
    ['for account 12345678 please', ['account_number=12345678']],
    ['I am retired now', []],
    ['it has been 10 days since 2019', []],
    ['order 1234567 and no account', []],
    ['the 24th or the 4th', []],
  ])('in "%s"', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('are named where the intent needs one of several, and else not at all', () => {
    expect(found('it is £567.89', 'loan')).toEqual(['income=567.89']);
    expect(found('I am retired now', 'loan')).toEqual(['employment=retired']);
    expect(found('it is £567.89', null)).toEqual([]);
  });

  it('are learned from what the bot caught, too', () => {
    const caught = createSlotFinder(definition, [
      {
        turn: 0,
        text: 'my sort code is 12-34-56',
        entities: [{ slot: 'sort_code', start: 16, end: 24 }],
      },
    ]);
    expect(caught.find('it is 65-43-21', 'pay')).toEqual([
      { slot: 'sort_code', start: 6, end: 14 },
    ]);
    expect(found('it is 65-43-21')).toEqual([]);
  });

  it('are no sum where the same figures may be a time of day', () => {
    const times = { ...definition, slots: [...definition.slots, slot('train_time', ['16:41'])] };
    const { find } = createSlotFinder(times, []);
    expect(find('will the 16.41 run', 'pay')).toEqual([]);
    expect(find('it cost £16.41', 'pay')).toMatchObject([{ slot: 'amount' }]);
    expect(find('it cost 31.41', 'pay')).toMatchObject([{ slot: 'amount' }]);
    expect(find('will the 17:05 run', 'pay')).toMatchObject([{ slot: 'train_time' }]);
    expect(found('it cost 16.41')).toEqual(['amount=16.41']);
  });

  it('are told by the word before them where the intent needs one of two', () => {
    const places = ['Leeds', 'York', 'Hull'];
    const both = ['from_place', 'to_place'].map((name) => slot(name, places, ['pay']));
    const text = 'it went to Leeds';
    const caught = { turn: 0, text, entities: [{ slot: 'to_place', start: 11, end: 16 }] };
    const trains = createSlotFinder({ ...definition, slots: both }, [caught, caught]);
    expect(trains.find('how do I get to York', 'pay')).toMatchObject([{ slot: 'to_place' }]);
    expect(trains.leavesOpen('how do I get to York', 'pay', [])).toBe(false);
    expect(trains.find('stuck at Hull', 'pay')).toEqual([]);
    expect(trains.leavesOpen('stuck at Hull', 'pay', [])).toBe(true);
    const marked = [{ slot: 'from_place', start: 9, end: 13 }];
    expect(trains.leavesOpen('stuck at Hull', 'pay', marked)).toBe(false);
    // What the intent does not ask for need not be a value.
    expect(trains.leavesOpen('stuck at Hull', 'loan', [])).toBe(false);
  });

  it('of no known shape are told by the name beside them', () => {
    expect(finder.namesUnknown('the new sort code is ⟨account:9f2c41⟩')).toBe(true);
    expect(finder.namesUnknown('my account number is ⟨account:9f2c41⟩')).toBe(false);
    expect(finder.namesUnknown('I forgot my sort code')).toBe(false);
    const camel = createSlotFinder({ ...definition, slots: [slot('sortCode', [])] }, []);
    expect(camel.namesUnknown('the new sort code is ⟨account:9f2c41⟩')).toBe(true);
  });
});

describe('made-up values', () => {
  it('have the shape of the training data’s own, are nobody’s, and stand where they are marked', () => {
    const amount = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 10, max: 99 }));
    fc.assert(
      fc.property(amount, fc.stringMatching(/^[1-9]\d{7}$/), ([whole, part], account) => {
        const text = `pay £${whole}.${part} from ${account} today`;
        const made = replaceValues({ text, entities: finder.find(text, 'pay') }, definition.slots);
        const values = made.entities.map(({ start, end }) => made.text.slice(start, end));
        expect(made.entities.map((one) => one.slot)).toEqual(['amount', 'account_number']);
        expect(kindOf(values[0] ?? '')).toBe('money');
        expect(values[0]).not.toMatch(/^0\d/);
        expect(values[1]).toMatch(/^[1-9]\d{7}$/);
        expect(values[1]).not.toBe(account);
        expect(personalData(made.text)).toBeNull();
        const bare = made.text
          .split(values[0] ?? '')
          .join('')
          .split(values[1] ?? '')
          .join('');
        expect(bare).toBe('pay £ from  today');
      }),
    );
  });

  it('leave one of a closed list as it was said', () => {
    const text = 'I am retired now';
    const made = replaceValues({ text, entities: finder.find(text, 'loan') }, definition.slots);
    expect(made.text).toBe(text);
  });

  it.each([
    ['for ⟨account:aa11bb⟩ please', 'account_number', false],
    ['for ⟨account:aa11bb⟩ please', 'sort_code', true],
    ['I am ⟨name:aa11bb⟩', undefined, true],
    ['pay 567.89', 'amount', false],
    ['the 2019 Model 3', 'sort_code', true],
  ])('say whether they are a guess: %s as %s', (text, name, guessed) => {
    const from = /⟨|\d/u.exec(text)?.index ?? 0;
    const to = text.includes('⟩') ? text.indexOf('⟩') + 1 : text.length;
    const entities = name === undefined ? [] : [{ slot: name, start: from, end: to }];
    expect(replaceValues({ text, entities }, definition.slots).guessed).toBe(guessed);
  });

  it('leave years alone', () => {
    expect(replaceValues({ text: 'by December 8 2026', entities: [] }, []).text).toBe(
      'by December 8 2026',
    );
  });
});
