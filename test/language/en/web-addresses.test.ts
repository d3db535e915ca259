import { describe, expect, it } from 'vitest';
import { canonical } from '../../../src/language/en/canonical.js';
import { webAddressesIn } from '../../../src/language/en/web-addresses.js';

/** Milliseconds: some forty times what the longest takes, and less than a pattern whose time goes by the square. */
const quickly = 4_000;
const found = (text: string) =>
  webAddressesIn(text).map(({ start, end }) => text.slice(start, end));

describe('an address of the web', () => {
  it.each([
    ['it is www.maple-toys.co.uk I think', ['www.maple-toys.co.uk']],
    ['https://mapletoys.com, and the red one', ['https://mapletoys.com']],
    ['maple toys dot com please', ['toys dot com']],
    ['maple toys dot co dot uk', ['toys dot co dot uk']],
    ['it is the toys dot com', ['toys dot com']],
    ['MAPLETOYS.COM', ['MAPLETOYS.COM']],
  ])('is found in %j', (text, addresses) => {
    expect(found(text)).toEqual(addresses);
  });

  it.each([
    'jane@mapletoys.com',
    'jane at maple dot com dot au at night',
    'Thanks.Alice here',
    'my order.It never came',
    'sure.Jo',
    'at 5.30 p.m. I think',
    'i.e. the red one',
    'connect the dot',
    'put a dot on it',
    'is the dot in the right place',
    'version 2.14',
  ])('is not in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['a', 100_000],
    ['a-', 50_000],
    ['a dot ', 17_000],
    ['dot ', 25_000],
    ['a.', 50_000],
    ['1-', 50_000],
    [`${'a'.repeat(63)} dot `, 1_500],
  ])(
    'is looked for in a long text in a small part of the time allowed: %j, %d times',
    (piece, times) => {
      const text = piece.repeat(times);
      expect(found(text)).toEqual([]);
      expect(canonical(text, { region: 'GB' })).not.toBe('mapletoyscom');
      expect(found(`${text} and maple.com`)).toEqual(['maple.com']);
    },
    quickly,
  );

  it('is found behind many spoken dots by its end, and has labels of 63 characters at most', () => {
    expect(found(`${'b dot '.repeat(30)}maple dot com`)).toEqual([
      'b dot b dot b dot b dot maple dot com',
    ]);
    expect(found(`${'a'.repeat(63)}.com`)).toHaveLength(1);
    expect(found(`${'a'.repeat(64)}.com`)).toEqual([]);
  });

  it.each([
    'mapletoys.com',
    'www.mapletoys.com',
    'https://www.mapletoys.com/',
    'maple toys dot com',
    'w w w dot maple toys dot com',
    'maple dash toys dot com',
  ])('is one value however it is told: %s', (text) => {
    expect(canonical(text, { region: 'GB' })).toBe('mapletoyscom');
  });

  it('with another ending is another', () => {
    expect(canonical('maple toys dot co', { region: 'GB' })).not.toBe('mapletoyscom');
  });
});
