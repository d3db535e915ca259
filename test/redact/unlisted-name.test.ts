import { describe, expect, it } from 'vitest';
import { isPlaceOrMake } from '../../src/language/en/places.js';
import { redactor } from '../ingest/reading.js';

const hidden = (text: string, known: string[] = []) =>
  redactor
    .knowing({ known: new Set(known) })
    .redactWithSpans(text, [])
    .hidden.map((one) => one.words);

describe('names that are on no list', () => {
  it.each([
    ['Customer called, Tzvetka Oyelowo wants a copy', ['Tzvetka Oyelowo']],
    ['Oyelowo Tzvetka listed three things', ['Oyelowo Tzvetka']],
    ['please add Tzvetka M. Oyelowo as guardian', ['Tzvetka M. Oyelowo']],
    ['we owe it to Tzvetka van der Oyelowo', ['Tzvetka van der Oyelowo']],
    ['I gave it to my brother Tzvetan yesterday', ['Tzvetan']],
    ['so I told Tzvetan to wait', ['Tzvetan']],
    ['and then Tzvetan said no', ['Tzvetan']],
    ['that is on Tzvetan’s account', ['Tzvetan']],
    ['she named him Tzvetan', ['Tzvetan']],
    ['the driver is Tzvetan', ['Tzvetan']],
    ['the host is Mark', ['Mark']],
    ['Tzvetan, can I please speak to your boss?', ['Tzvetan']],
    ['do not go to town, Tzvetan!', ['Tzvetan']],
  ])('"%s" has %j', (text, names) => {
    expect(hidden(text)).toEqual(names);
  });

  it.each([
    'We stayed in Oyelo Marsk for a week',
    'the Oyelo Marsk does not start',
    'my Zoomka does not start',
    'Zoomka is down again',
    'I bought it from Zoomka Quiroz Ltd',
    'the Zoomka Router blinks',
    'Zoomka Quiroz Country Club was full',
    'We flew from Los Angeles to San Francisco on Christmas Eve',
    'my Toyota Corolla has a Netgear in it',
    'Blimey, that is a lot',
    'it was red, green, Zoomka and blue',
    'I said Yes to it',
    'he wants Netflix',
  ])('"%s" has none', (text) => {
    expect(hidden(text)).toEqual([]);
  });

  it('are none where the bot’s customers talk about them', () => {
    expect(hidden('I have the plan, Zoomka Quiroz')).toEqual(['Zoomka Quiroz']);
    expect(hidden('I have the plan, Zoomka Quiroz', ['zoomka', 'quiroz'])).toEqual([]);
  });
});

it('knows countries, languages, cities, days and makes, and no people', () => {
  expect(
    ['uruguay', 'portuguese', 'bogota', 'texas', 'toyota', 'easter'].every(isPlaceOrMake),
  ).toBe(true);
  expect(['tzvetan', 'priya', 'oyelowo', 'booking'].some(isPlaceOrMake)).toBe(false);
});
