import { describe, expect, it } from 'vitest';
import { createCovers, createNameReader } from '../../src/questions/topics.js';
import { clausesOf } from '../../src/transcript/clauses.js';
import { lexicon } from '../detect/support.js';

const nameOf = createNameReader(lexicon);
const named = (text: string) => clausesOf(text).map(nameOf)[0]?.join('_') ?? null;

describe('the name of what is asked for', () => {
  it.each([
    ['Could I take your meter serial please?', 'meter_serial'],
    ['What is the colour of the cable?', 'cable_colour'],
    ['shelf mark?', 'shelf_mark'],
    ['which boiler did we fit for you?', 'boiler'],
  ])('%s', (text, name) => {
    expect(named(text)).toBe(name);
  });

  it.each(['when was that?', 'how are you?'])('is none in: %s', (text) => {
    expect(named(text)).toBeNull();
  });
});

describe('a slot covers a name', () => {
  const slot = { name: 'meter_reading', values: [], prompts: [], neededBy: [] };
  const covers = createCovers([slot], lexicon);

  it('whose every word is its own', () => {
    expect(covers('meter_reading', ['reading'])).toBe(true);
  });

  it('but none that says more', () => {
    expect(covers('meter_reading', ['meter', 'serial'])).toBe(false);
  });
});
