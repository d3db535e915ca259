import { describe, expect, it } from 'vitest';
import { english } from '../../src/language/en/english.js';
import {
  asksAlike,
  describedName,
  isQuestion,
  ownPrompt,
  siblingPrompt,
} from '../../src/suggest/own-prompt.js';
import { lexicon as common } from '../detect/support.js';
import { definition } from './library.js';

const lexicon = { stopWords: ['what', 'is', 'your', 'the', 'which', 'should', 'i'] };
const spoken = {
  lexicon: {
    ...lexicon,
    slotTypes: common.slotTypes,
    shortNames: { no: 'number' },
    affirmations: ['yes'],
  },
  language: english,
  asked: [],
};

describe('what the definition calls a slot', () => {
  const called = (name: string, description: string) =>
    describedName(
      name,
      { ...definition, slots: [{ name, description, values: [], prompts: [], neededBy: [] }] },
      lexicon,
    );

  it('is its description, as far as that names the thing', () => {
    expect(called('vehicle_plate', 'Licence plate of the rental car')).toBe(
      'licence plate of the rental car',
    );
    expect(called('bag_tag', 'Number of the bag tag, two letters and more')).toBe(
      'number of the bag tag',
    );
    expect(called('card_number', 'The number of the card (not the PIN)')).toBe(
      'number of the card',
    );
  });

  it('is none that asks, has figures, is long, or names something else', () => {
    expect(called('has_phone', 'What phone there is')).toBeUndefined();
    expect(called('card_number', 'Last 4 figures of the card number')).toBeUndefined();
    expect(called('flown_date', 'Day on which the flight took place')).toBeUndefined();
    expect(
      called('branch', 'Branch of ours that lies nearest to where the customer lives now'),
    ).toBeUndefined();
    expect(describedName('branch', null, lexicon)).toBeUndefined();
  });

  it('stands in a question behind "the" alone', () => {
    const slots = (ask: string) => [
      {
        name: 'home_branch',
        description: 'Branch near your home',
        values: [],
        prompts: [],
        neededBy: [],
      },
      { name: 'due_date', values: [], prompts: [ask], neededBy: [] },
    ];
    const asked = (ask: string) =>
      siblingPrompt('home_branch', { ...definition, slots: slots(ask) }, spoken);
    expect(asked('What is the due date?')).toBe('What is the branch near your home?');
    expect(asked('What is your due date?')).toBe('What is the branch near your home?');
    expect(asked('Which due date is it?')).toBe('Which home branch is it?');
  });
});

describe("another slot's question", () => {
  const asked = (sibling: string, prompt: string) =>
    siblingPrompt(
      'due_date',
      {
        ...definition,
        slots: [{ name: sibling, values: [], prompts: [prompt], neededBy: [] }],
      },
      spoken,
    );

  it('names the slot by whole words', () => {
    expect(asked('newPhone', 'What is the new phone?')).toBe('What is the due date?');
    expect(asked('newPh', 'What is the new phone?')).toBeUndefined();
    expect(asked('rate', 'Which is the birate?')).toBeUndefined();
  });

  it('says nothing of what the values of the other one look like', () => {
    const card = 'What is the card number';
    expect(asked('card_number', `${card}?`)).toBe('What is the due date?');
    expect(asked('card_number', `${card} (three letters, then six digits)?`)).toBeUndefined();
    expect(asked('card_number', `${card}, 16 digits?`)).toBeUndefined();
  });
});

describe('a question that is made after another', () => {
  const slot = (name: string, ask: string[] = [], values: string[] = []) => ({
    ...{ name, values, prompts: ask, neededBy: [] },
  });
  const made = (name: string, slots: ReturnType<typeof slot>[]) =>
    siblingPrompt(name, { ...definition, slots }, spoken);

  it('says no kind of value that is the other one’s', () => {
    const shop = slot('shop', ['What is the name of the shop?']);
    expect(made('loan_number', [shop, slot('loan_number')])).toBeUndefined();
    expect(made('loan_number', [slot('shop', ['What is the shop?']), slot('loan_number')])).toBe(
      'What is the loan number?',
    );
  });

  it('says in full what a name ends in', () => {
    const sibling = slot('shop', ['What is your shop?']);
    expect(made('memberNo', [sibling, slot('memberNo')])).toBe('What is your member number?');
    expect(made('no_show', [sibling, slot('no_show')])).toBe('What is your no show?');
    expect(made('yes_no', [sibling, slot('yes_no')])).not.toContain('number');
    expect(made('my_constructor', [sibling, slot('my_constructor')])).toBeUndefined();
  });

  it('asks to choose only where there is a list to choose from', () => {
    const plan = slot('plan', ['Which plan is it?'], ['small', 'large']);
    expect(made('home_phone', [plan, slot('home_phone')])).toBeUndefined();
    expect(made('branch', [plan, slot('branch', [], ['north', 'south'])])).toBe(
      'Which branch is it?',
    );
  });

  it('asks for one as it asks for one, and for several as for several', () => {
    const one = slot('branch', ['What is the branch?']);
    const several = slot('books', ['What are your books?']);
    expect(made('doses', [one, several, slot('doses')])).toBe('What are your doses?');
    expect(made('doses', [one, slot('doses')])).toBeUndefined();
    expect(made('address', [one, several, slot('address')])).toBe('What is the address?');
    const left = { ...slot('doses_left'), description: 'Doses the reader has left' };
    expect(made('doses_left', [one, left])).toBeUndefined();
  });
});

