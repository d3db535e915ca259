import { array, assert, constantFrom, property } from 'fast-check';
import { expect, it } from 'vitest';
import { createVocabulary, joinVocabularies } from '../../src/link/words.js';

const split = (text: string) => text.split(' ');
const texts = array(
  array(constantFrom('parcel', 'late', 'where', 'is', 'my', 'refund'), { minLength: 1 }).map(
    (all) => all.join(' '),
  ),
);

it('gives texts that were read apart the ids that they have when they are read together', () => {
  assert(
    property(array(texts), (days) => {
      const whole = createVocabulary(split);
      const join = joinVocabularies();
      for (const day of days) {
        const own = createVocabulary(split);
        const ids = day.map((text) => [...own.idsOf([text])]);
        const idsOf = join(own.words());
        expect(ids.map(idsOf)).toEqual(day.map((text) => whole.idsOf([text])));
      }
    }),
  );
});

it('gives no id to a word of a text that is left out', () => {
  const own = createVocabulary(split);
  const [left, kept] = [own.idsOf(['parcel late']), own.idsOf(['late refund'])];
  expect([left, kept].map(String)).toEqual(['0,1', '1,2']);
  expect([...joinVocabularies()(own.words())([...kept])]).toEqual([0, 1]);
});
