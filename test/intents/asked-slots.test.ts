import { describe, expect, it } from 'vitest';
import { type AskedTrace, learnAskedRates, toldByAsks } from '../../src/intents/asked-slots.js';

const intents = ['track', 'return', 'pay'];
/** Every form has the account; the parcel's number and the card are asked for in one each. */
const forms = new Map([
  ['account', new Set(intents)],
  ['parcel', new Set(['track'])],
  ['card', new Set(['pay'])],
]);
const none = intents.length;
const unsure = [0.25, 0.25, 0.25, 0.25];
const trace = (asked: string[], more: Partial<AskedTrace> = {}): AskedTrace => ({
  posterior: unsure,
  held: new Set(),
  asked: new Set(asked),
  ...more,
});
const best = (likelihood: readonly number[] | null) =>
  likelihood?.indexOf(Math.max(...likelihood)) ?? null;

describe('what an agent asks for', () => {
  const rates = learnAskedRates([], intents, forms);

  it('speaks for the intent whose form has it, and against none of them', () => {
    const told = toldByAsks(trace(['parcel']), rates) ?? [];
    expect(best(told)).toBe(0);
    expect((told[0] ?? 0) / (told[none] ?? 1)).toBeGreaterThan(2);
  });

  it('says nothing where every form has it', () => {
    const told = toldByAsks(trace(['account'], { held: new Set(['parcel', 'card']) }), rates) ?? [];
    for (const one of told) expect(one).toBeCloseTo(told[0] ?? 0, 6);
  });

  it('says nothing where no form’s slot is asked for, or the bot holds it', () => {
    expect(toldByAsks(trace([]), rates)).toBeNull();
    expect(toldByAsks(trace(['shoe_size']), rates)).toBeNull();
    expect(toldByAsks(trace(['parcel'], { held: new Set(['parcel']) }), rates)).toBeNull();
  });

  it('weighs less by what is left out than by what is asked', () => {
    const told = toldByAsks(trace(['account']), rates) ?? [];
    expect(best(told)).toBe(1);
    const [track = 0, giveBack = 0] = told;
    expect(giveBack / track).toBeLessThan(2);
  });
});

describe('how often agents ask', () => {
  const sure = (k: number) => intents.concat('none').map((_, i) => (i === k ? 0.97 : 0.01));

  it('is learned where agents do not keep to the forms', () => {
    const careless = Array.from({ length: 200 }, (_, i) =>
      trace(['parcel', 'account'], { posterior: sure(i % intents.length) }),
    );
    const told = toldByAsks(trace(['parcel']), learnAskedRates(careless, intents, forms)) ?? [];
    const kept = toldByAsks(trace(['parcel']), learnAskedRates([], intents, forms)) ?? [];
    expect((told[0] ?? 0) / (told[1] ?? 1)).toBeLessThan((kept[0] ?? 0) / (kept[1] ?? 1));
  });

  it('is learned of none of the intents only from many contacts', () => {
    const asking = (n: number) =>
      Array.from({ length: n }, () => trace(['parcel'], { posterior: sure(none) }));
    const rateOfNone = (n: number) =>
      learnAskedRates(asking(n), intents, forms).get('parcel')?.[none] ?? 0;
    expect(rateOfNone(10)).toBeLessThan(0.4);
    expect(rateOfNone(1000)).toBeGreaterThan(0.8);
  });

  it('moves what an unsure contact is about, so that such contacts teach', () => {
    const contacts = [
      ...Array.from({ length: 50 }, () => trace(['card'])),
      ...Array.from({ length: 50 }, () => trace(['parcel'])),
    ];
    const rates = learnAskedRates(contacts, intents, forms);
    expect(rates.get('card')?.[2]).toBeGreaterThan(0.7);
    expect(rates.get('card')?.[0]).toBeLessThan(0.2);
  });
});
