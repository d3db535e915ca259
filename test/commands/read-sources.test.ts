import { describe, expect, it } from 'vitest';
import { describeJoin } from '../../src/commands/read-sources.js';
import type { Contact, Session } from '../../src/domain/conversation.js';
import { config } from '../link/sides.js';
import { agent, contact, said, session } from '../support/conversations.js';

const keyPaths = ['handoff_key', 'metadata.case'];

/** What is said of one handoff of a bot and one contact of another platform. */
function joined(bot: Partial<Session>, desk: Partial<Contact>): string[] {
  const sides = {
    sessions: [session([said('help')], bot)],
    contacts: [contact([agent('hello')], desk)],
  };
  return describeJoin([sides], { ...config, keyPaths }, 'UTC');
}
const at = session([said('help')]).handoff?.at ?? 0;
const noted = { handoff: { at, key: 'k' } };

describe('how the two sides join', () => {
  it('is told of the keys by which a night links', () => {
    expect(joined(noted, { attributes: { case: 'k' } })[0]).toMatch(/^1 of 1 handoffs \(100 %\)/);
    expect(joined(noted, { handoffKey: 'k' })[0]).toMatch(/^1 of 1 /);
    expect(joined(noted, { contactId: 'k' })[0]).toMatch(/^1 of 1 /);
  });

  it('is not told of equal ids of two platforms, nor of a key that nobody configured', () => {
    expect(joined({ sessionId: '1001' }, { contactId: '1001' })[0]).toMatch(/^0 of 1 /);
    expect(joined(noted, { attributes: { other: 'k' } })[0]).toMatch(/^0 of 1 /);
  });

  it('says how the clocks stand, and what is wrong with them', () => {
    const late = (minutes: number) =>
      joined(noted, { handoffKey: 'k', startedAt: at + minutes * 60_000 })[1];
    expect(late(1)).toBe('their contacts begin 60 seconds after the handoff (median)');
    expect(late(120)).toMatch(
      /^their contacts begin 7200 seconds .*: the clocks or the time zones/,
    );
  });

  it('is nothing where one side is missing', () => {
    expect(
      describeJoin([{ sessions: [session([said('help')])], contacts: [] }], config, 'UTC'),
    ).toEqual([]);
  });
});
