import { describe, expect, it } from 'vitest';
import { formSlots } from '../../src/domain/form-slots.js';
import type { NeedTrace } from '../../src/questions/need-trace.js';
import { learnNeeds, neededSlots } from '../../src/questions/needs.js';
import { tools } from '../detect/support.js';

const wants = ['renew_loan', 'reserve_room', 'pay_fine'];
const made = tools();
const certain: Record<string, number[]> = {
  renew_loan: [0.94, 0.02, 0.02, 0.02],
  reserve_room: [0.02, 0.94, 0.02, 0.02],
  pay_fine: [0.02, 0.02, 0.94, 0.02],
};
const trace = (about: string, asked: string[], more: Partial<NeedTrace> = {}): NeedTrace => ({
  posterior: certain[about] ?? null,
  acted: about,
  code: undefined,
  held: new Set(['x']),
  asked: new Set(asked),
  ...more,
});
/** The bot has all that its forms ask for, so that nothing is known of asks that are not read. */
const holding = { held: new Set(['card_number', 'title', 'branch', 'date', 'amount']) };
const times = (n: number, one: NeedTrace): NeedTrace[] => Array.from({ length: n }, () => one);
const needed = (traces: NeedTrace[], of: NeedTrace) =>
  [...neededSlots(of, learnNeeds(traces, wants, made))].sort();

const asksForPeople = [
  ...times(12, trace('reserve_room', ['people'])),
  ...times(3, trace('reserve_room', [])),
  ...times(15, trace('renew_loan', [])),
  ...times(15, trace('pay_fine', [])),
];

