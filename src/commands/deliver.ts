/** A finished night to the channels that the config names. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type Delivered, deliver } from '../delivery/delivery.js';
import type { Config } from '../domain/config.js';
import { messageOf } from '../lib/message-of.js';
import type { NightOutcome } from '../pipeline/nightly.js';
import { digestOf } from '../publish/digest.js';
import type { Outside } from './command.js';

/** Nothing for a dry run, or where a good night stands that this one does not replace. Never throws. */
export async function deliverNight(
  { folder, night, report, suspect, intention }: NightOutcome,
  { delivery }: Config,
  { environment }: Pick<Outside, 'environment'>,
  wait: (milliseconds: number) => Promise<void> = (ms) => setTimeout(ms),
): Promise<Delivered[]> {
  if (intention || (delivery.webhooks.length === 0 && !delivery.email)) return [];
  try {
    const digest = digestOf(report);
    const warning = suspect.map((why) => `Not to be relied on: ${why}`);
    return await deliver(
      {
        ...digest,
        sentences: [...warning, ...digest.sentences],
        link: delivery.link?.replaceAll('{night}', night) ?? null,
        report: readFileSync(join(folder, 'report.html'), 'utf8'),
      },
      delivery,
      environment,
      wait,
    );
  } catch (error) {
    return [{ to: 'all', failed: messageOf(error) }];
  }
}

export const deliveryLine = ({ to, failed }: Delivered): string =>
  failed === null ? `  Sent to ${to}.` : `  Warning: not sent to ${to}: ${failed}.`;
