import { describe, expect, it } from 'vitest';
import type { Taken } from '../../src/ingest/take.js';
import { createTaking, type Threads } from '../../src/ingest/take-in-threads.js';
import type { SourceItem } from '../../src/vendors/vendor.js';

/** No thread can begin with it: a key is missing. */
const broken: Threads = {
  count: 2,
  redactor: {
    keys: [],
    language: 'none',
    region: 'GB',
    lexicon: { personalQuestions: {}, answerFillers: [] },
  },
};

async function* items(count: number, end?: Error): AsyncGenerator<SourceItem> {
  for (let line = 1; line <= count; line++) yield { fault: `fault ${line}`, line };
  if (end) throw end;
}

const take = (some: readonly SourceItem[]): Taken[] =>
  some.map(({ line }) => ({ line, reason: `taken ${line}` }));

async function reasons(from: AsyncIterable<SourceItem>, threads?: Threads): Promise<string[]> {
  const taking = createTaking(take, threads);
  const found: string[] = [];
  try {
    for await (const [item, taken] of taking.all(from))
      found.push(`${item.line} ${'reason' in taken ? taken.reason : ''}`);
  } catch (error) {
    found.push(String(error));
  }
  await taking.close();
  return found;
}

describe('records taken in threads', () => {
  it('takes here what a thread cannot, and loses and repeats nothing', async () => {
    const expected = Array.from({ length: 1234 }, (_, i) => `${i + 1} taken ${i + 1}`);
    expect(await reasons(items(1234))).toEqual(expected);
    expect(await reasons(items(1234), broken)).toEqual(expected);
  });

  it('has taken all that came before a file breaks off', async () => {
    const found = await reasons(items(77, new Error('torn off')), broken);
    expect(found).toHaveLength(78);
    expect(found.at(-2)).toBe('77 taken 77');
    expect(found.at(-1)).toBe('Error: torn off');
  });
});
