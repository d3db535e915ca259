import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  type Outside,
  withKnownStore,
} from './command.js';

export interface TicketsOptions extends CommonOptions {
  date?: string;
  /** Also those that are not surely worth their work. */
  all?: boolean;
}

/** `handback tickets`: the tickets of the last night, or of one. */
export async function run(
  { date, all = false, ...options }: TicketsOptions,
  outside: Outside,
): Promise<CommandOutcome> {
  const config = loadConfig(options, outside);
  return withKnownStore(config, async (store) => {
    const night = date ?? (await store.lastGoodNight());
    if (night === null) {
      return {
        text: 'No good night is there yet. Run "handback nightly"; "handback status" says how the last run ended.',
        data: { night, tickets: [] },
      };
    }
    const tickets = await store.tickets(night);
    const listed = tickets.filter((ticket) => all || ticket.listed);
    const rows = listed.map(
      ({ rank, id, status, owner, title, journeys, value }) =>
        `${String(rank).padStart(3)}  ${id}  ${status.padEnd(9)} ${owner.padEnd(13)} ${String(Math.round(value.minutesPerWeek)).padStart(6)} min/week  ${String(journeys).padStart(5)} journeys  ${title}`,
    );
    const released = await store.verificationsOf(night);
    return {
      text: [
        `Tickets of ${night}: ${listed.length}${listed.length < tickets.length ? `, and ${tickets.length - listed.length} not surely worth their work (--all)` : ''}`,
        ...rows,
        ...(released.length === 0 ? [] : ['', 'Released:']),
        ...released.map(
          ({ ticket, verification: { release, verdict, note } }) =>
            `  ${ticket}  ${release}  ${verdict.padEnd(9)}  ${note}`,
        ),
      ].join('\n'),
      data: { night, tickets, released },
    };
  });
}
