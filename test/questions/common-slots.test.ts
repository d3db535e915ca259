import { describe, expect, it } from 'vitest';
import { commonSlots, isCommonSlot, kindsAnswered } from '../../src/questions/common-slots.js';
import { lexicon } from '../detect/support.js';
import { slot } from '../support/slots.js';

const answers = (name: string, answer: string[], n: number) =>
  Array.from({ length: n }, () => ({ slot: name, answer }));
const added = (answered: ReturnType<typeof answers>) =>
  commonSlots([slot('mob_no')], [], lexicon, kindsAnswered(answered)).map(({ name }) => name);

describe('a slot that every centre has', () => {
  it('is there already where phones answer a slot of the bot, whatever it is called', () => {
    expect(added(answers('mob_no', ['⟨phone'], 20))).not.toContain('phone');
  });

  it('is added where they do so too seldom, or too little was heard', () => {
    expect(added(answers('mob_no', ['⟨phone'], 3))).toContain('phone');
    const mixed = [...answers('mob_no', ['⟨phone'], 8), ...answers('mob_no', ['⟨account'], 20)];
    expect(added(mixed)).toContain('phone');
  });

  it('is told from one of the definition, of which more is known than its name', () => {
    expect(isCommonSlot(slot('phone'))).toBe(true);
    expect(isCommonSlot(slot('phone', { neededBy: ['renew_loan'] }))).toBe(false);
    expect(isCommonSlot(slot('shelf_mark'))).toBe(false);
  });
});
