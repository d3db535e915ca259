import { describe, expect, it } from 'vitest';
import type { Decision, Suggestion } from '../../src/domain/suggestion.js';
import type { Ticket } from '../../src/domain/ticket.js';
import {
  basisOf,
  type Grounds,
  isSought,
  isStillBased,
  stillProposed,
  together,
} from '../../src/pipeline/kept/suggestions.js';
import type { KeptSuggestions } from '../../src/store/store.js';

const tickets = (...ids: string[]) => ids.map((id) => ({ id })) as Ticket[];
const grounds = { judgedBy: 'week 1', settings: { engine: 'shadow' }, decisions: [] } as unknown;
const before = grounds as Grounds;

const decision: Decision = {
  suggestion: 'S-T-1',
  kind: 'add_phrases',
  review: { decision: 'accepted', by: 'Ana', at: '2026-03-02T09:00:00Z' },
  rejectedPhrases: [],
};

function keptFor(...ids: string[]): KeptSuggestions {
  const suggestions = ids.map((id) => ({
    id: `S-${id}`,
    ticket: id,
    gate: { verdict: 'pass' },
  })) as Suggestion[];
  const order = suggestions.map(({ id }) => id);
  const basis = basisOf(before, tickets(...ids));
  return { record: { order, labelNoise: null, faults: [], basis }, suggestions };
}

describe('suggestions of an earlier night', () => {
  const kept = keptFor('T-1', 'T-2');

  it('stand whatever is asked for beside them, and know what is new', () => {
    const others = basisOf(before, tickets('T-2', 'T-3'));
    expect(isStillBased(kept, others)).toBe(true);
    expect(isSought(kept, others)).toBe(false);
    expect(isSought(kept, basisOf(before, tickets('T-2', 'T-1')))).toBe(true);
    expect(isSought(kept, basisOf(before, tickets('T-2')))).toBe(true);
  });

  it('fall when journeys are judged by something else, or somebody has decided', () => {
    const holds = (more: Partial<Grounds>) =>
      isStillBased(kept, basisOf({ ...before, ...more }, tickets('T-1')));
    expect(holds({})).toBe(true);
    expect(holds({ judgedBy: 'week 2' })).toBe(false);
    expect(holds({ decisions: [decision] })).toBe(false);
  });

  it('fall where a plug-in had failed, and where nothing is known of what they rest on', () => {
    const tonight = basisOf(before, tickets('T-1'));
    const { record } = kept;
    const faults = [{ plugin: 'advice', message: 'failed' }];
    expect(isStillBased({ record: { ...record, faults } }, tonight)).toBe(false);
    const { basis: _, ...old } = record;
    expect(isStillBased({ record: old }, tonight)).toBe(false);
  });

  it('come in the order of tonight’s tickets, without those of tickets that are gone', () => {
    const old = keptFor('T-1', 'T-2', 'T-3');
    const ranked = tickets('T-3', 'T-4', 'T-1');
    const { suggested, suggestBasis } = joined(old, ranked, null);
    expect(suggested.suggestions.map(({ id }) => id)).toEqual(['S-T-3', 'S-T-1']);
    expect(suggested.tickets.map((one) => one.suggestions)).toEqual([['S-T-3'], [], ['S-T-1']]);
    // What was sought for stays known, so that the next night need not seek again.
    expect(suggestBasis?.tickets).toEqual(['T-1', 'T-2', 'T-3', 'T-4']);
  });

  it('stay as they are beside those of a new ticket', () => {
    const old = keptFor('T-1', 'T-2');
    const [fresh] = keptFor('T-3').suggestions;
    const { suggested } = joined(old, tickets('T-1', 'T-3', 'T-2'), fresh ?? null);
    expect(suggested.suggestions.map(({ id }) => id)).toEqual(['S-T-1', 'S-T-3', 'S-T-2']);
    expect(suggested.suggestions).toEqual([old.suggestions[0], fresh, old.suggestions[1]]);
  });
});

function joined(old: KeptSuggestions, ranked: Ticket[], fresh: Suggestion | null) {
  const suggestions = fresh ? [fresh] : [];
  const suggested = { suggestions, labelNoise: null, tickets: [] };
  return together(
    old,
    stillProposed(old, ranked),
    ranked,
    { suggested, suggestFaults: [] },
    basisOf(before, ranked),
    [],
  );
}
