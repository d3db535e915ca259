import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { findConfig, readConfig } from '../../src/config/config.js';
import { readKey } from '../../src/config/key.js';
import { writtenConfig } from '../../src/config/schema.js';
import { UsageError } from '../../src/domain/errors.js';

const shipped = resolve(import.meta.dirname, '../../config');
const plugins = {
  sources: ['handback', 'csat-csv'],
  training: ['rasa'],
  languages: ['en', 'de'],
  checkTrainingOptions: () => [],
  checkOptions: (format: string, options: Record<string, unknown>) =>
    format === 'handback' && 'colour' in options ? ['unknown option "colour"'] : [],
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'handback-config-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (text: string): string => {
  const file = join(folder, 'handback.yaml');
  writeFileSync(file, text);
  return file;
};
const problemsOf = (text: string): readonly string[] => {
  try {
    readConfig(write(text), plugins);
    return [];
  } catch (error) {
    if (error instanceof UsageError) return error.problems;
    throw error;
  }
};
const least =
  'bot: {timezone: Europe/London}\nsources: [{format: handback, path: logs/*.ndjson}]\n';

describe('the written config', () => {
  it('needs a time zone and a source; the rest has defaults', () => {
    const config = readConfig(write(least), plugins);
    expect(config).toMatchObject({ windowDays: 28, link: { linkedFrom: 0.9 }, trainingData: null });
    expect(config.sources[0]?.path).toBe(join(folder, 'logs/*.ndjson'));
    expect(config.schedule.timeZone).toBe('Europe/London');
    expect(Object.isFrozen(config.detect)).toBe(true);
  });

  it.each([
    ['en-GB', 'GBP'],
    ['en-US', 'USD'],
    ['en-IE', 'EUR'],
    ['de', 'EUR'],
    ['ja-JP', 'GBP'],
  ])(
    "counts money of a company that writes %s in %s, the country's own unless prices would mislead",
    (locale, currency) => {
      const text = least.replace('London}', `London, locale: ${locale}}`);
      const file = write(`${text}language: en\n`);
      expect(readConfig(file, plugins).rank.currency).toBe(currency);
    },
  );

  it('counts money in the currency that it names, wherever the company is', () => {
    const named = `${least.replace('London}', 'London, locale: en-US}')}rank: {currency: EUR}`;
    expect(readConfig(write(named), plugins).rank.currency).toBe('EUR');
  });

  it('refuses a locale that no number could be written in', () => {
    expect(problemsOf(least.replace('London}', 'London, locale: en-a}'))).toEqual([
      expect.stringMatching(/bot\.locale: expected a language tag/),
    ]);
  });

  it('is read in the language of its locale where that is known, else in English', () => {
    const bot = (locale: string) => least.replace('London}', `London, locale: ${locale}}`);
    expect(readConfig(write(bot('en-GB')), plugins).language).toBe('en');
    expect(readConfig(write(bot('nl-NL')), plugins)).toMatchObject({
      language: 'en',
      lexicon: { language: 'en' },
    });
    expect(problemsOf(bot('de-DE'))).toEqual([
      expect.stringMatching(/there is no config\/lexicon\.de\.yaml/),
    ]);
    expect(readConfig(write(`${bot('de-DE')}language: en\n`), plugins).language).toBe('en');
  });

  it('in a config/ folder names paths from the folder above', () => {
    mkdirSync(join(folder, 'config'));
    const file = join(folder, 'config', 'handback.yaml');
    writeFileSync(file, least);
    expect(readConfig(file, plugins).out).toBe(join(folder, 'out'));
    expect(findConfig(undefined, folder)).toBe(file);
    expect(() => findConfig('.', folder)).toThrow(/is a folder; name the config file in it/);
  });

  it('says what is expected where the sources are missing or empty', () => {
    const zone = 'bot: {timezone: Europe/London}\n';
    expect(problemsOf(zone)).toEqual([
      expect.stringMatching(/sources: expected a list of sources, each with a format and a path/),
    ]);
    expect(problemsOf(`${zone}sources: []\n`)).toEqual([
      expect.stringMatching(/sources: expected at least one source/),
    ]);
  });

  it('reports all problems at once, each with its line and what was expected', () => {
    const problems = problemsOf(
      [
        'bot:',
        '  timezone: Mars/Olympus',
        'sources:',
        '  - format: handback',
        '    path: a',
        '    colour: red',
        'link:',
        '  linked_from: 7',
        'windowdays: 3',
      ].join('\n'),
    );
    expect(problems).toHaveLength(4);
    expect(problems.join('\n')).toMatch(/:2: bot\.timezone: expected an IANA time zone/);
    expect(problems.join('\n')).toMatch(
      /:6: sources\[0\]\.colour: unknown key; known here: format, path, options/,
    );
    expect(problems.join('\n')).toMatch(/:8: link\.linked_from/);
    expect(problems.join('\n')).toMatch(
      /:9: windowdays: unknown key; known here: bot, journey_owner/,
    );
  });

  it('refuses an unknown format by name, with those that there are', () => {
    const text =
      'bot: {timezone: UTC}\nsources: [{format: fax, path: a}]\ntraining_data: {format: clay, path: b}';
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(
        /sources\[0\]\.format: unknown format "fax"; expected one of handback, csat-csv/,
      ),
      expect.stringMatching(/training_data\.format: unknown format "clay"; expected one of rasa/),
    ]);
  });

  it('passes on what a source says of its options', () => {
    const text =
      'bot: {timezone: UTC}\nsources: [{format: handback, path: a, options: {colour: red}}]';
    expect(problemsOf(text)).toEqual([
      expect.stringMatching(/sources\[0\]\.options: unknown option "colour"/),
    ]);
  });

  it('refuses thresholds the wrong way round and an expression that is no cron', () => {
    expect(problemsOf(`${least}link: {linked_from: 0.6, possible_from: 0.8}`)).toHaveLength(1);
    expect(problemsOf(`${least}link: {linked_from: 0.8, possible_from: 0.6}`)).toHaveLength(0);
    expect(problemsOf(`${least}schedule: {cron: every night}`)).toEqual([
      expect.stringMatching(/schedule\.cron: "every night" is no cron expression/),
    ]);
  });

  it('shows the place where the YAML itself breaks', () => {
    expect(problemsOf('bot: [timezone')[0]).toMatch(/line 1/);
  });
});

