import { describe, expect, it } from 'vitest';
import { createClosingReader } from '../../src/questions/closing.js';
import { intentSubject } from '../../src/questions/subjects.js';

const intents = Array.from({ length: 10 }, (_, i) => `intent_${i}`);
const about = (names: readonly string[], each = 2) =>
  new Map(names.map((name) => [intentSubject(name), each]));
const anything = { times: 20, late: 19, about: about(intents) };
/** What else agents say, so that all intents are known. */
const usual = { times: 200, late: 20, about: about(intents, 20) };
const closes = createClosingReader([anything, usual]);

describe('how agents end a contact', () => {
  it('stands behind the last value, in contacts about anything', () => {
    expect(closes(anything)).toBe(true);
  });

  it('is not what is followed by values: an identity check is said in all contacts, too', () => {
    expect(closes({ ...anything, late: 13 })).toBe(false);
  });

  it('is not what belongs to a few intents, as the reason for leaving does', () => {
    expect(closes({ ...anything, about: about(intents.slice(0, 2), 10) })).toBe(false);
  });

  it('cannot be told where the bot has a few intents: all that agents say is about most of them', () => {
    const few = { ...anything, about: about(intents.slice(0, 4), 5) };
    expect(createClosingReader([few])(few)).toBe(false);
  });

  it('cannot be told of what was said a few times', () => {
    expect(closes({ times: 4, late: 4, about: about(intents.slice(0, 4), 1) })).toBe(false);
  });
});
