import { describe, expect, it } from 'vitest';
import { parseObject } from '../../src/lib/json.js';

describe('an object that is written as JSON and is none', () => {
  it.each([
    ['{"a": NaN, "b": [-Infinity, Infinity]}', { a: null, b: [null, null] }],
    ['{"a": [1, 2,], "b": {"c": 3,\n},}', { a: [1, 2], b: { c: 3 } }],
    [
      '{"_id": ObjectId("65f0"), "n": NumberLong(5), "t": ISODate("2026-03-02")}',
      { _id: '65f0', n: 5, t: '2026-03-02' },
    ],
    ['{"_id": ObjectId(), "n": NumberLong("5")}', { _id: null, n: '5' }],
    [
      '{"_id": ObjectId(  ), "n": NumberLong( "5" ), "m": NumberInt( 6\n)}',
      { _id: null, n: '5', m: 6 },
    ],
  ])('is read: %s', (text, value) => {
    expect(parseObject(text)).toEqual(value);
  });

  it.each([
    ['{"a":ObjectId(', ' ', '}'],
    ['{"a":ObjectId("x"', ' ', '}'],
    ['{"a":NaN', ', ', '}'],
    ['{"a":', 'ObjectId(5', '}'],
  ])('is given up in the time that its length takes: %s', (begin, piece, end) => {
    const start = performance.now();
    expect(parseObject(begin + piece.repeat(100_000) + end)).toBeNull();
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('keeps its strings as they are', () => {
    const said = 'NaN, Infinity,} ,] ObjectId("x") \\"';
    const text = `{"said": ${JSON.stringify(said)}, "a": NaN, ${JSON.stringify(said)}: 1}`;
    expect(parseObject(text)).toEqual({ said, a: null, [said]: 1 });
  });

  it.each(['{"a": 1', '{"a": NaN', "{'a': 1}", '{a: 1}', '{"a": 1, , }', '{"a": nan}', '[NaN]'])(
    'is not guessed: %s',
    (text) => {
      expect(parseObject(text)).toBeNull();
    },
  );

  it('ends where a string is not closed, however long', () => {
    const long = `{"a":NaN,"m":"${'\\"k\\":1,'.repeat(250_000)}`;
    expect(parseObject(`${long}}`)).toBeNull();
    expect(parseObject(`${long}"}`)).toEqual({ a: null, m: '"k":1,'.repeat(250_000) });
  });

  it('has strings of millions of escapes', () => {
    const said = '\n'.repeat(4_000_000);
    const text = `{"a": NaN, "said": ${JSON.stringify(said)}}`;
    expect(parseObject(text)?.said === said).toBe(true);
  });
});
