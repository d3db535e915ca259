import { describe, expect, it } from 'vitest';
import { joinsOf, mergesOf, type TopicUse } from '../../src/questions/merge-topics.js';

const use = (answer: string, intent: string, contacts: readonly number[]): TopicUse => ({
  times: contacts.length,
  contacts: new Set(contacts),
  answers: new Map([[answer, contacts.length]]),
  intents: new Map([[intent, contacts.length]]),
  codes: new Map(),
  names: new Map(),
  proofs: new Map(),
});
const from = (first: number, n: number) => Array.from({ length: n }, (_, i) => first + i);
const called = () => use('⟨name', 'new_card', from(0, 10));
const usesWith = (name: string, own: TopicUse) =>
  new Map([
    ['co_holder', called()],
    [name, own],
  ]);
const mergeOf = (own: TopicUse) =>
  mergesOf(usesWith('second_person', own), new Set(['second_person']), 500).get('second_person');
const joinOf = (own: TopicUse) =>
  joinsOf(usesWith('person_name', own), ['person_name'], new Set(['co_holder', 'person_name'])).get(
    'person_name',
  );

describe('what agents ask for', () => {
  it('is the slot whose answers and intents it has, which is hardly asked for beside it', () => {
    expect(mergeOf(use('⟨name', 'new_card', from(20, 40)))).toBe('co_holder');
  });

  it('is no slot of other answers, of other intents, or that is asked for, too', () => {
    expect(mergeOf(use('#date', 'new_card', from(20, 40)))).toBeUndefined();
    expect(mergeOf(use('⟨name', 'fine', from(20, 40)))).toBeUndefined();
    expect(mergeOf(use('⟨name', 'new_card', from(7, 40)))).toBeUndefined();
  });
});

describe('a slot that every centre has', () => {
  it('is the one of the definition, though who has it not at hand is asked again', () => {
    expect(joinOf(use('⟨name', 'new_card', from(7, 40)))).toBe('co_holder');
  });

  it('is none of other answers, of other intents, or that is mostly asked for, too', () => {
    expect(joinOf(use('⟨phone', 'new_card', from(20, 40)))).toBeUndefined();
    expect(joinOf(use('⟨name', 'fine', from(20, 40)))).toBeUndefined();
    expect(joinOf(use('⟨name', 'new_card', from(5, 40)))).toBeUndefined();
  });

  it('is none where words answer it, by which little is told', () => {
    expect(joinOf(use('blue', 'new_card', from(20, 40)))).toBeUndefined();
  });
});

describe('a code', () => {
  const track = () => use('⟨account:d12', 'track', from(0, 30));
  const parcel = () => use('⟨account:d12', 'damaged', from(40, 30));
  const slotOf = (known: Record<string, TopicUse>, topic = parcel()) =>
    mergesOf(
      new Map(Object.entries({ ...known, parcel_number: topic })),
      new Set(['parcel_number']),
      500,
    ).get('parcel_number');

  it('is the slot whose codes alone have its shape, whatever the customer wants', () => {
    expect(
      slotOf({ tracking_number: track(), claim_number: use('⟨account:d6', 'claim', from(80, 30)) }),
    ).toBe('tracking_number');
  });

  it('is none where two slots have codes of its shape, where none has, or where its shape is not known', () => {
    expect(
      slotOf({
        tracking_number: track(),
        order_number: use('⟨account:d12', 'order', from(80, 30)),
      }),
    ).toBeUndefined();
    expect(
      slotOf({ tracking_number: track() }, use('⟨account:d9', 'damaged', from(40, 30))),
    ).toBeUndefined();
    expect(
      slotOf({ tracking_number: track() }, use('⟨account', 'damaged', from(40, 30))),
    ).toBeUndefined();
  });

  it('that comes in many shapes is of none', () => {
    const mixed = parcel();
    mixed.answers = new Map([
      ['⟨account:d12', 10],
      ['⟨account:d11', 10],
      ['⟨account:d10', 10],
    ]);
    expect(slotOf({ tracking_number: track() }, mixed)).toBeUndefined();
  });
});
