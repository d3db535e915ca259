import { describe, expect, it } from 'vitest';
import { unhealthyIn } from '../../src/domain/ask-reading.js';
import type { AgentAsk } from '../../src/questions/agent-side.js';
import { askReading, type ReadContact } from '../../src/questions/ask-reading.js';
import type { Question } from '../../src/questions/questions.js';

const question = (answers: number[], answer: string[]): Question => ({
  turn: 0,
  answers,
  answer,
  proof: [],
  given: [],
  denied: [],
  readBack: [],
  sentence: {
    clause: { words: [], stems: [], question: true, valuesAt: [], breaks: [] },
    act: { kind: 'request', from: 0, strength: 1, polar: false, given: [] },
  },
  first: false,
  late: false,
  generic: false,
});
const ask = (slot: string, answers: number[], confidence = 0.9): AgentAsk => ({
  turn: 0,
  slot,
  confidence,
  kind: 'request',
  answers,
});
const times = (n: number, one: ReadContact): ReadContact[] => Array.from({ length: n }, () => one);
const known = new Set(['card_number']);
const read = (contacts: ReadContact[], expected = { seen: 90, all: 100 }) =>
  askReading(contacts, expected, known, 0.5);
const phone = ['⟨phone'];

describe('how well agents were read', () => {
  it('counts values that answer nothing that was read, and asks for what no slot is there for', () => {
    const reading = read([
      ...times(30, { questions: [question([1], phone)], asks: [ask('card_number', [1])] }),
      ...times(10, { questions: [question([1], phone)], asks: [ask('card_number', [1], 0.4)] }),
      ...times(10, { questions: [question([1], ['~yesno'])], asks: [ask('shelf', [1])] }),
    ]);
    expect(reading.read?.value).toBeCloseTo(0.9);
    expect(reading.unexplained).toMatchObject({ value: 0.25, n: 40 });
    expect(reading.invented).toMatchObject({ value: 0.25, n: 40 });
  });

  it('says nothing of a few', () => {
    expect(read(times(5, { questions: [], asks: [] }), { seen: 3, all: 4 })).toEqual({
      read: null,
      unexplained: null,
      invented: null,
    });
  });

  it('is unhealthy only where the whole interval lies outside', () => {
    const of = (seen: number, all: number) => unhealthyIn(read([], { seen, all }));
    expect(of(300, 1000)).toEqual(['read']);
    expect(of(13, 25)).toEqual([]);
    expect(of(800, 1000)).toEqual([]);
  });
});
