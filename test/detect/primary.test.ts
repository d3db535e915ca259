import { describe, expect, it } from 'vitest';
import { choosePrimary } from '../../src/detect/primary.js';
import type { Category } from '../../src/domain/categories.js';
import type { HandoffReason } from '../../src/domain/journey.js';
import { findingOf } from '../patterns/settings.js';

const primary = (reason: HandoffReason, ...categories: Category[]) =>
  choosePrimary(
    categories.map((category) => findingOf(category, { primary: false })),
    reason,
  ).find((one) => one.primary)?.category;

describe('the finding that explains the handoff best', () => {
  it('is what ended the conversation', () => {
    expect(primary('user_request', 'agent_requested', 'unrecognised_utterance')).toBe(
      'agent_requested',
    );
    expect(primary('no_match', 'agent_requested', 'unrecognised_utterance')).toBe(
      'unrecognised_utterance',
    );
    expect(primary('rule', 'missed_slot', 'uncaptured_slot')).toBe('uncaptured_slot');
    expect(primary('error', 'backend_error', 'unrecognised_utterance')).toBe('backend_error');
  });

  it('is no slot that the form had not asked for, where the customer asked for a person or was not understood', () => {
    expect(primary('user_request', 'missed_slot')).toBe('unknown');
    expect(primary('no_match', 'missed_slot')).toBe('unknown');
    expect(primary('rule', 'missed_slot')).toBe('missed_slot');
  });

  it('is nothing that happened after the handoff', () => {
    expect(primary('rule', 'cold_open', 'hostile_arrival')).toBe('unknown');
  });

  it('is one alone', () => {
    const all = choosePrimary([findingOf('cold_open'), findingOf('backend_error')], 'error');
    expect(all.filter((one) => one.primary)).toHaveLength(1);
  });
});
