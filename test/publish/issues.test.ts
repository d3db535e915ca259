import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { github } from '../../src/publish/exporters/github.js';
import { jira } from '../../src/publish/exporters/jira.js';
import { linear } from '../../src/publish/exporters/linear.js';
import { fenced } from '../../src/publish/markdown.js';
import { report, ticket } from './fixture.js';

const said = (...quotes: string[]) =>
  report({
    tickets: [
      ticket({
        title: '=HYPERLINK("http://evil") stays "defer_payment"',
        why: 'See @team and [a link](javascript:alert(1)) #12.',
        evidence: quotes.map((quote) => ({ sessionId: 's', contactId: null, turns: [], quote })),
      }),
      ticket({ id: 't-2', rank: 2, listed: false }),
    ],
  });
const linesOf = (text: string) =>
  text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
const hostile = ['```\n@everyone <script>', '{html}<b>{html} [x|javascript:1] !img!'];

describe('issues', () => {
  it('have what the APIs ask for, of the listed repairs alone', () => {
    const [issue, ...more] = linesOf(github.render(said('hello')));
    expect(more).toEqual([]);
    expect(Object.keys(issue)).toEqual(['title', 'body', 'labels']);
    expect(issue.labels).toEqual(['handback', 'Bot team']);
    expect(issue.body).toContain('handback release t-1 --on DAY');
    const [input] = linesOf(linear.render(said('hello')));
    expect(Object.keys(input)).toEqual(['title', 'description', 'priority']);
    expect(input.priority).toBe(2);
  });

  it("keep customers' words in a block of code that they cannot end", () => {
    const [{ body }] = linesOf(github.render(said(...hostile)));
    const [, fence = '', inside = ''] = /\n(`{4,})text\n([\s\S]*?)\n\1\n/.exec(body) ?? [];
    expect(fence).toBe('````');
    expect(inside).toContain('``` @everyone <script>');
    expect(body.split(fence)[0]).toContain('\\[a link\\](javascript:alert(1)) \\#12');
  });

  it('come into Jira as text: no formula, no macro, no link, no mail to anybody', () => {
    const rows: string[][] = parseCsv(jira.render(said(...hostile)));
    expect(rows[0]).toEqual([
      'Summary',
      'Issue Type',
      'Priority',
      'Labels',
      'Labels',
      'Description',
    ]);
    expect(rows).toHaveLength(2);
    const [summary = '', type, priority, , label, description = ''] = rows[1] ?? [];
    expect(summary.startsWith("'=HYPERLINK(")).toBe(true);
    expect([type, priority, label]).toEqual(['Task', 'High', 'bot-team']);
    expect(description).toContain('\\{html\\}<b>\\{html\\} \\[x\\|javascript:1\\] \\!img\\!');
    expect(description).toContain('\\@everyone');
    expect(description).not.toContain('````');
  });
});

it('a block of code shows each text on a line of its own, cut to its length', () => {
  expect(fenced(['a\nb', 'x'.repeat(20)], 10)).toBe('```text\na b\nxxxxxxxxx…\n```');
});
