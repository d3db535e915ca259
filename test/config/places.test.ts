import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findConfig, readConfig } from '../../src/config/config.js';
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
