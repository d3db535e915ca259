import { describe, expect, it } from 'vitest';
import { linkBody } from '../../src/store/bodies.js';
import { link } from '../support/conversations.js';

describe('a body that is kept as JSON', () => {
  it('comes back as it was', () => {
    const kept = link({ contact: null });
    expect(linkBody.read(linkBody.write(kept))).toEqual(kept);
  });

  it.each([
    ['without a key', '{"session": "s"}', /^\[store\] a link .*contact: /],
    ['of another kind', '[]', /a link in the database is not as this version writes it/],
    [
      'with a null where there is none',
      linkBody.write(link()).replace(/"legs":\[.*?\]/, '"legs":null'),
      /legs: expected a list/,
    ],
  ])('%s is refused, and said where', (_, text, message) => {
    expect(() => linkBody.read(text)).toThrow(message);
  });
});
