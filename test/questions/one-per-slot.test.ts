import { describe, expect, it } from 'vitest';
import { onceAnswered, onePerSlot } from '../../src/questions/one-per-slot.js';

const classes = ['', '?', 'bags', 'people'];
const shares = (...list: number[]) => [Float64Array.from(list)];
const best = ([first = Float64Array.of()]: Float64Array[]) =>
  classes[first.indexOf(Math.max(...first))];

describe('the items of a list', () => {
  it('ask for a slot each: the surer one keeps it', () => {
    const items = [shares(0, 0, 0.7, 0.3), shares(0, 0, 0.9, 0.1)];
    onePerSlot(items, { classes });
    expect(items.map(best)).toEqual(['people', 'bags']);
  });

  it('may all ask for nothing, or for what has no slot', () => {
    const items = [shares(0, 0.9, 0.1, 0), shares(0, 0.8, 0.2, 0), shares(1, 0, 0, 0)];
    onePerSlot(items, { classes });
    expect(items.map(best)).toEqual(['?', '?', '']);
  });

  it('is left as it is where nothing is asked for at all', () => {
    const items = [shares(0, 0, 0, 0), shares(0, 0, 0, 0), shares(0, 0, 0.9, 0.1)];
    onePerSlot(items, { classes });
    expect(items.map(best)).toEqual(['', '', 'bags']);
  });

  it('is left with little where it had nothing else', () => {
    const items = [shares(0, 0, 0.99, 0.01), shares(0, 0, 1, 0)];
    onePerSlot(items, { classes });
    expect(items[0]?.[0]?.[3]).toBeLessThan(0.1);
  });
});

describe('the questions of a contact', () => {
  const question = (answer: string[], first = false) => ({ answer, first });
  const read = (questions: ReturnType<typeof question>[], items: Float64Array[][]) => {
    onceAnswered(questions, items, { classes });
    return items.map(best);
  };
  const doubtful = () => [shares(0, 0, 0.9, 0.1), shares(0, 0, 0.6, 0.4)];
  const values = ['leed', 'york'];

  it('ask for another slot once a value was given for the first', () => {
    expect(
      read(
        values.map((value) => question([value])),
        doubtful(),
      ),
    ).toEqual(['bags', 'people']);
    expect(read([question(['#date']), question(['#date'])], doubtful())).toEqual([
      'bags',
      'people',
    ]);
  });

  it('ask again where nothing was given, or the very same in words', () => {
    expect(read([question(['~evasion']), question(['leed'])], doubtful())).toEqual([
      'bags',
      'bags',
    ]);
    expect(read([question(['leed']), question(['leed'])], doubtful())).toEqual(['bags', 'bags']);
  });

  it('ask again where the words leave no doubt', () => {
    const sure = [shares(0, 0, 1, 0), shares(0, 0, 0.99, 0.01)];
    expect(
      read(
        values.map((value) => question([value])),
        sure,
      ),
    ).toEqual(['bags', 'bags']);
  });

  it('begin with a value by chance, and say nothing of what has no slot', () => {
    expect(read([question(['leed'], true), question(['york'])], doubtful())).toEqual([
      'bags',
      'bags',
    ]);
    const unknown = [shares(0, 0.9, 0.1, 0), shares(0, 0.6, 0.4, 0)];
    expect(
      read(
        values.map((value) => question([value])),
        unknown,
      ),
    ).toEqual(['?', '?']);
  });
});
