import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import type { Report } from '../../src/domain/report.js';
import { spreadsheet } from '../../src/publish/exporters/spreadsheet.js';
import { report, ticket } from './fixture.js';

const rowsOf = (night: Report): Record<string, string>[] =>
  parse(spreadsheet.render(night), { columns: true });
const titleOf = (title: string): string =>
  rowsOf(report({ tickets: [ticket({ title })] }))[0]?.title ?? '';

it.each([
  '=HYPERLINK("http://example.test","x")',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  ' =1',
  '\uff1d1',
])('a title that starts like a formula, %s, is a text', (title) => {
  expect(titleOf(title)).toMatch(/^'/);
});

it.each(['a = b', 'say "no", please', 'Ask for “x”, then y'])('%s stays as it is', (title) => {
  expect(titleOf(title)).toBe(title);
});

it('has a row for each ticket, with numbers as numbers', () => {
  const rows = rowsOf(report());
  expect(rows).toHaveLength(3);
  expect(rows[0]).toMatchObject({ rank: '1', minutes_per_week: '79.5', listed: 'true' });
});
