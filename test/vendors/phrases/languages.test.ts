import { expect, it } from 'vitest';
import { inLanguage } from '../../../src/vendors/phrases/languages.js';

const files = (...languages: string[]) => languages.map((language) => ({ language }));

it.each([
  ['its own file', 'en', ['de', 'en', 'en-au'], ['en']],
  ['whatever the letters', 'pt-BR', ['pt-br', 'pt'], ['pt-br']],
  ['its regions where it has none', 'en', ['de', 'en-us', 'en_gb'], ['en-us', 'en_gb']],
  ['the language where the region has none', 'en-us', ['de', 'en'], ['en']],
  ['none where it is not there', 'fr', ['de', 'en'], []],
  ['all where none is named', undefined, ['de', 'en'], ['de', 'en']],
])('finds %s', (_, language, there, found) => {
  expect(inLanguage(files(...there), language)).toEqual(files(...found));
});
