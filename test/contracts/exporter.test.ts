import { parse as parseCsv } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { exporters } from '../../src/publish/exporters/index.js';
import { publish } from '../../src/publish/publish.js';
import { report } from '../publish/fixture.js';

const empty = report({
  tickets: [],
  suggestions: [],
  samples: [],
  journeys: [],
  incidents: [],
  findings: [],
  faults: [],
  quarantine: { total: 0, reasons: [] },
  unlinked: { handoffs: [], contacts: [], gaps: [] },
  platforms: [],
});
const parsers: Record<string, (text: string) => unknown> = {
  yaml: (text) => parse(text),
  json: (text) => JSON.parse(text),
  ndjson: (text) =>
    text
      .split('\n')
      .slice(0, -1)
      .map((line) => JSON.parse(line)),
  html: (text) => /^<!doctype html>[\s\S]*<\/html>\n$/.test(text) || undefined,
  csv: (text) => parseCsv(text, { columns: true }),
  md: (text) => text.startsWith('# ') || undefined,
};

describe.each(exporters)('exporter $id', (exporter) => {
  const extension = exporter.file.split('.').at(-1) ?? '';

  it('is found by its id, and no other has its file', async () => {
    const module = await import(`../../src/publish/exporters/${exporter.id}.ts`);
    expect(Object.values(module)).toContain(exporter);
    expect(exporters.filter(({ file }) => file === exporter.file)).toHaveLength(1);
  });

  it('gives the same bytes for the same report, and leaves the report alone', () => {
    const given = report();
    const first = exporter.render(given);
    expect(exporter.render(given)).toBe(first);
    expect(given).toEqual(report());
  });

  it.each([
    ['a full', report()],
    ['an empty', empty],
  ])('writes %s night so that its format parses', (_, night) => {
    const text = exporter.render(night);
    expect(parsers[extension]?.(text)).toBeDefined();
    expect(text === '' || text.endsWith('\n')).toBe(true);
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  it('lets no control or override character through', () => {
    const text = exporter.render(report()).replaceAll('\n', '');
    expect(text).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
  });
});

it('a night leaves the files of the design behind', () => {
  const paths = publish(report(), { training: [], vendor: null }).map(({ path }) => path);
  expect(paths.sort()).toEqual([
    'issues-github.ndjson',
    'issues-linear.ndjson',
    'journeys.ndjson',
    'metrics.json',
    'report.html',
    'schemas/suggestions.schema.json',
    'schemas/tickets.schema.json',
    'suggestions.yaml',
    'summary.md',
    'tickets-jira.csv',
    'tickets.csv',
    'tickets.yaml',
  ]);
});
