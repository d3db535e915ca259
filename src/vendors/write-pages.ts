/** Keeps the tables of options in `docs/vendors/` as the schemas have them: `npm run schemas`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { isObject, type JsonObject, listOf, objectOf, textOf } from '../lib/json.js';
import { vendors } from './index.js';
import type { Vendor } from './vendor.js';

const folder = new URL('../../docs/vendors/', import.meta.url);

/** @throws Error where no vendor has that id. */
export function findVendor(id: string): Vendor {
  const found = vendors.find((one) => one.id === id);
  if (found) return found;
  throw new Error(`[vendors] no vendor ${id}`);
}

/** The page with its tables made anew; a page without their marks gets them at its end. */
export function withOptions(page: string, { source, training }: Vendor): string {
  const tables = [
    ...(source ? [`### Options of the source\n\n${table(source.options)}`] : []),
    ...(training ? [`### Options of the training data\n\n${table(training.options)}`] : []),
  ].join('\n\n');
  const [head = ''] = page.split(mark);
  return `${head.trimEnd()}\n\n${mark}\n\n${tables}\n`;
}

const mark = '<!-- From here on written by "npm run schemas". -->';

function table(schema: z.ZodType): string {
  const rows = rowsOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }));
  if (rows.length === 0) return 'None.';
  return ['| option | default | |', '| --- | --- | --- |', ...rows].join('\n');
}

function rowsOf(schema: JsonObject, prefix = ''): string[] {
  return Object.entries(objectOf(schema.properties)).flatMap(([key, value]) => {
    const { default: usual, description, properties, enum: values } = objectOf(value);
    const name = `${prefix}${key}`;
    if (isObject(properties)) return rowsOf(objectOf(value), `${name}.`);
    const choice = listOf(values).map((one) => `\`${String(one)}\``);
    const said = [
      textOf(description),
      choice.length > 0 ? `One of ${choice.join(', ')}.` : undefined,
    ];
    return `| \`${name}\` | ${written(usual)} | ${said.filter((one) => one !== undefined).join(' ')} |`;
  });
}

const written = (value: unknown): string =>
  value === undefined
    ? ''
    : `\`${Array.isArray(value) ? value.join('`, `') : JSON.stringify(value)}\``.replace(
        /^``$/,
        '',
      );

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const vendor of vendors) {
    const file = new URL(`${vendor.id}.md`, folder);
    writeFileSync(file, withOptions(readFileSync(file, 'utf8'), vendor));
  }
