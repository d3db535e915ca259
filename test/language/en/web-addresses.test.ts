import { describe, expect, it } from 'vitest';
import { canonical } from '../../../src/language/en/canonical.js';
import { webAddresses } from '../../../src/language/en/web-addresses.js';

const found = (text: string) => [...text.matchAll(webAddresses)].map(([address]) => address);

describe('an address of the web', () => {
  it.each([
    ['it is www.maple-toys.co.uk I think', ['www.maple-toys.co.uk']],
    ['https://mapletoys.com, and the red one', ['https://mapletoys.com']],
    ['maple toys dot com please', ['toys dot com']],
    ['maple toys dot co dot uk', ['toys dot co dot uk']],
    ['it is the toys dot com', ['toys dot com']],
  ])('is found in %j', (text, addresses) => {
    expect(found(text)).toEqual(addresses);
  });

  it.each([
    'jane@mapletoys.com',
    'jane at maple dot com dot au at night',
    'Thanks.Alice here',
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
