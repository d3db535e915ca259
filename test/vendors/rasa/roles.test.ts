/** Slots that have their values from one entity, told apart by its role or group. */
import { expect, it } from 'vitest';
import { patch } from '../../../src/vendors/rasa/patch.js';
import { phrasesFor } from '../support/suggestions.js';

const nlu = {
  path: 'nlu.yml',
  text: 'nlu:\n- intent: travel\n  examples: |\n    - from [Rome]{"entity": "city", "role": "from"}\n    - to [Oslo]{"entity": "city", "role": "to"}\n',
};
const domain = {
  path: 'domain.yml',
  text: `entities:
- city:
    roles: [from, to]
- size
slots:
  origin:
    type: text
    mappings:
    - type: from_entity
      entity: city
      role: from
  destination:
    type: text
    mappings:
    - type: from_text
    - type: from_entity
      entity: city
      role: to
  topping:
    type: text
    mappings:
    - type: from_entity
      entity: size
      group: "1"
  size:
    type: text
    mappings:
    - type: from_entity
      entity: size
`,
};
const files = [nlu, domain];

it('are marked with what their mapping asks for', () => {
  const words = 'Rome to Oslo, L and S';
  const marks = Object.entries({ origin: 'Rome', destination: 'Oslo', topping: 'L', size: 'S' });
  const entities = marks.map(([slot, value]) => {
    const start = words.indexOf(value);
    return { slot, start, end: start + value.length };
  });
  const { files: changed } = patch.patch(
    [phrasesFor('travel', [{ text: words, entities }])],
    files,
  );
  expect(changed[0]?.text).toBe(
    `${nlu.text}    - [Rome]{"entity": "city", "role": "from"} to [Oslo]{"entity": "city", "role": "to"}, [L]{"entity": "size", "group": "1"} and [S](size)\n`,
  );
});

it.each([
  ['[Oslo]{"entity": "city", "role": "to"}', 'destination'],
  ['[Oslo]{"entity": "city", "role": "from"}', 'origin'],
  ['[L]{"entity": "size", "group": "1"}', 'topping'],
  ['[L](size)', 'size'],
  ['[Oslo](destination)', 'destination'],
])('are read out of %s as a person writes it', (written, slot) => {
  expect(patch.readPhrase?.(written, files).entities[0]?.slot).toBe(slot);
});
