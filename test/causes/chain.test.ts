import { describe, expect, it } from 'vitest';
import { withRootCauses } from '../../src/causes/chain.js';
import type { Finding, JourneyResult } from '../../src/domain/journey.js';
import { findingOf, journeyOf } from '../patterns/settings.js';

const has = (intent?: string, slot?: string) => intent === 'loan' && slot === 'income';
const wants = (name: string | null): JourneyResult['trueIntent'] => ({
  name,
  probability: 0.95,
  signals: [],
  standing: 'label',
});

function rootsOf(findings: Finding[], more: Partial<JourneyResult> = {}): (string | undefined)[] {
  const journey = journeyOf(1, {
    findings,
    botIntent: 'card',
    trueIntent: wants('loan'),
    ...more,
  });
  return withRootCauses([journey], has)[0]?.findings.map(({ causedBy }) => causedBy) ?? [];
}

const income = { intent: 'loan', slot: 'income' };
const wrong = findingOf('misunderstood_intent', { intent: 'loan' });

describe('the chain of a journey', () => {
  it('blames the wrong intent for what the right form would have asked', () => {
    expect(rootsOf([wrong, findingOf('missed_slot', income)])).toEqual([
      undefined,
      'misunderstood_intent',
    ]);
    expect(rootsOf([wrong, findingOf('uncaptured_slot', income)])).toEqual([
      undefined,
      'misunderstood_intent',
    ]);
  });

  it('does not, once the bot had got there after all', () => {
    const later = { botIntent: 'loan' };
    expect(rootsOf([wrong, findingOf('uncaptured_slot', income)], later)[1]).toBeUndefined();
  });

  it('blames the form for a slot that it lacks, however the conversation went', () => {
    const email = findingOf('missed_slot', { intent: 'loan', slot: 'email' });
    expect(rootsOf([wrong, email])[1]).toBeUndefined();
    expect(rootsOf([findingOf('backend_error'), email])[1]).toBeUndefined();
  });

  it('blames what cut the conversation short for what the form still had to ask', () => {
    const missed = findingOf('missed_slot', income);
    for (const category of ['backend_error', 'agent_requested', 'intent_loop'] as const)
      expect(rootsOf([findingOf(category), missed], { botIntent: 'loan' })[1]).toBe(category);
    expect(rootsOf([missed], { botIntent: 'loan' })[0]).toBeUndefined();
  });

  it('takes everything about slots of a wish that the bot does not know for its consequence', () => {
    const email = findingOf('missed_slot', { intent: 'loan', slot: 'email' });
    expect(rootsOf([findingOf('uncovered_intent'), email], { trueIntent: wants(null) })[1]).toBe(
      'uncovered_intent',
    );
  });

  it('leaves what happens at the handoff alone: passing on is a repair of its own', () => {
    const lost = [findingOf('context_lost', income), findingOf('cold_open')];
    expect(rootsOf([wrong, ...lost]).slice(1)).toEqual([undefined, undefined]);
  });
});
