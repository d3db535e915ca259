/** What a user can name is written down where a user looks. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Command } from 'commander';
import { expect, it } from 'vitest';
import { declareCommands } from '../../src/commands/declarations.js';
import { examples } from '../../src/commands/examples.js';
import { writtenConfig } from '../../src/config/schema.js';
import { categoryNames } from '../../src/domain/categories.js';
import { stageNames } from '../../src/pipeline/nightly.js';
import { vendors } from '../../src/vendors/index.js';

const root = resolve(import.meta.dirname, '../..');
const textOf = (path: string): string => readFileSync(resolve(root, path), 'utf8');

interface Shape {
  shape?: Record<string, unknown>;
  def?: { innerType?: unknown };
}

/** Every key of the config, below its sections too. */
function keysOf(schema: unknown): string[] {
  let shape = schema as Shape;
  while (shape.def?.innerType) shape = shape.def.innerType as Shape;
  return Object.entries(shape.shape ?? {}).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

it('has every config key in the commented config', () => {
  const written = textOf('config/handback.yaml');
  const keys = keysOf(writtenConfig);
  expect(keys.length).toBeGreaterThan(40);
  expect(keys.filter((key) => !new RegExp(`\\b${key}:`).test(written))).toEqual([]);
});

const declarations = textOf('src/commands/declarations.ts');
const commands = [...declarations.matchAll(/command\(\s*'([a-z-]+)'/g)].map(
  ([, name = '']) => name,
);

it('has every command in the README', () => {
  const readme = textOf('README.md');
  expect(commands).toContain('rotate-key');
  expect(commands.filter((name) => !readme.includes(`handback ${name}`))).toEqual([]);
});

it('has an example of every command', () => {
  expect(commands.filter((name) => !examples[name]?.length)).toEqual([]);
});

/** Names of options and arguments as a command's `run` gets them. */
function declaredNames(): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  const program = new Command();
  declareCommands((name) => program.command(name));
  for (const one of program.commands) {
    const options = one.options.map((option) => option.attributeName());
    const positional = one.registeredArguments.map((argument) => argument.name());
    found.set(one.name(), new Set([...options, ...positional]));
  }
  return found;
}

it('declares whatever a command takes', () => {
  const undeclared = [...declaredNames()].flatMap(([name, declared]) => {
    const file = textOf(`src/commands/${name}.ts`);
    const own = /interface \w+Options extends CommonOptions \{(.*?)\n\}/s.exec(file)?.[1] ?? '';
    const taken = [...own.matchAll(/^ {2}(\w+)\??:/gm)].map(([, key = '']) => key);
    return taken.filter((key) => !declared.has(key)).map((key) => `${name}: ${key}`);
  });
  expect(undeclared).toEqual([]);
});

it('names the stages of a night in their order where one is to be given', () => {
  expect(declarations).toContain(`'${stageNames.join(', ')}'`);
});

it('cites headings of the measurements that are there', () => {
  const headings = [...textOf('docs/measurements.md').matchAll(/^## (.*)$/gm)].map(
    ([, heading = '']) => heading.replace(/^[\d-]+: /, ''),
  );
  const files = readdirSync(resolve(root, 'src'), { recursive: true, encoding: 'utf8' });
  const cited = files
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) =>
      [...textOf(`src/${file}`).matchAll(/docs\/measurements\.md([^)]*)\)/g)].flatMap(
        ([, names = '']) => {
          const quoted = [...names.matchAll(/"([^"]+)"/g)].map(([, name = '']) => name);
          return quoted.length > 0 ? quoted : [`none, in ${file}`];
        },
      ),
    );
  expect(cited.length).toBeGreaterThan(5);
  expect(cited.filter((name) => !headings.some((one) => one.startsWith(name)))).toEqual([]);
});

it('has a page entry, a detector or a pattern for every category', () => {
  const documented = textOf('docs/detectors.md');
  const patterns = readdirSync(resolve(root, 'src/patterns/detectors')).join(' ');
  expect(
    categoryNames.filter(
      (name) =>
        name !== 'unknown' &&
        !documented.includes(`\`${name}\``) &&
        !patterns.includes(`${name}.ts`),
    ),
  ).toEqual([]);
});

/** Row of the README's table of formats, and the vendors that belong there. */
const formats = {
  'bot logs': holding('bot sessions'),
  'agent records': holding('agent contacts'),
  surveys: holding('surveys'),
  'training data': vendors.filter(({ training }) => training),
  patches: vendors.filter(({ patch }) => patch),
};

function holding(what: 'bot sessions' | 'agent contacts' | 'surveys') {
  return vendors.filter(({ source }) => source?.holds.includes(what));
}

it.each(Object.entries(formats))('names in the README every format of %s', (row, known) => {
  const line = new RegExp(`^\\| ${row} \\|.*`, 'm').exec(textOf('README.md'))?.[0] ?? '';
  expect(known.length).toBeGreaterThan(1);
  expect(known.map(({ id }) => id).filter((id) => !line.includes(`\`${id}\``))).toEqual([]);
});
