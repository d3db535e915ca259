import { describe, expect, it } from 'vitest';
import { createTrainer } from '../../src/pipeline/kept/classifiers.js';
import { libraryPhrases } from '../nlu/phrases.js';

const asked = ['could I renew the book', 'are you open on Saturday', 'book me a flight', ''];

describe('a classifier that an earlier night trained', () => {
  it('judges as it did, and is not trained again', () => {
    const first = createTrainer(new Map());
    const before = first.train(libraryPhrases, 40);
    const second = createTrainer(first.used);
    const after = second.train(libraryPhrases, 40);
    const read = (one: typeof before) =>
      asked.map((text) => {
        const { intent, probability, none, ranking } = one.classify(text);
        return { intent, probability, none, ranking };
      });
    expect(read(after)).toEqual(read(before));
    expect(after.engine).toBe(before.engine);
    // The very same object: nothing was trained.
    expect([...second.used.values()][0]).toBe([...first.used.values()][0]);
  });

  it('is another for other phrases, and for another calibration', () => {
    const trainer = createTrainer(new Map());
    trainer.train(libraryPhrases, 40);
    trainer.train(libraryPhrases);
    trainer.train(libraryPhrases.slice(1), 40);
    expect(trainer.used.size).toBe(3);
  });

  it('is there where there is nothing to learn, too', () => {
    const { train, used } = createTrainer(new Map());
    expect(train([]).classify('anything').intent).toBeNull();
    expect(createTrainer(used).train([]).classify('anything').intent).toBeNull();
  });
});
