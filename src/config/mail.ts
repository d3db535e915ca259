/** How e-mail is sent, as the program reads it. */
import type { MailConfig } from '../domain/config.js';
import { filled } from '../lib/json.js';
import type { WrittenConfig } from './schema.js';

export const mailOf = ({
  attach_report,
  ...mail
}: NonNullable<WrittenConfig['delivery']['email']>): MailConfig =>
  filled({ ...mail, attachReport: attach_report });
