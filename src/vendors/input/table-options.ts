/** Options that all tables have. */
import { z } from 'zod';
import { isTimeZone } from '../../lib/calendar.js';
import { isEncoding } from './encoding.js';
import { knownFields, unknownLetters } from './times.js';

export const tableOptions = {
  timestamp_format: z
    .string()
    .default('iso')
    .superRefine((format, context) => {
      const unknown = unknownLetters(format);
      if (unknown.length === 0) return;
      const message = `unknown fields ${unknown.join(', ')}; known are ${knownFields.join(', ')}, and text in brackets`;
      context.addIssue({ code: 'custom', message });
    })
    .describe(
      'A pattern such as `DD/MM/YYYY HH:mm:ss` or `MM/DD/YYYY hh:mm A`, `epoch_seconds` or `epoch_millis`; `iso` also takes seconds and milliseconds since 1970 and the day numbers of spreadsheets.',
    ),
  timezone: z
    .string()
    .refine(isTimeZone, { error: 'expected an IANA time zone, for example Europe/London' })
    .optional()
    .describe(
      "Of times without an offset; the business's own unless given, else they are refused.",
    ),
  delimiter: z.string().min(1).max(1).optional().describe('Told from the header unless given.'),
  encoding: z
    .string()
    .refine(isEncoding, { error: 'expected the name of an encoding, for example windows-1252' })
    .optional()
    .describe('UTF-8, or Windows-1252 where the file is no UTF-8, unless given.'),
};

/** What is wrong with a time that was not read. */
export const noTime =
  'not in timestamp_format (such as DD/MM/YYYY hh:mm A), or without an offset; set it, or `timezone`';

/** Spreadsheets write long numbers as `1.23457E+11`: the digits behind the point are all that is left of the id. */
export const isRounded = (id: string): boolean => /^\d[.,]\d+E\+\d\d$/i.test(id);
export const rounded =
  'a spreadsheet has rounded it (1.23E+11); export the column as text, or without a spreadsheet between';
