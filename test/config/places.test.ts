import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findConfig, healthFilesOf, readConfig } from '../../src/config/config.js';
import { placed, writtenAs } from '../../src/config/places.js';
import { UsageError } from '../../src/domain/errors.js';

const plugins = {
  sources: ['handback'],
  training: ['rasa'],
  languages: ['en'],
  checkTrainingOptions: () => [],
  checkOptions: () => [],
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handback-places-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const zone = 'bot: {timezone: Europe/London}\n';
function read(text: string, environment = {}) {
  const file = join(folder, 'handback.yaml');
  writeFileSync(file, text);
  return readConfig(file, plugins, {}, environment);
}
function problems(text: string): string {
  try {
    read(text);
    return '';
  } catch (error) {
    if (error instanceof UsageError) return error.problems.join('\n');
    throw error;
  }
}
const source = (path: string) => `${zone}sources: [{format: handback, path: '${path}'}]\n`;
const pathOf = (path: string, environment = {}) => read(source(path), environment).sources[0]?.path;

describe('a path of the config', () => {
  it('may begin with the home folder and name what the environment has', () => {
    const environment = { HOME: '/home/jo', DATA: '/data', DAY: '2026' };
    expect(pathOf('~/logs/*.ndjson', environment)).toBe('/home/jo/logs/*.ndjson');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as a config has it
    expect(pathOf('${DATA}/logs/$DAY.ndjson', environment)).toBe('/data/logs/2026.ndjson');
    expect(read(`${source('x')}out: $DATA/out\n`, environment).out).toBe('/data/out');
  });

  it('names the environment wherever it stands, and in each place where a path may be', () => {
    const environment = { DATA: '/data' };
    const files = 'schedule: {health_file: $DATA/h.json, metrics_file: $DATA/m.prom}\n';
    const { schedule } = read(source('x') + files, environment);
    const expected = { healthFile: '/data/h.json', metricsFile: '/data/m.prom' };
    expect(schedule).toMatchObject(expected);
    expect(healthFilesOf(join(folder, 'handback.yaml'), folder, {}, environment)).toEqual(expected);
    const refused = problems(`${source('a/$GONE/x')}${files}rubric: $DATA/rubric.yaml\n`);
    for (const key of ['sources[0].path', 'schedule.health_file', 'schedule.metrics_file'])
      expect(refused).toContain(`${key}: $`);
    expect(refused).toContain('rubric: $DATA is not set');
  });

  it('has two dollar signs for one, whatever stands behind it', () => {
    expect(pathOf('$$RECYCLE.BIN/x')).toBe(join(folder, '$RECYCLE.BIN/x'));
    expect(pathOf('a/$$$DAY', { DAY: '2026' })).toBe(join(folder, 'a/$2026'));
    expect(problems(source('$RECYCLE.BIN/x'))).toMatch(
      /\$RECYCLE is not set in the environment; write \$\$ for a dollar sign/,
    );
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: as a folder may be called
  it.each(['$RECYCLE.BIN/x', 'a$$b', '$$HOME$', '${HOME}/x', 'C$/x', 'cost$5', '$$$'])(
    'that is there is written so that it is read as it is: %s',
    (path) => {
      expect(placed(writtenAs(path), { HOME: '/home/jo', RECYCLE: 'no' })).toBe(path);
    },
  );

  it('is refused where the environment has no such name, and keeps other signs', () => {
    expect(problems(source('$NOWHERE/x'))).toMatch(/sources\[0\]\.path: \$NOWHERE is not set/);
    for (const path of ['a~/x', 'C$/x', 'cost$5', '$lower/x'])
      expect(pathOf(path)).toBe(join(folder, path));
  });
});

describe('a config', () => {
  it('may say once what several parts have in common', () => {
    const text = `x-common: &common {format: handback, contact: desk}\n${zone}sources:\n  - {<<: *common, path: a}\n  - {<<: *common, path: b}\n`;
    expect(read(text).sources).toMatchObject([
      { format: 'handback', contact: 'desk' },
      { format: 'handback', contact: 'desk' },
    ]);
    expect(problems(`${source('a')}y-common: 1\n`)).toMatch(/y-common: unknown key/);
  });

  it('may end with yml', () => {
    const file = join(folder, 'handback.yml');
    writeFileSync(file, source('a'));
    expect(findConfig(undefined, folder)).toBe(file);
  });

  it('is told how to write paths of Windows', () => {
    const text = `${zone}sources: [{format: handback, path: "C:\\logs\\x"}]\n`;
    expect(problems(text)).toMatch(/escape sequence[\s\S]*without quotes or in/);
  });

  it('names a country as the lists of phone numbers do', () => {
    const of = (region: string) =>
      problems(source('a').replace('London}', `London, region: ${region}}`));
    expect(of('UK')).toMatch(/bot\.region: expected a country code.*GB/);
    expect(of('GB')).toBe('');
  });
});
