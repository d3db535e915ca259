import { describe, expect, it } from 'vitest';
import { framesIn } from '../../src/questions/edges.js';
import type { Seen } from '../../src/questions/seen-wordings.js';
import { intentSubject } from '../../src/questions/subjects.js';
import { namedTopics } from '../../src/questions/topic-names.js';
import { createNameReader } from '../../src/questions/topics.js';
import { unseenWording } from '../../src/questions/wordings.js';
import { clausesOf } from '../../src/transcript/clauses.js';
import { lexicon } from '../detect/support.js';

const intents = Array.from({ length: 10 }, (_, i) => `intent_${i}`);
const about = (names: readonly string[], each: number) =>
  new Map(names.map((name) => [intentSubject(name), each]));

function seen(text: string, subjects: Map<string, number>): Seen {
  const [clause] = clausesOf(text);
  if (!clause) throw new Error(text);
  return {
    ...unseenWording(),
    key: text,
    sentence: { clause, act: { kind: 'request', from: 0, strength: 1, polar: false, given: [] } },
    asked: true,
    contacts: new Set(Array.from({ length: 20 }, (_, i) => i)),
    times: 20,
    first: 0,
    answered: 20,
    late: 0,
    about: subjects,
  };
}

const usual = seen('what is it?', about(intents, 20));
const nameOf = createNameReader(lexicon);
const topicsOf = (wording: Seen, ...others: Seen[]) => {
  const frames = framesIn([usual, wording, ...others], nameOf);
  return [...namedTopics([wording], nameOf, () => false, frames, 100).values()];
};

describe('what agents call the things that they ask for', () => {
  it('is said where the thing is asked for', () => {
    expect(topicsOf(seen('what is the shelf mark?', about(intents.slice(0, 2), 10)))).toEqual([
      'shelf_mark',
    ]);
  });

  it('is no name if it is said whatever the customer wants', () => {
    expect(topicsOf(seen('what are the few things?', about(intents, 2)))).toEqual([]);
  });

  it('is no name if only other wordings with it are said whatever the customer wants', () => {
    const rare = seen('i need a few things now', about(intents.slice(0, 2), 10));
    const other = seen('what few things?', about(intents, 2));
    expect(topicsOf(rare, other)).toEqual([]);
  });
});
