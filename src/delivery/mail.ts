import { createTransport } from 'nodemailer';
import type { MailConfig } from '../domain/config.js';
import type { Message } from './message.js';
import { Refused } from './retry.js';

const patience = 20_000;

/** Plain text, and the report as an attachment where it is asked for. @throws Refused when trying again would not help */
export async function sendMail(message: Message, config: MailConfig): Promise<void> {
  const { host, port, secure, user, password, from, to, attachReport } = config;
  const transport = createTransport({
    host,
    port,
    secure,
    ...(user !== undefined && { auth: { user, pass: password ?? '' } }),
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    // A night's text names no file to read and no address to fetch.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from,
      to: [...to],
      subject: message.title,
      text: textOf(message),
      ...(attachReport && {
        attachments: [
          { filename: 'report.html', content: message.report, contentType: 'text/html' },
        ],
      }),
    });
  } catch (error) {
    throw reasonOf(error);
  } finally {
    transport.close();
  }
}

export function textOf({ title, sentences, repairs, link }: Message): string {
  return [
    title,
    '',
    ...sentences,
    ...(repairs.length > 0 ? ['', 'Repairs worth doing, the first:', ...repairs] : []),
    ...(link === null ? [] : ['', link]),
    '',
  ].join('\n');
}

/** A server's own words may name the address; its code says enough. */
function reasonOf(error: unknown): Error {
  const { code = 'failed', responseCode } = error as { code?: string; responseCode?: number };
  const reason = `the mail server said ${responseCode ?? code}`;
  return code === 'EAUTH' || (responseCode !== undefined && responseCode >= 500)
    ? new Refused(reason)
    : new Error(reason);
}
