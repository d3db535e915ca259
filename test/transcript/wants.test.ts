/** What a bot's intents are is told by their examples: their names are anybody's choice. */
import { describe, expect, it } from 'vitest';
import type { DefinedIntent } from '../../src/domain/conversation.js';
import { createActedOn } from '../../src/transcript/wants.js';
import { lexicon, library } from '../detect/support.js';

const isActedOn = (examples: string[], more: Partial<DefinedIntent> = {}): boolean => {
  const intent = { name: 'xyz', examples, requiredSlots: [], ...more };
  return createActedOn({ ...library, intents: [...library.intents, intent] }, lexicon)('xyz');
};

describe('an intent that a bot acts on', () => {
  it('is a wish', () => {
    expect(isActedOn(['I lost my card', 'where is my card'])).toBe(true);
    expect(isActedOn([])).toBe(true);
  });

  it.each([
    ['a greeting', ['hiya', 'hello Wren', 'hey', 'evening all']],
    ['thanks', ['ta very much', 'thanks bye', 'lovely thank you', 'much appreciated']],
    ['a yes', ['yep', 'yes please', 'go on then', 'yeah']],
    ['a no', ['nope', 'no ta', 'no thanks', 'wrong one']],
    ['the wish for a person', ['talk to a human', 'real person please', 'get me an agent']],
  ])('is not %s, whatever its name', (_, examples) => {
    expect(isActedOn(examples)).toBe(false);
  });

  it('is not what answers forms with bare values', () => {
    const values = ["it's INV-783115", 'my answer is 25th Jun', 'Mill Road', 'it is Eastgate'];
    expect(isActedOn(values)).toBe(false);
    expect(isActedOn(['⟨email:a1b2c3⟩', "it's Eastgate"])).toBe(false);
  });

  it('may be about one value, or have a figure in its name', () => {
    expect(isActedOn(['Mill Road', 'what about Mill Road', 'is it Mill Road'])).toBe(true);
    expect(isActedOn(['2fa', '2fa Mill Road', '5g'])).toBe(true);
  });

  it('may be about values where the bot has no forms', () => {
    const intent = { name: 'xyz', examples: ['Mill Road', '44556677'], requiredSlots: [] };
    const slots = library.slots.map((slot) => ({ ...slot, neededBy: [] }));
    expect(createActedOn({ intents: [intent], slots }, lexicon)('xyz')).toBe(true);
  });

  it('may have values in it where it says what for, or has a form', () => {
    expect(isActedOn(['pay 50 off my loan', 'take 100 from my other savings'])).toBe(true);
    expect(isActedOn(['track 4711', 'track 4712 please'])).toBe(true);
    expect(isActedOn(['Mill Road', 'Eastgate'], { requiredSlots: ['branch'] })).toBe(true);
  });

  it('is told by its name where the definition does not have it', () => {
    const acts = createActedOn(null, lexicon);
    expect(['renew_loan', 'greet', 'inform', 'talk_to_agent'].map(acts)).toEqual([
      ...[true, false, false, false],
    ]);
  });
});
