import { describe, expect, it } from 'vitest';
import { english } from '../../src/language/en/english.js';
import { expectedAnswers } from '../../src/questions/expected-answers.js';
import { byForm, formsOf } from '../../src/questions/forms.js';
import { context } from '../detect/support.js';
import { slot } from '../support/slots.js';

const { lexicon } = context();
const formsFor = (name: string, more: object = {}) =>
  expectedAnswers([slot(name, more)], lexicon, english).flatMap(({ answers }) => [
    ...answers.keys(),
  ]);

describe('what answers a slot that nobody was heard to answer', () => {
  it('is told by its kind, by its digits, by its list', () => {
    expect(formsFor('phone_number')).toEqual(['⟨phone']);
    expect(formsFor('card_last4', { description: 'last four digits of the card' })).toEqual(['d4']);
    expect(formsFor('colour', { values: ['red', 'blue'] })).toEqual(['red', 'blue']);
  });

  it('is no yes or no where its values are names, some of them with figures', () => {
    expect(formsFor('wanted_plan', { values: ['Simple24', 'Anytime'] })).not.toContain('~yesno');
  });

  it('is the words of its list, where most of its values are words alone', () => {
    const values = ['leave at door', 'front desk', 'gate code 4471'];
    expect(formsFor('drop_note', { values })).toEqual(['leav', 'door', 'front', 'desk']);
    expect(formsFor('drop_note', { values: ['gate 4471', 'gate 12', 'front desk'] })).toEqual([]);
  });

  it('is a small number where things are counted, and none where one thing has a number', () => {
    expect(formsFor('inst', { description: 'Number of instalments' })).toEqual(['d1', 'd2']);
    expect(formsFor('badge', { description: 'Number of the badge' })).toEqual([]);
    expect(formsFor('badge', { description: 'Number of your badge' })).toEqual([]);
  });

  it('is not known of a slot without any of them', () => {
    expect(formsFor('remarks')).toEqual([]);
  });
});

describe('the forms of a definition', () => {
  it('say which intents need a slot, by the slot or by the intent', () => {
    const definition = context().definition;
    const forms = formsOf(definition);
    expect(forms.get('title')?.has('renew_loan')).toBe(true);
    expect(formsOf(null).size).toBe(0);
  });

  it('speak for a slot of the own form, and against one of others', () => {
    expect(byForm(1)).toBeGreaterThan(0);
    expect(byForm(0)).toBeLessThan(0);
  });
});