describe('ownPrompt', () => {
  it("is the slot's own where it has one", () => {
    expect(ownPrompt('reader_number', definition, spoken)).toBe('What is your reader number?');
  });

  it('puts the name of the slot into the question for another', () => {
    expect(ownPrompt('due_date', definition, spoken)).toBe('What is your due date?');
  });

  it('says a name of whatever case as words', () => {
    const slots = [
      { name: 'DropOffDate', values: [], prompts: [], neededBy: [] },
      { name: 'PickUpDate', values: [], prompts: ['What is your pick up date?'], neededBy: [] },
    ];
    expect(siblingPrompt('DropOffDate', { ...definition, slots }, spoken)).toBe(
      'What is your drop off date?',
    );
  });

  it("is no statement, even of the slot's own", () => {
    const slots = definition.slots.map((one) =>
      one.name === 'branch' ? { ...one, prompts: ['Please name your branch.'] } : one,
    );
    expect(ownPrompt('branch', { ...definition, slots }, spoken)).toBe('What is your branch?');
  });

  it('of a sibling is never what the bot asks already', () => {
    expect(siblingPrompt('branch', definition, spoken)).toBe('What is your branch?');
    expect(siblingPrompt('reader_number', definition, spoken)).toBeUndefined();
  });

  it('is none for a name that nobody says, nor one that differs by a small word', () => {
    const slots = [
      { name: 'card_last4', values: [], prompts: [], neededBy: [] },
      { name: 'branch', values: [], prompts: ['What is the branch?'], neededBy: [] },
      { name: 'due_date', values: [], prompts: ['What is your due date?'], neededBy: [] },
    ];
    expect(siblingPrompt('card_last4', { ...definition, slots }, spoken)).toBeUndefined();
    expect(siblingPrompt('branch', { ...definition, slots }, spoken)).toBeUndefined();
    expect(siblingPrompt('collect_which', { ...definition, slots }, spoken)).toBeUndefined();
    expect(siblingPrompt('renewal_day', { ...definition, slots }, spoken)).toBe(
      'What is the renewal day?',
    );
  });

  it('writes an abbreviation out as a common kind of slot', () => {
    expect(ownPrompt('final_dt', definition, spoken)).toBe('What is your final date?');
  });

  it('writes another one out as agents do, and is none where they do not', () => {
    const prompt = (...asked: string[]) => ownPrompt('plan_ref', definition, { ...spoken, asked });
    const references = [
      'What reference have you?',
      'Which reference then?',
      'What is on the bill?',
    ];
    expect(prompt(...references)).toBe('What is your plan reference?');
    expect(prompt('What is on the bill?')).toBeUndefined();
    expect(prompt()).toBeUndefined();
  });

  it("is said as it is where many of the agents' questions, or the bot, say it", () => {
    const prompt = (asked: string[], examples: string[] = []) =>
      ownPrompt(
        'eircode',
        { ...definition, intents: [{ name: 'move', examples, requiredSlots: [] }] },
        { ...spoken, asked },
      );
    const others = Array.from({ length: 5 }, () => 'Where is the house?');
    expect(prompt(['Your eircode?', 'Where is it?'])).toBe('What is your eircode?');
    expect(prompt(['Your eircode?', ...others])).toBeUndefined();
    expect(prompt(others, ['my eircode has changed'])).toBe('What is your eircode?');
  });

  it('is none of a question in which the name of the slot is a part of a longer one', () => {
    const ask = (name: string, prompt: string) => ({
      ...definition,
      slots: [{ name, values: [], prompts: [prompt], neededBy: [] }],
    });
    const account = ask('account_number', 'What is your loan account number?');
    expect(siblingPrompt('phone', account, spoken)).toBeUndefined();
    const email = ask('email', 'Which email address should I send it to?');
    expect(siblingPrompt('phone', email, spoken)).toBeUndefined();
    const policy = ask('policy', 'Which policy should I look at?');
    expect(siblingPrompt('claim', policy, spoken)).toBe('Which claim should I look at?');
  });

  it('is none where no question names its slot, and none of a statement', () => {
    const slots = [
      { name: 'branch', values: [], prompts: ['Where do you collect it?'], neededBy: [] },
      { name: 'inbox', values: [], prompts: ['I have sent it to your inbox'], neededBy: [] },
    ];
    expect(ownPrompt('due_date', { ...definition, slots }, spoken)).toBeUndefined();
    expect(ownPrompt('due_date', null, spoken)).toBeUndefined();
  });
});

describe('isQuestion', () => {
  it.each([
    ['What is your order number?', true],
    ['And the date? And the time?', false],
    ['I have sent you a breakdown. Which one is it?', false],
    ["I'll need your income after tax", false],
  ])('%s: %s', (text, expected) => {
    expect(isQuestion(text)).toBe(expected);
  });
});

it.each([
  ['How much is it, in pounds?', 'what is your income after tax', 'amount', false],
  ['What is your income?', 'could I have your income after tax', 'amount', true],
  ['Which branch should I ask?', 'where would you like to pick it up', 'branch', true],
])('%s for "%s": %s', (prompt, question, slot, expected) => {
  expect(asksAlike(prompt, question, slot, lexicon)).toBe(expected);
});
