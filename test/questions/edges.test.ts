import { describe, expect, it } from 'vitest';
import { createEdgeReader } from '../../src/questions/edges.js';
import { intentSubject } from '../../src/questions/subjects.js';

const intents = Array.from({ length: 10 }, (_, i) => `intent_${i}`);
const about = (names: readonly string[], each = 2) =>
  new Map(names.map((name) => [intentSubject(name), each]));
const anything = { times: 20, first: 0, late: 19, about: about(intents), answers: new Map() };
/** What else agents say, so that all intents are known. */
const usual = { ...anything, times: 200, late: 20, about: about(intents, 20) };
const isEdge = createEdgeReader([anything, usual]);

describe('how agents begin and end a contact', () => {
  it('is what stands behind the last value, in contacts about anything', () => {
    expect(isEdge(anything)).toBe(true);
  });

  it('is not what is followed by values: an identity check is said in all contacts, too', () => {
    expect(isEdge({ ...anything, late: 13 })).toBe(false);
  });

  it('is not what belongs to a few intents, as the reason for leaving does', () => {
    expect(isEdge({ ...anything, about: about(intents.slice(0, 2), 10) })).toBe(false);
  });

  it('or begin one stands first, and is not answered by values', () => {
    const opening = { ...anything, first: 19, late: 0 };
    expect(isEdge({ ...opening, answers: new Map([['broken', 15]]) })).toBe(true);
    expect(isEdge({ ...opening, answers: new Map([['⟨name', 15]]) })).toBe(false);
    expect(isEdge({ ...opening, first: 9 })).toBe(false);
  });

  it('cannot be told where the bot has a few intents: all that agents say is about most of them', () => {
    const few = { ...anything, about: about(intents.slice(0, 4), 5) };
    expect(createEdgeReader([few])(few)).toBe(false);
  });

  it('cannot be told of what was said a few times', () => {
    expect(isEdge({ ...anything, times: 4, late: 4, about: about(intents.slice(0, 4), 1) })).toBe(
      false,
    );
  });
});
