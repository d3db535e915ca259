import type { AgentContactRecord, BotSessionRecord } from '../../domain/records.js';
import type { Source, SourceItem } from '../vendor.js';
import { holdsEvents, rasaBatches } from './log/containers.js';
import type { RasaEvent } from './log/event.js';
import { type RasaOptions, rasaOptions } from './log/options.js';
import { sessionRecords } from './log/session.js';

interface Open {
  line: number;
  events: RasaEvent[];
  /** The last message, in seconds. */
  spoken: number;
  /** How many events had been read when the last of this sender's came. */
  touched: number;
}

/** Sessions are looked through for ended ones this often; a log in order of senders keeps none waiting for long. */
const sweepEvery = 20_000;

/** Tracker events of Rasa: broker lines, tracker dumps, or rows of the SQL tracker store. */
export const source: Source<RasaOptions> = {
  title: 'Rasa tracker events',
  description:
    'Event broker lines, tracker dumps (one a line, an array, or spread over lines) and rows of the SQL store (its SQLite file, NDJSON or CSV).',
  holds: ['bot sessions'],
  options: rasaOptions,
  recognise: ({ objects, rows, head }) => {
    const header = rows[0]?.map((name) => name.trim().toLowerCase()) ?? [];
    const isRows = header.includes('sender_id') && header.includes('data');
    return objects.some(holdsEvents) || isRows || head.startsWith('SQLite format 3') ? {} : null;
  },
  async *read(file, options) {
    const open = new Map<string, Open>();
    const idle = options.idle_minutes * 60;
    let read = 0;
    let newest = 0;
    const close = (sender: string): SourceItem[] => {
      const session = open.get(sender);
      open.delete(sender);
      if (!session) return [];
      const records = sessionRecords(sender, session.events, options);
      return records.map((record: BotSessionRecord | AgentContactRecord) => ({
        record,
        line: session.line,
      }));
    };
    for await (const items of rasaBatches(file))
      for (const item of items) {
        if ('fault' in item) yield item;
        else if ('ends' in item) yield* close(item.ends);
        else {
          const { sender, event, line } = item;
          const before = open.get(sender);
          if (before && beginsSession(event, before, idle)) yield* close(sender);
          const session = open.get(sender) ?? { line, events: [], spoken: event.at, touched: 0 };
          open.set(sender, session);
          session.events.push(event);
          session.touched = ++read;
          if (isMessage(event)) session.spoken = Math.max(session.spoken, event.at);
          newest = Math.max(newest, event.at);
          if (read % sweepEvery === 0)
            for (const [other, { spoken, touched }] of open)
              if (touched < read - sweepEvery && idle > 0 && spoken < newest - idle)
                yield* close(other);
        }
      }
    for (const sender of [...open.keys()]) yield* close(sender);
  },
};

const isMessage = ({ kind }: RasaEvent): boolean => ['user', 'bot', 'agent'].includes(kind);

function beginsSession(event: RasaEvent, { events, spoken }: Open, idle: number): boolean {
  if (event.kind === 'session_started')
    // One that is no later than what was read has been delivered again.
    return events.some(({ kind }) => kind !== 'action') && events.every(({ at }) => at < event.at);
  return idle > 0 && event.kind === 'user' && event.at - spoken > idle;
}
