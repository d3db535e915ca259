import { describe, expect, it } from 'vitest';
import { isDictionaryWord } from '../../src/language/en/dictionary.js';
import { english } from '../../src/language/en/english.js';
import { unaskedName } from '../../src/redact/asked/unasked-name.js';
import { createRecordValues } from '../../src/redact/record-values.js';
import { redactor } from '../ingest/reading.js';

const hidden = (text: string) => redactor.redactWithSpans(text, []).hidden.map((one) => one.words);

describe('names in running text', () => {
  it.each([
    ['lionel eastwick should be allowed to drive too', ['lionel eastwick']],
    ['I spoke to Greta Jessup about it yesterday', ['Greta Jessup']],
    ['so the booking is for priya brown and two others', ['priya brown']],
    ['please ask for Ingrid', ['Ingrid']],
    ["that was Priya's order", ['Priya']],
    ['Rose Parker told me so', ['Rose Parker']],
    ['Will Parker told me so', ['Will Parker']],
    ['my friend will parker called', ['will parker']],
    ['hi boyd hamish here', ['boyd', 'hamish']],
    ["G'day Thuy, Anh here", ['Thuy', 'Anh']],
    ["Hello Errol love, it's Marg", ['Errol', 'Marg']],
    ['the form wants dale parker as the second driver', ['dale parker']],
  ])('"%s" has %j', (text, names) => {
    expect(hidden(text)).toEqual(names);
  });

  it.each([
    'will you grant access to the bill',
    'hi is anyone here',
    'hello so you need to book a room here',
    "Hi, it's Monday",
    'the april invoice may be wrong, mark it as paid',
    'i fly from charlotte to austin in june',
    'Victoria station, please',
    'a rose garden in the park',
    'grant acess now pls',
    'a colleague will read it, and somebody may price it',
  ])('"%s" has none', (text) => {
    expect(hidden(text)).toEqual([]);
  });
});

describe('a short answer to a question that was not understood', () => {
  const fillers = new Set(['it', "it's", 'is', 'yes', 'please', 'the', 'my']);
  const name = (text: string, known: string[] = []) => {
    const found = unaskedName(text, english, fillers, new Set(known));
    return found && text.slice(found.start, found.end);
  };

  it.each([
    ['it is tamsyn oyelaran please', 'tamsyn oyelaran'],
    ['Oyelaran Brooks', 'Oyelaran Brooks'],
    ['anna green', 'anna green'],
  ])('"%s" is the name %s', (text, expected) => {
    expect(name(text)).toBe(expected);
  });

  it.each([
    'the blue one',
    'cool thx',
    'isnt working',
    'twenty ninth',
    'third party',
    'include towing',
    'nope',
    'oyelaran',
    'tamsyn oyelaran?',
    'tamsyn 22 oyelaran',
    'i already gave all of that to tamsyn oyelaran at the desk before',
  ])('"%s" is none', (text) => {
    expect(name(text)).toBeNull();
  });

  it('is none where its words are those of the training data', () => {
    expect(name('zoomka quiroz')).toBe('zoomka quiroz');
    expect(name('zoomka quiroz', ['zoomka', 'quiroz'])).toBeNull();
  });
});

describe('the values of a record', () => {
  it('are found again as words of their own, whatever their case', () => {
    const values = createRecordValues(english);
    values.add('name', 'Tamsyn Oyelaran');
    values.add('account', 'dfd8134');
    const text = 'So TAMSYN OYELARAN drives dfd8134, not xdfd8134?';
    const words = values.placesIn(text).map(({ start, end }) => text.slice(start, end));
    expect(words).toEqual(['TAMSYN OYELARAN', 'dfd8134']);
  });

  it('are not such that come again by chance', () => {
    const values = createRecordValues(english);
    for (const [kind, words] of [
      ['account', '1234'],
      ['name', 'will'],
      ['address', 'the mall'],
    ] as const)
      values.add(kind, words);
    expect(values.placesIn('I will meet you at the mall at 1234')).toEqual([]);
  });
});

describe('addresses of computers', () => {
  it.each(['192.168.0.17', '2001:db8:0:1:1:1:1:1', 'fe80::1ff:fe23:4567', '00:1B:44:11:3A:B7'])(
    '%s is hidden',
    (address) => {
      expect(hidden(`it shows ${address} there`)).toEqual([address]);
    },
  );

  it.each(['version 1.2.3', 'at 10:30:45', '300.300.300.300 points'])('"%s" is none', (text) => {
    expect(redactor.redact(text)).not.toContain('⟨ip:');
  });
});

it('a dictionary has words and their forms, and no names', () => {
  expect(['booking', 'towing', 'cars', "card's", 'refused'].every(isDictionaryWord)).toBe(true);
  expect(['oyelaran', 'tamsyn', 'priya', 'thx'].some(isDictionaryWord)).toBe(false);
});
