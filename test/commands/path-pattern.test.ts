import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endingPattern, pathPattern } from '../../src/commands/path-pattern.js';

const at = (...names: string[]) => names.map((name) => `/x/${name}`);

describe('a path that the files of later days fit too', () => {
  it.each([
    [
      'a day in the name of one file',
      ['logs/sessions-2026-10-05.jsonl'],
      '/x/logs/sessions-*.jsonl',
    ],
    ['days', ['s-2026-10-05.jsonl', 's-2026-10-06.jsonl'], '/x/s-*.jsonl'],
    ['a day and a time', ['ctr-2026-10-05-09-30-12.json'], '/x/ctr-*.json'],
    ['a day in one number', ['export_20261005T093000Z.csv'], '/x/export_*.csv'],
    ['running numbers', ['part-0001.json', 'part-0002.json'], '/x/part-*.json'],
    ['folders by day', ['2026/10/05/a.json', '2026/10/06/a.json'], '/x/*/*/*/a.json'],
    ['folders of one day', ['l/2026/10/05/09/a.json'], '/x/l/*/*/*/*/a.json'],
    ['folders of one partition', ['year=2026/month=10/a.json'], '/x/year=*/month=*/a.json'],
    ['a folder with a date', ['dt=2026-10-05/a.json'], '/x/dt=*/a.json'],
    ['a day and an hour', ['lex-2026-10-05T09.gz'], '/x/lex-*.gz'],
    ['a folder that is a number', ['123456/b/a.json'], '/x/123456/b/a.json'],
    ['a name without either', ['tickets.jsonl'], '/x/tickets.jsonl'],
    ['a number that is part of a name', ['dialogflow2.jsonl'], '/x/dialogflow2.jsonl'],
    ['names of two forms', ['a.json', 'b.json'], '/x/{a.json,b.json}'],
  ])('leaves open %s', (_, names, pattern) => {
    const found = pathPattern(at(...names), []);
    // The folder that all of them share is part of the path, unless it is a date.
    expect(found).toBe(pattern);
  });

  it('names the files where a file of another kind would fit the pattern', () => {
    const own = at('day-2026-10-05.json', 'day-2026-10-06.json');
    expect(pathPattern(own, at('day-2026-10-07.json'))).toBe(
      '/x/{day-2026-10-05.json,day-2026-10-06.json}',
    );
    expect(pathPattern(own, at('other-2026-10-07.json'))).toBe('/x/day-*.json');
  });

  it('always fits the files that it was made of', () => {
    const name = fc.tuple(fc.stringMatching(/^[a-z]{1,5}$/), fc.nat(30), fc.boolean());
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), (parts) => {
        const names = parts.map(
          ([word, n, dated]) =>
            `${word}-${dated ? `2026-10-${String(n + 1).padStart(2, '0')}` : n}.json`,
        );
        const pattern = pathPattern(at(...new Set(names)), []);
        const forms = pattern
          .slice('/x/'.length)
          .replace(/^\{|\}$/g, '')
          .split(',')
          .map((form) => new RegExp(`^${form.replaceAll('.', '\\.').replaceAll('*', '.*')}$`));
        for (const one of names) expect(forms.some((form) => form.test(one))).toBe(true);
      }),
    );
  });
});

describe('a path for files that are named after what they hold', () => {
  it.each<[string, string[], string[], string]>([
    ['one file', ['c/2b0c.vtt'], [], '/x/c/*.vtt'],
    ['several', ['c/2b0c.vtt', 'c/77ae.vtt'], ['c/2b0c.json', 'day.vtt'], '/x/c/*.vtt'],
    ['packed ones among them', ['a.vtt', 'b.vtt.gz'], ['c.gz'], '/x/{*.vtt,*.vtt.gz}'],
    ['folders by day', ['2026/10/05/a.vtt', '2026/10/06/b.vtt'], [], '/x/**/*.vtt'],
    ['a file of another kind with the ending', ['a.txt', 'b.txt'], ['c.txt'], '/x/{a.txt,b.txt}'],
    ['names without an ending', ['a', 'b'], [], '/x/{a,b}'],
  ])('leaves open the names of %s', (_, names, others, pattern) => {
    expect(endingPattern(at(...names), at(...others))).toBe(pattern);
  });
});
