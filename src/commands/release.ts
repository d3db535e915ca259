import { UsageError } from '../domain/errors.js';
import { createCalendar } from '../lib/calendar.js';
import type { Store } from '../store/store.js';
import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  type Outside,
  withKnownStore,
} from './command.js';

export interface ReleaseOptions extends CommonOptions {
  ticket: string;
  /** Local date. */
  on: string;
  note?: string;
  /** Take it back. */
  withdraw?: boolean;
}

/** `handback release TICKET --on DATE`: the repair of a ticket went live; later nights say whether it worked. */
export async function run(options: ReleaseOptions, outside: Outside): Promise<CommandOutcome> {
  const { ticket: id, on, note, withdraw } = options;
  const config = loadConfig(options, outside);
  return withKnownStore(config, async (store) => {
    if (withdraw === true) return takeBack(store, id, on);
    const history = await store.ticket(id);
    const [first] = history;
    if (!first) throw new UsageError(`${id}: no ticket of this id; "handback tickets" lists them`);
    const today = createCalendar(config.bot.timeZone).local(outside.now()).day;
    if (on > today)
      throw new UsageError(
        `--on ${on}: is in the future (today is ${today}); give the day on which the repair of ${id} went live, when it has`,
      );
    if (on < first.night)
      throw new UsageError(
        `--on ${on}: ${id} was first seen on ${first.night}; give the day on which its repair went live, from that day on`,
      );
    const release = { ticket: id, on, ...(note !== undefined && { note }) };
    await store.saveRelease(release);
    const title = history.at(-1)?.ticket.title ?? id;
    return {
      text: [
        `${id} is live since ${on}: ${title}`,
        'Each night after that day compares its rate with the days before; "handback tickets" says what came of it.',
      ].join('\n'),
      data: { release },
    };
  });
}

async function takeBack(store: Store, ticket: string, on: string): Promise<CommandOutcome> {
  if (await store.removeRelease({ ticket, on }))
    return { text: `${ticket}: the release of ${on} is taken back.`, data: { ticket, on } };
  const known = (await store.releases('9999-12-31')).filter((one) => one.ticket === ticket);
  const days = known.length === 0 ? 'none is on record' : known.map((one) => one.on).join(', ');
  throw new UsageError(`--on ${on}: ${ticket} has no release of that day (${days})`);
}
