/** What the formulas' comments show is what they return: an example that nobody runs is believed long after it is wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { parse } from 'yaml';

const folder = join(import.meta.dirname, '../../src/stats');
const written = / \* @example (\w+)\((.*)\) \/\/ (.*)$/gm;

const examples = readdirSync(folder).flatMap((file) =>
  [...readFileSync(join(folder, file), 'utf8').matchAll(written)].map(
    ([, name = '', given = '', result = '']) => ({ file, name, given, result }),
  ),
);

/** Rounded as the comments are. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, part) =>
    typeof part === 'number' ? Math.round(1000 * part) / 1000 : part,
  );

it('is read from the comments of several formulas', () => {
  expect(examples.length).toBeGreaterThan(5);
});

it.each(examples)('$name($given) is $result', async ({ file, name, given, result }) => {
  const formulas: Record<string, (...given: unknown[]) => unknown> = await import(
    join(folder, file)
  );
  // Arguments and results are written so that YAML's flow style reads them, too.
  expect(rounded(formulas[name]?.(...parse(`[${given}]`)))).toEqual(parse(result));
});
