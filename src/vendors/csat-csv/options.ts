import { z } from 'zod';
import { isTimeZone } from '../../lib/calendar.js';
import { isEncoding } from '../input/encoding.js';
import { knownFields, unknownLetters } from '../input/times.js';

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
  timestamp_format: z
    .string()
    .default('iso')
    .superRefine((format, context) => {
      const unknown = unknownLetters(format);
      if (unknown.length === 0) return;
      const message = `unknown fields ${unknown.join(', ')}; known are ${knownFields.join(', ')}, and text in brackets`;
      context.addIssue({ code: 'custom', message });
    })
    .describe('iso, epoch_seconds, epoch_millis, or a pattern such as DD/MM/YYYY HH:mm:ss.'),
  timezone: z
    .string()
    .refine(isTimeZone, { error: 'expected an IANA time zone, for example Europe/London' })
    .optional()
    .describe(
      "Of times without an offset; the business's own unless given, else they are refused.",
    ),
  comment_column: column.optional().describe('comment, comments or feedback unless given.'),
  complaint_column: column.optional().describe('complaint unless given.'),
  skip_header_rows: z
    .number()
    .int()
    .min(0)
    .default(0)
    .describe('Rows under the header that are no answers; 2 in an export from Qualtrics.'),
  delimiter: z.string().min(1).max(1).optional().describe('Told from the header unless given.'),
  encoding: z
    .string()
    .refine(isEncoding, { error: 'expected the name of an encoding, for example windows-1252' })
    .optional()
    .describe('UTF-8, or Windows-1252 where the file is no UTF-8, unless given.'),
  decimal: z.enum(['.', ',']).default('.'),
  filter: z
    .record(z.string(), z.union([z.string(), z.array(z.string())]))
    .default({})
    .describe('Only rows whose columns have these values, for example Finished: "True".'),
});

export type CsatOptions = z.infer<typeof csatOptions>;
