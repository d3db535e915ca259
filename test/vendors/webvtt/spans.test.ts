import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spansIn } from '../../../src/vendors/webvtt/spans.js';

const isRole = (name: string): boolean => /^(?:agent|customer)/i.test(name);
const spans = (payload: string) =>
  spansIn(payload, { isRole }).map((one) => [one.speaker, one.text]);

describe('who says what in a cue', () => {
  it.each<[string, string, (string | undefined)[][]]>([
    ['a voice', '<v Agent>hello</v>', [['Agent', 'hello']]],
    ['a voice that is not closed', '<v Customer>hello', [['Customer', 'hello']]],
    ['a voice with classes and a name of words', '<v.loud.x  Agent  Sam>hi', [['Agent Sam', 'hi']]],
    ['a name with an entity', '<v A &amp; B>hi', [['A & B', 'hi']]],
    ['a voice without a name', '<v>hello', [[undefined, 'hello']]],
    [
      'two voices',
      '<v Agent>hello</v>\n<v Customer>hi',
      [
        ['Agent', 'hello'],
        ['Customer', 'hi'],
      ],
    ],
    [
      'words behind a voice',
      '<v Agent>hello</v> (laughs)',
      [
        ['Agent', 'hello'],
        [undefined, '(laughs)'],
      ],
    ],
    ['a name before a colon', 'Agent: hello', [['Agent', 'hello']]],
    ['a name within a tag', '<b>agent 1:</b> hello', [['agent 1', 'hello']]],
    ['a name that is no role', 'Sam Carter: hello', [['Sam Carter', 'hello']]],
    [
      'names on lines, the second of two lines',
      'Customer: my tray\nsnapped\nAgent: oh',
      [
        ['Customer', 'my tray snapped'],
        ['Agent', 'oh'],
      ],
    ],
    ['dashes before names', '- Agent: hello', [['Agent', 'hello']]],
    ['nobody', 'hello', [[undefined, 'hello']]],
    ['nothing', ' <b> </b>\n', []],
  ])('is known of %s', (_, payload, said) => {
    expect(spans(payload)).toEqual(said);
  });

  it.each([
    'Customer number: 4471',
    'agent code: 17',
    'it is: broken',
    'at 10:30 or at 11: 30',
    'see https://shop.test/a: there',
    'I asked. Agent: no',
  ])('is not what is said before a colon: %s', (text) => {
    expect(spans(text)).toEqual([[undefined, text]]);
  });

  it('is told by voices alone where a cue has one', () => {
    expect(spans('<v Agent>Customer: a word for you')).toEqual([
      ['Agent', 'Customer: a word for you'],
    ]);
  });

  it.each([
    ['tags', '<c.red>a</c> <b>b</b> <i>c</i> <u>d</u> <lang en-GB>e</lang>', 'a b c d e'],
    ['a ruby', '<ruby>a<rt>b</rt></ruby>', 'ab'],
    ['times', 'a <00:00:01.000>b <01:02.000><c>d</c>', 'a b d'],
    [
      'entities',
      '&lt;b&gt; &amp; &quot;c&quot;&nbsp;d &#39;e&#x27; &lrm;f&rlm;',
      `<b> & "c" d 'e' f`,
    ],
    ['an entity of an entity, once', '&amp;lt;v Agent&amp;gt;', '&lt;v Agent&gt;'],
    [
      'entities that are none',
      '&unknown; &constructor; &amp &#; A&B',
      '&unknown; &constructor; &amp &#; A&B',
    ],
    [
      'numbers that are no character',
      '&#0;&#xD800;&#x110000;&#9999999;',
      '\uFFFD\uFFFD\uFFFD\uFFFD',
    ],
    ['what is no tag of the format', 'call <phone>, <3, a < b > c', 'call <phone>, <3, a < b > c'],
    ['a script', '<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['a tag without an end', 'my tray <v Agent', 'my tray <v Agent'],
    ['line ends and blanks', 'a\n  b\t c', 'a b c'],
  ])('reads %s', (_, payload, text) => {
    expect(spans(payload)).toEqual([[undefined, text]]);
  });

  it('is read of any text, however it is nested, in the time that its length takes', () => {
    const part = fc.oneof(
      fc.string(),
      fc.constantFrom('<', '>', '<v ', '</v>', '&', '&#', ';', ':', 'Agent: ', '\n', '<c.'),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        for (const { text } of spansIn(parts.join(''), { isRole })) expect(text).toBe(text.trim());
      }),
    );
    for (const piece of ['<', '<v ', '<v.', '<c.a', '&#', '&amp', 'A: ', ' ', 'A '])
      expect(spansIn(piece.repeat(100_000), { isRole }).length).toBeLessThan(2);
  }, 10_000);
});
