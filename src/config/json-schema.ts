/** The JSON Schema of handback.yaml, for editors; in draft 7, since the YAML language server reads no later one. */
import { z } from 'zod';
import { writtenConfig } from './schema.js';

export function configSchema(): { name: string; text: string } {
  const schema = z.toJSONSchema(writtenConfig, { io: 'input', target: 'draft-7' });
  return { name: 'handback.schema.json', text: `${JSON.stringify(schema, null, 2)}\n` };
}
