import { describe, expect, it } from 'vitest';
import { formSlots } from '../../src/domain/form-slots.js';

const slot = (name: string, neededBy: string[]) => ({ name, values: [], prompts: [], neededBy });
const forms = formSlots({
  intents: [
    { name: 'renew_loan', examples: [], requiredSlots: ['title'] },
    { name: 'ask_hours', examples: [], requiredSlots: [] },
  ],
  slots: [slot('card_pin', ['renew_loan']), slot('title', []), slot('shelf', [])],
});

describe('the slots of an intent', () => {
  it('are those that it requires, and those that say that it needs them', () => {
    expect([...forms.byIntent]).toEqual([['renew_loan', new Set(['card_pin', 'title'])]]);
    expect([...forms.bySlot.keys()]).toEqual(['card_pin', 'title']);
    expect(forms.has('renew_loan', 'card_pin')).toBe(true);
    expect(forms.has('renew_loan', 'title')).toBe(true);
  });

  it('are none of another intent, of no intent, and without a definition', () => {
    expect(forms.has('ask_hours', 'title')).toBe(false);
    expect(forms.has('renew_loan', 'shelf')).toBe(false);
    expect(forms.has(undefined, 'title')).toBe(false);
    expect(formSlots(null).has('renew_loan', 'title')).toBe(false);
  });
});
