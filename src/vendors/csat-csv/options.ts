import { z } from 'zod';
import { tableOptions } from '../input/table-options.js';

const column = z.string().min(1);

export const csatOptions = z.strictObject({
  id_column: column.optional().describe('contact_id unless given.'),
  id_kind: z
    .enum(['contact', 'ticket', 'customer', 'phone', 'email', 'account'])
    .default('contact')
    .describe('What id_column holds. Anything but a contact or ticket also needs a time.'),
  platform: z
    .string()
    .min(1)
    .optional()
    .describe('Of the contacts that id_column names; needed where contacts come from several.'),
  score_column: column.optional().describe('score, csat or csat_score unless given.'),
  metric: z.enum(['csat', 'nps', 'ces']).default('csat').describe('What score_column measures.'),
  scale: z
    .strictObject({
      min: z.number().default(1),
      max: z.number().default(5),
      direction: z.enum(['up', 'down']).default('up').describe('down: the lowest score is best.'),
    })
    .refine(({ min, max }) => min < max, { error: 'expected min below max' })
    .prefault({}),
  values: z
    .record(z.string(), z.number())
    .optional()
    .describe('Words to scores, for example good: 1, bad: 0 (with the scale that they are on).'),
  ces_column: column.optional().describe('ces or effort unless given.'),
  nps_column: column.optional().describe('nps unless given.'),
  timestamp_column: column.optional().describe('responded_at or RecordedDate unless given.'),
  comment_column: column.optional().describe('comment, comments or feedback unless given.'),
  complaint_column: column.optional().describe('complaint unless given.'),
  skip_header_rows: z
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('Rows under the header that are no answers; 2 in an export from Qualtrics.'),
  ...tableOptions,
  decimal: z
    .enum(['.', ','])
    .default('.')
    .describe(
      'What 1.234 and 1,234 mean; the sign before other than three digits is always the decimal one.',
    ),
  filter: z
    .record(z.string(), z.union([z.string(), z.array(z.string())]))
    .default({})
    .describe('Only rows whose columns have these values, for example Finished: "True".'),
});

export type CsatOptions = z.infer<typeof csatOptions>;
