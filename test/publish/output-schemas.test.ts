import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configSchema } from '../../src/config/json-schema.js';
import { outputSchemas } from '../../src/publish/output-schemas.js';
import { publish } from '../../src/publish/publish.js';
import { report, ticket } from './fixture.js';

const night = report({
  tickets: [
    ticket({ window: { days: 'weekend', from: 22, to: 2 }, windowCause: 'backend' }),
    ticket({
      value: {
        minutesPerWeek: Number.NaN,
        interval: [0, 1],
        moneyPerWeek: null,
        surelyPerWeek: null,
        parts: [],
      },
    }),
  ],
});
const files = [...publish(report(), { training: [], vendor: null })];
const others = [...publish(night, { training: [], vendor: null })];
const textOf = (from: typeof files, path: string) =>
  from.find((file) => file.path === path)?.content ?? '';

/** Problems of a value by a published schema, as an editor would show them. */
function problems(schema: string, value: unknown): string[] {
  const ajv = new Ajv({
    allErrors: true,
    strict: true,
    strictTuples: false,
    formats: { uri: true },
  });
  const validate = ajv.compile(JSON.parse(schema));
  validate(value);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe.each(outputSchemas().map(({ name, text }) => [name.split('.')[0] ?? '', name, text]))(
  '%s.yaml',
  (id, name, schema) => {
    it('fulfils its schema, of draft 7', () => {
      expect(JSON.parse(schema).$schema).toContain('draft-07');
      for (const from of [files, others])
        expect(problems(schema, parse(textOf(from, `${id}.yaml`)))).toEqual([]);
    });

    it('names in its first line the schema that lies with it', () => {
      const [first] = textOf(files, `${id}.yaml`).split('\n');
      expect(first).toBe(`# yaml-language-server: $schema=schemas/${name}`);
      expect(textOf(files, `schemas/${name}`)).toBe(schema);
    });

    it('is refused with a key that nobody knows, or without its list', () => {
      const content = parse(textOf(files, `${id}.yaml`));
      expect(problems(schema, { ...content, extra: 1 })).not.toEqual([]);
      expect(problems(schema, { ...content, [id]: undefined })).not.toEqual([]);
    });
  },
);

describe('handback.yaml', () => {
  const { text: schema } = configSchema();
  const shipped = (name: string) =>
    readFileSync(resolve(import.meta.dirname, '../../config', name), 'utf8');

  it.each(['handback.yaml', 'template.yaml'])('%s names its schema and fulfils it', (name) => {
    const text = shipped(name);
    const [first = ''] = text.split('\n');
    expect(first).toMatch(/^# yaml-language-server: \$schema=\S*handback\.schema\.json$/);
    expect(problems(schema, parse(text))).toEqual([]);
  });

  it('finds a key that is misspelt, and a share that is none', () => {
    const content = parse(shipped('handback.yaml'));
    expect(problems(schema, { ...content, sources: [], windowdays: 3 })).toHaveLength(2);
    expect(problems(schema, { ...content, link: { linked_from: 90 } })).toEqual([
      '/link/linked_from must be <= 1',
    ]);
  });
});

it('docs/schemas has what is published', () => {
  const folder = resolve(import.meta.dirname, '../../docs/schemas');
  for (const { name, text } of outputSchemas())
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
});