describe('what an intent needs', () => {
  it('is what its definition names, whatever agents ask', () => {
    expect(needed([], trace('renew_loan', []))).toEqual(['card_number', 'title']);
  });

  it('is also what most agents ask for in its journeys, and in no others', () => {
    expect(needed(asksForPeople, trace('reserve_room', []))).toContain('people');
    expect(needed(asksForPeople, trace('renew_loan', []))).not.toContain('people');
  });

  it('is not what agents ask for everywhere now and then', () => {
    const habit = wants.flatMap((name) => [
      ...times(6, trace(name, ['phone'], holding)),
      ...times(14, trace(name, [], holding)),
    ]);
    for (const name of wants) expect(needed(habit, trace(name, []))).not.toContain('phone');
  });

  it('is not what agents ask for whatever the customer wants, where no form has it', () => {
    const intents = Array.from({ length: 10 }, (_, i) => `wish_${i}`);
    const posterior = (at: number) => [...intents, 'none'].map((_, i) => (i === at ? 0.9 : 0.01));
    const asking = (slot: string) =>
      intents.flatMap((name, i) =>
        times(8, { ...trace(name, [slot]), posterior: posterior(i), acted: name }),
      );
    const neededFor = (slot: string, neededBy: string[], isDefined = true) => {
      const slots = [...made.slots.values(), { name: slot, values: [], prompts: [], neededBy }];
      const defined = isDefined ? slots : [...made.slots.values()];
      const definition = made.definition && { ...made.definition, slots: defined };
      const own = {
        ...made,
        definition,
        slots: new Map(slots.map((one) => [one.name, one])),
        forms: formSlots(definition ?? null),
      };
      const of = { ...trace('wish_1', []), posterior: posterior(1), acted: 'wish_1' };
      return neededSlots(of, learnNeeds(asking(slot), intents, own)).has(slot);
    };
    expect(neededFor('password', [])).toBe(false);
    expect(neededFor('password', ['wish_0'])).toBe(true);
    // Every centre has it, and the definition does not name it.
    expect(neededFor('date_of_birth', [], false)).toBe(false);
  });

  it('takes fewer asks to be read where agents are not seen to ask for what forms lack', () => {
    const known = ['card_number', 'title'];
    const half = (read: boolean) => [
      ...times(6, trace('renew_loan', ['phone', ...(read ? known : [])])),
      ...times(10, trace('renew_loan', read ? known : [])),
      ...times(40, trace('reserve_room', ['branch', 'date'])),
    ];
    expect(learnNeeds(half(true), wants, made).read.mean).toBeGreaterThan(
      learnNeeds(half(false), wants, made).read.mean,
    );
  });

  it('is what fewer ask for where some asks are missed, not where agents never ask for what forms lack', () => {
    const known = ['card_number', 'title'];
    const asking = (seen: number) =>
      Array.from({ length: 100 }, (_, i) =>
        trace('renew_loan', [
          ...(i % 25 < 11 ? ['branch'] : []),
          ...(i < seen ? known : []),
          ...(i === 99 ? ['x'] : []),
        ]),
      );
    // 44 of 100 ask for the branch, which the definition knows as another intent's.
    expect(needed(asking(100), trace('renew_loan', []))).not.toContain('branch');
    expect(needed(asking(70), trace('renew_loan', []))).toContain('branch');
    // Customers tell what the form lacks unasked: nothing is known of what is not read.
    expect(needed(asking(10), trace('renew_loan', []))).not.toContain('branch');
    expect(learnNeeds(asking(10), wants, made).read).toEqual({ mean: 1, variance: 0 });
  });

  it('is what a third of the agents ask for, where nobody asks for it elsewhere', () => {
    const some = [
      ...times(7, trace('reserve_room', ['projector'])),
      ...times(13, trace('reserve_room', [])),
      ...times(40, trace('renew_loan', [])),
    ];
    expect(needed(some, trace('reserve_room', []))).toContain('projector');
  });

  it('is what two fifths of them ask for where the definition names the slot, but no intent that needs it', () => {
    const slots = [
      ...made.slots.values(),
      { name: 'projector', values: [], prompts: [], neededBy: [] },
    ];
    const definition = made.definition && { ...made.definition, slots };
    const own = {
      ...made,
      definition,
      slots: new Map(slots.map((one) => [one.name, one])),
      forms: formSlots(definition ?? null),
    };
    const neededWhere = (asking: number, elsewhere: number) => {
      const some = [
        ...times(asking, trace('reserve_room', ['projector'])),
        ...times(20 - asking, trace('reserve_room', [])),
        ...times(elsewhere, trace('renew_loan', ['projector'])),
        ...times(40 - elsewhere, trace('renew_loan', [])),
      ];
      return neededSlots(trace('reserve_room', []), learnNeeds(some, wants, own)).has('projector');
    };
    expect(neededWhere(8, 0)).toBe(true);
    expect(neededWhere(6, 0)).toBe(false);
    expect(neededWhere(8, 9)).toBe(false);
  });

  it('is not what a third of the agents ask for where the definition knows it as a slot of others', () => {
    const next = [
      ...times(7, trace('pay_fine', ['branch'])),
      ...times(13, trace('pay_fine', [])),
      ...times(40, trace('renew_loan', ['card_number', 'title'])),
    ];
    expect(needed(next, trace('pay_fine', []))).not.toContain('branch');
  });

  it('counts only journeys in which the bot does not hold it: who has a value does not ask', () => {
    const mostly = [
      ...times(4, trace('reserve_room', ['people'])),
      ...times(2, trace('reserve_room', [])),
      ...times(30, trace('reserve_room', [], { held: new Set(['people']) })),
      ...times(30, trace('renew_loan', [])),
    ];
    expect(needed(mostly, trace('reserve_room', []))).toContain('people');
  });
});

describe('what a journey is about', () => {
  it('follows the signals rather than the bot where they are sure', () => {
    const astray = trace('reserve_room', [], { acted: 'renew_loan' });
    expect(needed(asksForPeople, { ...astray, asked: new Set(['people', 'branch']) })).toEqual([
      'branch',
      'date',
      'people',
    ]);
  });

  it('is told by what the agent asks where nothing else speaks', () => {
    const silent = { posterior: null, acted: undefined, code: undefined, held: new Set<string>() };
    expect(needed(asksForPeople, { ...silent, asked: new Set(['title']) })).toContain('title');
    expect(needed(asksForPeople, { ...silent, asked: new Set(['people', 'date']) })).toContain(
      'branch',
    );
  });
});

describe('what a wrap-up code needs', () => {
  it('is what its agents ask for, also where the bot has no intent for it', () => {
    const uncovered = { posterior: [0.02, 0.02, 0.02, 0.94], acted: undefined };
    const traces = [
      ...times(12, trace('', ['item'], { ...uncovered, code: 'LOST' })),
      ...times(40, trace('', [], { ...uncovered, code: 'OTHER' })),
    ];
    expect(needed(traces, trace('', [], { ...uncovered, code: 'LOST' }))).toEqual(['item']);
    expect(needed(traces, trace('', [], { ...uncovered, code: 'OTHER' }))).toEqual([]);
  });
});
