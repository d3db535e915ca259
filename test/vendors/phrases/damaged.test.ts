/** Files of phrases that something cut, doubled or mixed up: read or refused with a reason, and never made worse by a patch. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { UsageError } from '../../../src/domain/errors.js';
import { findPatchWriter } from '../../../src/vendors/patch.js';
import { findVendor } from '../../../src/vendors/write-pages.js';
import { sample as cognigy } from '../cognigy/training-sample.js';
import { sample as genesys } from '../genesys-cloud/training-sample.js';
import { sample as koreAi } from '../kore-ai/training-sample.js';
import { sample as servicenow } from '../servicenow/training-sample.js';
import { phrasesFor, withoutInsertion } from '../support/suggestions.js';

const signs = [
  '"',
  ',',
  ';',
  '\n',
  '\r',
  '\r\n',
  '""',
  '\uFEFF',
  '{',
  '}',
  '[',
  ']',
  ':',
  '\\',
  '\0',
  '😀',
];

it.each([
  ['cognigy', cognigy],
  ['servicenow', servicenow],
  ['kore-ai', koreAi],
  ['genesys-cloud', genesys],
])('a damaged file of %s', (id, { files, intents, options = {} }) => {
  const reader = findVendor(id).training;
  const writer = findPatchWriter(id);
  const [{ path, text } = { path: '', text: '' }] = files;
  const given = reader?.options.parse(options);
  const examplesOf = (damaged: string) => {
    try {
      const { intents: found = [] } = reader?.read([{ path, text: damaged }], given, 1) ?? {};
      return found.map(({ name, examples }) => [name, examples] as const);
    } catch (error) {
      if (error instanceof UsageError) return null;
      throw error;
    }
  };
  const suggestion = phrasesFor(intents[0], [{ text: 'something entirely new' }]);
  const damage = fc.tuple(fc.nat(text.length), fc.nat(12), fc.constantFrom('', ...signs));
  fc.assert(
    fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), (places) => {
      let damaged = text;
      for (const [at, cut, put] of places)
        damaged = damaged.slice(0, at) + put + damaged.slice(at + cut);
      damaged = damaged.toWellFormed();
      const before = examplesOf(damaged);
      const file = { path, text: damaged };
      const { files: changed, notes } = writer?.patch([suggestion], [file], options) ?? {
        files: [],
        notes: [],
      };
      if (changed.length === 0) expect(notes.length).toBeGreaterThan(0);
      if (before === null) expect(changed).toEqual([]);
      for (const one of changed) {
        expect(withoutInsertion(damaged, one.text)).toBe(damaged);
        const after = new Map(examplesOf(one.text) ?? []);
        for (const [name, examples] of before ?? [])
          expect(after.get(name)).toEqual(expect.arrayContaining(examples));
      }
    }),
    { numRuns: 400 },
  );
});
