/** Writes the JSON Schemas into docs/schemas/, and the pages of the detectors and of the suggestions. They are generated, never edited. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { configSchema } from '../config/json-schema.js';
import { describeDetectors } from '../detect/describe.js';
import { outputSchemas } from '../publish/output-schemas.js';
import { describeAdvices } from '../suggest/describe.js';
import { recordSchemas } from '../vendors/handback/record-schemas.js';

/** File name and content of each: what Handback reads, what it writes, and its config. */
export const schemaFiles = (): { name: string; text: string }[] => [
  ...recordSchemas(),
  ...outputSchemas(),
  configSchema(),
];

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const folder = resolve(import.meta.dirname, '../../docs/schemas');
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of schemaFiles()) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, '../detectors.md'), describeDetectors());
  writeFileSync(join(folder, '../suggestions.md'), describeAdvices());
}
