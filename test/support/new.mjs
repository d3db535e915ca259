/**
 * Writes the files of a new plug-in and its line in the registry: `npm run new detector late_reply`, `npm run new advice
 * add_synonyms`, `npm run new source acme-desk`. What is then still to be said does not compile, or fails its test.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const camel = (id) => id.replace(/[-_](\w)/g, (_, letter) => letter.toUpperCase());

const kinds = {
  detector: {
    id: /^[a-z]+(_[a-z]+)*$/,
    registry: 'src/detect/detectors/index.ts',
    entry: (name) => `runnable(${name})`,
    next: (id) => [
      `its entry in src/domain/categories.ts: without it "${id}" does not compile`,
      'both sides of its rule, in the test that was written',
    ],
    files: (id, name) => ({
      [`src/detect/detectors/${id}.ts`]: `/** What it surfaces. Not: its near twin. */
import type { Detector } from '../detector.js';

export const ${name}: Detector<'bot'> = {
  id: '${id}',
  title: '${id.replaceAll('_', ' ')}',
  description: 'What it surfaces, and what it leaves alone.',
  needs: ['bot'],
  detect: () => [],
};
`,
      [`test/detect/${id}.test.ts`]: `import { describe, expect, it } from 'vitest';
import { said, session } from '../support/conversations.js';
import { detectOne } from './support.js';

const categoriesOf = async (text: string) =>
  (await detectOne(session([said(text)]))).findings.map(({ category }) => category);

describe('${id}', () => {
  it('is found where it is, and not in its near twin', async () => {
    expect(await categoriesOf('a conversation that has it')).toContain('${id}');
    expect(await categoriesOf('its near twin')).not.toContain('${id}');
  });
});
`,
    }),
  },
  advice: {
    id: /^[a-z]+(_[a-z]+)*$/,
    registry: 'src/suggest/advice/index.ts',
    entry: (name) => name,
    next: (id) => [
      `"${id}" among the kinds in src/domain/suggestion.ts: without it nothing compiles`,
      'its words in src/publish/words.ts, and a case in the test that was written',
    ],
    files: (id, name) => ({
      [`src/suggest/advice/${id}.ts`]: `/** What it proposes, and where it stays silent. */
import type { Advice } from '../advice.js';

export const ${name}: Advice = {
  id: '${id}',
  title: '${id.replaceAll('_', ' ')}',
  description: 'What it proposes. Not: where it stays silent.',
  answers: [],
  advise: () => [],
};
`,
      [`test/suggest/${id}.test.ts`]: `import { describe, expect, it } from 'vitest';
import { ${name} } from '../../src/suggest/advice/${id}.js';

describe('${id}', () => {
  it('answers some repair', () => {
    expect(${name}.answers).not.toEqual([]);
  });
});
`,
    }),
  },
  source: {
    id: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
    registry: 'src/vendors/index.ts',
    folder: true,
    entry: (name) => name,
    next: () => ['what it reads, and its sample and line in test/contracts/source.test.ts'],
    files: (id, name) => ({
      [`src/vendors/${id}/vendor.ts`]: `import type { Vendor } from '../vendor.js';
import { source } from './source.js';

export const ${name}: Vendor = { id: '${id}', source };
`,
      [`src/vendors/${id}/source.ts`]: `/** The logs of ${id}: where they are exported, and what a line of them is. */
import { z } from 'zod';
import type { Source } from '../vendor.js';

const options = z.strictObject({});

export const source: Source<z.infer<typeof options>> = {
  title: '${id}',
  description: 'Which product and export it reads.',
  holds: ['bot sessions'],
  options,
  async *read(file) {
    yield { fault: \`nothing of \${file.path} is read yet\`, line: 1 };
  },
};
`,
    }),
  },
};

function withLine(text, importLine, entry) {
  const lines = text.split('\n');
  const imports = lines.flatMap((line, i) =>
    line.startsWith('import {') && line.includes("'./") ? [i] : [],
  );
  const at = imports.find((i) => lines[i].split("'")[1] > importLine.split("'")[1]);
  lines.splice(at ?? imports.at(-1) + 1, 0, importLine);
  lines.splice(lines.lastIndexOf('];'), 0, `  ${entry},`);
  return lines.join('\n');
}

function main([kind, id, root = '.']) {
  const { id: pattern, registry, folder, entry, files, next } = kinds[kind] ?? {};
  if (!pattern) throw new Error(`new: expected one of ${Object.keys(kinds).join(', ')}`);
  if (!pattern.test(id ?? ''))
    throw new Error(`new: "${id}" is no id such as the others (${pattern})`);
  const name = camel(id);
  const written = files(id, name);
  for (const file of Object.keys(written))
    if (existsSync(join(root, file))) throw new Error(`new: ${file} is there already`);
  for (const [file, text] of Object.entries(written)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const index = join(root, registry);
  const place = folder ? `./${id}/vendor.js` : `./${id}.js`;
  const line = `import { ${name} } from '${place}';`;
  writeFileSync(index, withLine(readFileSync(index, 'utf8'), line, entry(name)));
  const told = [...Object.keys(written), registry].map((file) => `  ${file}`);
  console.log(
    ['Written:', ...told, 'Still to do:', ...next(id).map((one) => `  ${one}`)].join('\n'),
  );
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