describe('the shipped configs', () => {
  const keysOf = (value: unknown, path = ''): string[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([key, inner]) => [
          `${path}${key}`,
          ...keysOf(inner, `${path}${key}.`),
        ])
      : [];
  const defaults = writtenConfig.parse({
    bot: { timezone: 'UTC' },
    sources: [{ format: 'handback', path: 'a' }],
  });

  it.each(['handback.yaml', 'template.yaml'])(
    '%s has every key, with its default and a comment',
    (name) => {
      const text = readFileSync(join(shipped, name), 'utf8');
      const written = keysOf(parse(text));
      for (const key of keysOf(defaults)) expect(written).toContain(key);
      const {
        bot: _b,
        sources: _s,
        training_data: _t,
        journey_owner: _j,
        verification: _v,
        ...rest
      } = parse(text);
      const {
        bot: _b2,
        sources: _s2,
        training_data: _t2,
        journey_owner: _j2,
        verification: _v2,
        ...expected
      } = defaults;
      expect(rest).toEqual(expected);
    },
  );
});

describe('the key', () => {
  it('is made on first run, for its owner alone, and stays the same', () => {
    const file = join(folder, 'deep', 'key');
    const key = readKey(file, {});
    expect(key.map(({ length }) => length)).toEqual([32]);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readKey(file, {})).toEqual(key);
  });

  it('from the environment wins, unless it protects nothing', () => {
    const file = join(folder, 'key');
    expect(String(readKey(file, { HANDBACK_KEY: 'sixteen letters!' }))).toBe('sixteen letters!');
    expect(() => readKey(file, { HANDBACK_KEY: 'short' })).toThrow(UsageError);
  });

  it('that others can read is refused', () => {
    const file = join(folder, 'key');
    writeFileSync(file, 'ab'.repeat(32), { mode: 0o644 });
    expect(() => readKey(file, {})).toThrow(/chmod 600/);
  });
});
