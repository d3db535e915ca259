/** Sends a night to those who asked for it. It is tried again, and what fails is said: a night never fails by it. */
import type { DeliveryConfig } from '../domain/config.js';
import { sendMail } from './mail.js';
import type { Message } from './message.js';
import { Refused, type Retrying, withRetries } from './retry.js';
import { slackBody } from './slack.js';
import { teamsBody } from './teams.js';
import { post } from './webhook.js';

export interface Delivered {
  /** `slack`, `teams` or `email`. */
  to: string;
  /** Why it did not arrive; null where it did. Never with an address or a secret in it. */
  failed: string | null;
}

const bodies = { slack: slackBody, teams: teamsBody } as const;

export async function deliver(
  message: Message,
  { attempts, webhooks, email }: DeliveryConfig,
  environment: NodeJS.ProcessEnv,
  wait: Retrying['wait'],
): Promise<Delivered[]> {
  const said = (text: string) => fromEnvironment(text, environment);
  const works = [
    ...webhooks.map(({ kind, url }) => ({
      to: kind,
      work: () => post(said(url), bodies[kind](message)),
    })),
    ...(email
      ? [
          {
            to: 'email',
            work: () =>
              sendMail(message, {
                ...email,
                ...(email.password !== undefined && { password: said(email.password) }),
              }),
          },
        ]
      : []),
  ];
  return Promise.all(
    works.map(async ({ to, work }) => ({
      to,
      failed: await withRetries(work, { attempts, wait }),
    })),
  );
}

/** A text that begins with $ names a variable of the environment: secrets do not stand in a config. */
function fromEnvironment(text: string, environment: NodeJS.ProcessEnv): string {
  if (!text.startsWith('$')) return text;
  const value = environment[text.slice(1)];
  if (value) return value;
  throw new Refused(`the environment has no ${text.slice(1)}`);
}
