import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Document } from 'yaml';
import { z } from 'zod';
import { findConfig, healthFilesOf, readConfig } from '../../src/config/config.js';
import { placed, writtenAs } from '../../src/config/places.js';
import { places, writtenConfig } from '../../src/config/schema.js';
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

describe('the schema of the config', () => {
  interface Node {
    type?: string | string[];
    isPlace?: true;
    format?: string;
    pattern?: string;
    enum?: unknown[];
    properties?: Record<string, Node>;
    items?: Node;
    additionalProperties?: Node | boolean;
    anyOf?: Node[];
  }
  /** Every text that anything may stand in, by its key; those of lists as `key[]`, of records as `key.*`. */
  function textsIn(node: Node, key = ''): [key: string, isPlace: boolean][] {
    const { properties = {}, items, additionalProperties: others, anyOf = [] } = node;
    const below = [
      ...Object.entries(properties).flatMap(([name, part]) =>
        textsIn(part, key === '' ? name : `${key}.${name}`),
      ),
      ...(items ? textsIn(items, `${key}[]`) : []),
      ...(typeof others === 'object' ? textsIn(others, `${key}.*`) : []),
      ...anyOf.flatMap((one) => textsIn(one, key)),
    ];
    const isFree = node.type === 'string' && !(node.format ?? node.pattern ?? node.enum);
    return isFree ? [[key, node.isPlace === true], ...below] : below;
  }
  const schema = z.toJSONSchema(writtenConfig, { io: 'input', metadata: places });
  const texts = textsIn(schema as Node);
  const keys = texts.flatMap(([key, isPlace]) => (isPlace ? [key] : []));

  it('says of each text whether it is a path', () => {
    expect(keys).toEqual([
      'sources[].path',
      'training_data.path',
      'rubric',
      'schedule.health_file',
      'schedule.metrics_file',
      'database',
      'out',
      'key_file',
    ]);
    // A new key that is a path belongs above: mark it in the schema.
    expect(texts.flatMap(([key, isPlace]) => (isPlace ? [] : [key]))).toEqual([
      'bot.timezone',
      'bot.region',
      'sources[].format',
      'sources[].contact',
      'training_data.format',
      'training_data.contact',
      'language',
      'outcomes.*',
      'outcomes.*[]',
      'queues.*',
      'queues.*[]',
      'verification[]',
      'rank.currency',
      'suggest.engine',
      'delivery.webhooks[].url',
      'delivery.email.host',
      'delivery.email.user',
      'delivery.email.password',
      'delivery.email.from',
      'delivery.email.to[]',
      'schedule.cron',
      'schedule.timezone',
    ]);
  });

  it.each(keys)('%s is read with the names of the environment, and refused without', (key) => {
    const file = 'any.yaml';
    copyFileSync(join(import.meta.dirname, '../../config/rubric.yaml'), join(folder, file));
    const config = new Document({
      bot: { timezone: 'UTC' },
      sources: [{ format: 'handback', path: 'x' }],
      training_data: { format: 'rasa', path: 'x' },
    });
    const one = key.replace('[]', '.0').split('.');
    config.setIn(one, `$GIVEN/${file}`);
    const text = String(config);
    const built = JSON.stringify(read(text, { GIVEN: folder }));
    expect(built).not.toContain('$GIVEN');
    // The rubric is read and not kept by its path.
    expect(built.includes(join(folder, file))).toBe(key !== 'rubric');
    expect(problems(text)).toContain(`${key.replace('[]', '[0]')}: $GIVEN is not set`);
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
