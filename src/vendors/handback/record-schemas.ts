/** The JSON Schemas of the records. */
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
export function recordSchemas(): { name: string; text: string }[] {
  return Object.entries(schemas).map(([id, schema]) => ({
    name: `${id}.schema.json`,
    text: `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), null, 2)}\n`,
  }));
}
