import { describe, expect, it } from 'vitest';
import { contactSide, createVocabulary, handoffSide, link } from '../../src/link/link.js';
import { agent, contact, said, session } from '../support/conversations.js';
import { config } from './sides.js';

const vocabulary = createVocabulary((text) => text.toLowerCase().match(/[a-z]+/g) ?? []);
const paths = { keyPaths: ['handoff_key', 'metadata.case', 'attributes.bot'], previousPaths: [] };

/** Whether a handoff and a contact of two vendors are linked by a key. */
function keyed(bot: Parameters<typeof session>[1], desk: Parameters<typeof contact>[1]): boolean {
  const handoff = handoffSide(session([said('help')], bot), vocabulary);
  const side = contactSide(contact([agent('hello')], desk), paths, vocabulary);
  return handoff !== null && link([handoff], [side], config).links[0]?.method === 'key';
}
const at = session([said('help')]).handoff?.at ?? 0;

describe('a key', () => {
  it('is read where the config says, as an attribute or as metadata', () => {
    expect(keyed({ handoff: { at, key: 'k' } }, { handoffKey: 'k' })).toBe(true);
    expect(keyed({ handoff: { at, key: 'k' } }, { attributes: { case: 'k' } })).toBe(true);
    expect(keyed({ sessionId: 's-7' }, { attributes: { bot: 's-7' } })).toBe(true);
    expect(keyed({ handoff: { at, key: 'k' } }, { attributes: { elsewhere: 'k' } })).toBe(false);
  });

  it('that the bot noted is the contact’s own id, if that is what it is', () => {
    expect(keyed({ handoff: { at, key: 'c-9' } }, { contactId: 'c-9' })).toBe(true);
  });

  it('is not the session’s id that happens to be a contact’s, but for one platform', () => {
    expect(keyed({ sessionId: '1001' }, { contactId: '1001' })).toBe(false);
    expect(
      keyed({ sessionId: '1001', platform: 'one' }, { contactId: '1001', platform: 'one' }),
    ).toBe(true);
  });
});

describe('a side', () => {
  it('is none without a handoff', () => {
    const { handoff: _, ...contained } = session([said('help')]);
    expect(handoffSide(contained, vocabulary)).toBeNull();
  });

  it('has the values that the customer gave and the bot held, but no pressed button', () => {
    const turns = [
      said('it is ⟨account:9f2c41⟩', { slots: { account: { digest: '9f2c41aa00112233' } } }),
      said('/pay', { payload: true }),
    ];
    const side = handoffSide(session(turns), vocabulary);
    expect(side?.values).toEqual([
      { kind: 'account', hash: '9f2c41' },
      { kind: null, hash: '9f2c41' },
    ]);
    expect(side?.words).toEqual(
      handoffSide(session([said('it is account f c')]), vocabulary)?.words,
    );
  });

  it('reads of a long contact what comes first', () => {
    const long = Array.from({ length: 40 }, (_, i) => agent(`word${'abcdefghij'[i % 10]} x`));
    const late = contact([...long, agent('late')]);
    const early = contact(long);
    expect(contactSide(late, paths, vocabulary).words).toEqual(
      contactSide(early, paths, vocabulary).words,
    );
  });
});
