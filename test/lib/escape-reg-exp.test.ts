import { expect, it } from 'vitest';
import { escapeRegExp } from '../../src/lib/escape-reg-exp.js';

it('matches the text alone, whatever signs are in it', () => {
  const text = String.raw`a.b*c+?^${'$'}{x}(y)|[z]\ /`;
  expect(new RegExp(`^${escapeRegExp(text)}$`, 'u').test(text)).toBe(true);
  expect(new RegExp(`^${escapeRegExp('a.b')}$`, 'u').test('axb')).toBe(false);
});
