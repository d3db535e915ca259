import { describe, expect, it } from 'vitest';
import type { GivenEvidence } from '../../src/detect/detector.js';
import { missedSlot } from '../../src/detect/detectors/missed_slot.js';
import type { TrueIntent } from '../../src/domain/journey.js';

const entry = {
  slot: 'title',
  bot: 'never_asked',
  agent: 'asked',
  confidence: 1,
  turns: [],
  needed: true,
} as const;
const found = (truth: Pick<TrueIntent, 'name' | 'standing'>) =>
  missedSlot.detect({
    ledger: [entry],
    bot: { intent: null },
    trueIntent: { ...truth, probability: 1, signals: [] },
  } as unknown as GivenEvidence<'ledger' | 'bot' | 'trueIntent'>).length;

describe('a slot that agents ask for wherever a contact has its code', () => {
  it('is missed where the bot has the intent, or nothing is known of it', () => {
    expect(found({ name: 'renew_loan', standing: 'label' })).toBe(1);
    expect(found({ name: null, standing: 'none' })).toBe(1);
  });

  it('is not missed where the bot has no intent that could ask for it', () => {
    expect(found({ name: null, standing: 'review' })).toBe(0);
  });
});
