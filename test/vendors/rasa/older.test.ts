import { describe, expect, it } from 'vitest';
import {
  commentsIn,
  isNluMarkdown,
  itemsOfMarkdown,
  withoutComments,
} from '../../../src/vendors/rasa/training/older.js';

describe("Rasa 1's Markdown", () => {
  it('is known by the heading of an intent, however it stands', () => {
    for (const text of ['## intent:a\n- b', '# All\n\n\n  ##  Intent : a', '\t##intent:a'])
      expect(isNluMarkdown(text)).toBe(true);
    for (const text of ['## happy path\n* intent: a', 'see ## intent:a', '', '## synonym:a'])
      expect(isNluMarkdown(text)).toBe(false);
  });

  it('has no words of comments that are closed, and all else in its place', () => {
    const text = '- a <!-- b --> c <!-- d --!> e <!--> f\n--> g <!-- h';
    expect(withoutComments(text)).toBe(
      `- a ${' '.repeat(10)} c ${' '.repeat(11)} e ${' '.repeat(7)}\n${' '.repeat(3)} g <!-- h`,
    );
    expect(commentsIn(text)).toEqual([
      { from: 4, to: 14 },
      { from: 17, to: 28 },
      { from: 31, to: 42 },
    ]);
  });

  it('has phrases below the headings of intents alone', () => {
    const text =
      '##  intent :  a \n- one\n -   two words\n---\n* * *\n-\n## lookup:b\n- three\n## intent:c\n';
    expect(itemsOfMarkdown(text)).toEqual([
      { intent: 'a', examples: ['one', 'two words'] },
      { intent: 'c', examples: [] },
    ]);
  });

  it.each([
    ['blank lines', '\n'.repeat(300_000)],
    ['blanks on a line', ' '.repeat(300_000)],
    ['comments that nothing closes', '<!-- '.repeat(300_000)],
    ['blanks in a heading', `##${' '.repeat(300_000)}`],
    ['blanks behind a bullet', `## intent:a\n- ${' '.repeat(300_000)}`],
    ['headings', '## '.repeat(300_000)],
  ])('is read in the time that its length takes: %s', (_, text) => {
    expect(isNluMarkdown(`${text}x`)).toBe(text.startsWith('## intent'));
    expect(commentsIn(text)).toEqual([]);
    expect(itemsOfMarkdown(text).length).toBeLessThan(2);
  });
});
