import { z } from 'zod';
import { parseObject } from '../../lib/json.js';
import { headOf } from '../input/csv.js';
import { isFault, lines } from '../input/lines.js';
import { jsonBatches, notJson } from '../input/values.js';
import type { Source } from '../vendor.js';

/** Our own records, one JSON object a line; those of a list, or over several lines, are read too. */
export const source: Source = {
  title: 'Handback records',
  description:
    'NDJSON with bot_session, agent_contact, survey and bot_definition records, also gzipped.',
  holds: ['bot sessions', 'agent contacts', 'surveys'],
  options: z.strictObject({}),
  recognise: ({ objects }) =>
    objects.some(({ type }) => ['bot_session', 'agent_contact', 'survey'].includes(String(type)))
      ? {}
      : null,
  async *read(file) {
    const [first = ''] = (await headOf(file)).trimStart().split('\n');
    // A list, or records over several lines, is scanned for objects; a record a line is read with less.
    const batches = parseObject(first) ? [lines(file)] : jsonBatches(file);
    for await (const pieces of batches)
      for await (const piece of pieces) {
        if (isFault(piece)) yield piece;
        else {
          const record = parseObject(piece.text);
          yield record ? { record, line: piece.line } : { fault: notJson, line: piece.line };
        }
      }
  },
};
