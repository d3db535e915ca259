import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { clip, visible, wellFormed } from '../../src/lib/visible.js';
import { toYaml } from '../../src/lib/yaml.js';
import { suggestions as suggestionsExporter } from '../../src/publish/exporters/suggestions.js';
import { summary } from '../../src/publish/exporters/summary.js';
import { writeIn } from '../../src/publish/format.js';
import { toJson } from '../../src/publish/json.js';
import { html, unsafe } from '../../src/publish/report/html.js';
import { ticketsSection } from '../../src/publish/report/sections/tickets.js';
import { phrase, report, suggestion, ticket } from './fixture.js';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((codes) => String.fromCharCode(...codes)),
  fc.constantFrom(
    'no',
    '12:30',
    '~',
    '- a',
    '&a',
    '*a',
    '# x',
    'a: b',
    '',
    ' x ',
    'a\n\n b\n',
    '\r',
    '\u2028',
    '0x1F',
    '<<',
    '=',
    '%a',
    "'",
    '"\\',
    '\u0085',
    '\ufeff',
    '\ud800',
    'a\u{e0041}\u{e007f}',
  ),
);

describe('JSON', () => {
  it('gives back every text, and shows what a screen would not', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = toJson({ text });
        expect(JSON.parse(written).text).toBe(wellFormed(text));
        expect(written).toBe(visible(written));
      }),
      { numRuns: 300 },
    );
  });
});

describe('YAML', () => {
  it('gives back every text that went in', () => {
    fc.assert(
      fc.property(fc.array(anyText), (texts) => {
        expect(parse(toYaml({ texts }, 'words')).texts).toEqual(texts.map(wellFormed));
      }),
      { numRuns: 300 },
    );
  });

  it('holds no character that another reader would refuse or obey', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const written = toYaml({ text }, 'words');
        expect(written).toBe(visible(written));
      }),
    );
  });

  it('repeats what occurs twice instead of pointing at it', () => {
    const twice = { name: 'a' };
    expect(toYaml({ one: twice, two: twice }, 'x')).toBe(
      '# x\n\none:\n  name: a\ntwo:\n  name: a\n',
    );
  });

  it('keeps a long text on its line', () => {
    const long = `say: "${'word '.repeat(200)}`;
    expect(toYaml({ long }, 'x').split('\n')).toHaveLength(4);
  });

  it('quotes what a reader of YAML 1.1 takes for something else', () => {
    expect(toYaml(['no', '12:30', 'now'], 'x')).toBe('# x\n\n- "no"\n- "12:30"\n- now\n');
  });
});

describe('HTML', () => {
  it('escapes every value but what a template made', () => {
    const words = '<b a="1" c=\'2\'>&';
    expect(
      html`<p title="${words}">${words}${html`<i>${1}</i>`}${unsafe('<hr>')}${null}${false}</p>`
        .text,
    ).toBe(
      '<p title="&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;">&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;<i>1</i><hr></p>',
    );
  });

  it('has the same elements whatever customers say', () => {
    const value = { ...ticket().value, parts: [] };
    const tags = (text: string) => text.match(/<[^>]*>/g)?.length ?? 0;
    const render = (words: string) =>
      ticketsSection(
        writeIn('en-GB'),
        report({
          tickets: [ticket({ value, title: `t${words}`, why: `w${words}`, suggestions: ['s-1'] })],
          suggestions: [suggestion({ phrases: [phrase(`p${words}`)], change: `c${words}` })],
        }),
        'bot_team',
      ).text;
    const plain = tags(render(''));
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.constantFrom('<script>', '</article>', '"><img src=x>')),
        (words) => {
          expect(tags(render(words))).toBe(plain);
        },
      ),
      { numRuns: 100 },
    );
  });
});

it('visible text has nothing left that would act, and plain words stay as they are', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(visible(text).replace(/[\t\n]/g, '')).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
    }),
  );
  expect(visible('Grüße 🙂 👩‍👩‍👧 שלום\tx\ny')).toBe('Grüße 🙂 👩‍👩‍👧 שלום\tx\ny');
  expect(visible('a\u202eb\u0007\ud800')).toBe('a⟨U+202E⟩b⟨U+0007⟩\ufffd');
});

it('a clipped text is one line and never half a character', () => {
  expect(clip('a\n b', 10)).toBe('a b');
  expect(clip('ab🙂cd', 4)).toBe('ab…');
  expect(clip('abcd', 4)).toBe('abcd');
});

it('summary.md has a line for each thing it says, whatever a title says', () => {
  const lines = (title: string) =>
    summary
      .render(report({ tickets: [ticket({ title, rank: 1 })] }))
      .trimEnd()
      .split('\n');
  const hostile = lines('a | b\n# c <b> [x](y)');
  expect(hostile.find((line) => line.startsWith('1. '))).toContain(
    'a \\| b \\# c \\<b\\> \\[x\\](y)',
  );
  expect(hostile).toHaveLength(lines('plain').length);
});

it('summary.md is at most twelve lines, however many repairs there are', () => {
  const tickets = Array.from({ length: 30 }, (_, i) => ticket({ rank: i + 1, id: `t-${i}` }));
  expect(summary.render(report({ tickets })).trimEnd().split('\n')).toHaveLength(12);
});

it('phrases come back from suggestions.yaml with their offsets', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const entities = text.length > 0 ? [{ slot: 'date', start: 0, end: text.length }] : [];
      const night = report({ suggestions: [suggestion({ phrases: [phrase(text, entities)] })] });
      const [read] = parse(suggestionsExporter.render(night)).suggestions[0].phrases;
      expect(read.text).toBe(wellFormed(text));
      expect(read.entities ?? []).toEqual(entities);
    }),
  );
});
