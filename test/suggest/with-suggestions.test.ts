import { describe, expect, it } from 'vitest';
import type { Decision, Suggestion } from '../../src/domain/suggestion.js';
import type { Ticket, TicketStatus } from '../../src/domain/ticket.js';
import { withSuggestions } from '../../src/suggest/with-suggestions.js';

const ticket = (status: TicketStatus) => ({ id: 'hb-1', status }) as Ticket;
const suggestion = (decision: Suggestion['review']['decision'], of = 'hb-1') =>
  ({ id: `S-${decision}`, ticket: of, review: { decision } }) as Suggestion;
const made = (status: TicketStatus, ...suggestions: Suggestion[]) =>
  withSuggestions([ticket(status)], suggestions, [])[0];

describe('a ticket', () => {
  it.each(['accepted', 'edited'] as const)('is accepted once a suggestion of it is %s', (one) => {
    const both = made('open', suggestion('pending'), suggestion(one));
    expect(both).toMatchObject({ status: 'accepted', suggestions: ['S-pending', `S-${one}`] });
    expect(made('new', suggestion(one))?.status).toBe('accepted');
  });

  it('is not by what is undecided, refused, or of another ticket', () => {
    const others = [suggestion('pending'), suggestion('rejected'), suggestion('accepted', 'hb-2')];
    expect(made('open', ...others)).toMatchObject({ status: 'open' });
  });

  it('stays accepted when the training data has what was accepted, and it is suggested no more', () => {
    const decided = (decision: 'accepted' | 'rejected', of = 'hb-1') =>
      ({ review: { decision }, approved: { ticket: of } }) as Decision;
    const status = (before: TicketStatus, ...decisions: Decision[]) =>
      withSuggestions([ticket(before)], [suggestion('pending')], decisions)[0]?.status;
    expect(status('open', decided('accepted'))).toBe('accepted');
    expect(status('open', decided('accepted', 'hb-2'))).toBe('open');
    expect(status('open', decided('rejected'))).toBe('open');
    expect(status('released', decided('accepted'))).toBe('released');
  });

  it.each(['released', 'verified', 'dismissed'] as const)('stays %s', (status) => {
    expect(made(status, suggestion('accepted'))?.status).toBe(status);
  });
});
