/** Writes the records' JSON Schemas into docs/schemas/. They are generated, never edited. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import {
  agentContactRecord,
  botDefinitionRecord,
  botSessionRecord,
  surveyRecord,
  truthLine,
} from '../../domain/records.js';

const schemas = {
  bot_session: botSessionRecord,
  agent_contact: agentContactRecord,
  survey: surveyRecord,
  bot_definition: botDefinitionRecord,
  truth: truthLine,
};

/** File name and content of each schema: what a record must fulfil before ingest reads it. */
export function schemaFiles(): { name: string; text: string }[] {
  return Object.entries(schemas).map(([id, schema]) => ({
    name: `${id}.schema.json`,
    text: `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
  }));
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const folder = resolve(import.meta.dirname, '../../../docs/schemas');
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of schemaFiles()) writeFileSync(join(folder, name), text);
}
