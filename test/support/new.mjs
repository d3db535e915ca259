/**
 * Writes the files of a new plug-in and its line in the registry: `npm run new detector late_reply`, `npm run new advice
 * add_synonyms`, `npm run new source acme-desk`, `npm run new training acme-desk`. What is then still to be said does not
 * compile, or fails its test.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { advice } from './new/advice.mjs';
import { detector } from './new/detector.mjs';
import { source } from './new/source.mjs';
import { training } from './new/training.mjs';

const kinds = { detector, advice, source, training };
const usage = `expected a kind and an id, as "npm run new detector late_reply"; kinds are ${Object.keys(kinds).join(', ')}`;
const camel = (id) => id.replace(/[-_](\w)/g, (_, letter) => letter.toUpperCase());

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

function register({ file, place = (id) => `./${id}.js`, entry }, { id, name, root }) {
  const line = `import { ${name} } from '${place(id)}';`;
  const index = join(root, file);
  writeFileSync(index, withLine(readFileSync(index, 'utf8'), line, entry(name)));
}

function main([kind, id, root = '.']) {
  const { id: pattern, registry, files, next } = kinds[kind] ?? {};
  if (!pattern || id === undefined) throw new Error(`new: ${usage}`);
  if (!pattern.test(id)) throw new Error(`new: "${id}" is no id such as the others (${pattern})`);
  const name = camel(id);
  const written = files(id, name);
  for (const file of Object.keys(written))
    if (existsSync(join(root, file))) throw new Error(`new: ${file} is there already`);
  for (const [file, text] of Object.entries(written)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  if (registry) register(registry, { id, name, root });
  const told = [...Object.keys(written), ...(registry ? [registry.file] : [])];
  const list = (lines) => lines.map((line) => `  ${line}`);
  console.log(['Written:', ...list(told), 'Still to do:', ...list(next(id, name))].join('\n'));
}

try {
  main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}
