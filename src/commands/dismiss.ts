import { UsageError } from '../domain/errors.js';
import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  type Outside,
  withKnownStore,
} from './command.js';

export interface DismissOptions extends CommonOptions {
  ticket: string;
  /** Local date; the last night where absent. */
  on?: string;
  by?: string;
  /** Open it again. */
  reopen?: boolean;
}

/** `handback dismiss TICKET`: nobody will repair it; it stays laid aside unless its rate doubles. */
export async function run(options: DismissOptions, outside: Outside): Promise<CommandOutcome> {
  const { ticket: id, by, reopen } = options;
  const config = loadConfig(options, outside);
  return withKnownStore(config, async (store) => {
    const known = (await store.ticket(id)).at(-1);
    if (!known) throw new UsageError(`${id}: no ticket of this id; "handback tickets" lists them`);
    const on = options.on ?? (await store.lastGoodNight()) ?? known.night;
    const status = reopen === true ? 'open' : 'dismissed';
    await store.saveTicketState({ id, on, status, ...(by !== undefined && { by }) });
    const until = status === 'open' ? '' : ', and stays so unless its rate doubles';
    return {
      text: `${id} is ${status} from ${on} on${until}: ${known.ticket.title}`,
      data: { id, on, status },
    };
  });
}
