/** What a source holds, read as a night reads it and kept nowhere: for whoever maps it. */
import { median } from 'simple-statistics';
import type { Config, LinkConfig, SourceConfig } from '../domain/config.js';
import type { Contact, Session } from '../domain/conversation.js';
import { ingest } from '../ingest/ingest.js';
import { type Calendar, createCalendar } from '../lib/calendar.js';
import { percent } from '../lib/wording.js';
import { matchKeys } from '../link/keys.js';
import { contactSide, createVocabulary, handoffSide } from '../link/link.js';
import type { Redactor } from '../redact/redact.js';

export interface SourceSeen {
  format: string;
  path: string;
  sessions: Session[];
  contacts: Contact[];
  surveys: number;
  read: number;
  /** Reasons for which records were set aside, and how often each. */
  setAside: Map<string, number>;
}

/** Enough to see what a source is like. */
const enough = 20_000;

export async function readSource(
  source: SourceConfig,
  config: Config,
  redactor: Redactor,
): Promise<SourceSeen> {
  const seen: SourceSeen = {
    ...source,
    sessions: [],
    contacts: [],
    surveys: 0,
    read: 0,
    setAside: new Map(),
  };
  const calendar: Calendar = createCalendar(config.bot.timeZone);
  const events = ingest([source], { redactor, calendar, alreadyRead: async () => false });
  for await (const event of events) {
    if (event.kind !== 'batch') continue;
    seen.sessions.push(...event.sessions);
    seen.contacts.push(...event.contacts);
    seen.surveys += event.surveys.length;
    for (const { reason } of event.quarantine)
      seen.setAside.set(reason, (seen.setAside.get(reason) ?? 0) + 1);
    seen.read +=
      event.sessions.length +
      event.contacts.length +
      event.surveys.length +
      event.quarantine.length;
    if (seen.read >= enough) break;
  }
  return seen;
}

const shareOf = (part: number, of: number): string => percent(part / Math.max(1, of));
const mostFrequent = (values: readonly string[]): string =>
  [
    ...values.reduce(
      (counts, one) => counts.set(one, (counts.get(one) ?? 0) + 1),
      new Map<string, number>(),
    ),
  ]
    .sort((a, b) => b[1] - a[1])
    .slice(0, 8)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ');

/** Lines for people, none where the source holds nothing of a kind. */
export function describeSource({
  sessions,
  contacts,
  surveys,
  setAside,
  read,
}: SourceSeen): string[] {
  const handed = sessions.filter(({ handoff }) => handoff !== undefined);
  const slots = sessions.flatMap(({ turns }) =>
    turns.flatMap((turn) => Object.keys(turn.slots ?? {})),
  );
  const understood = sessions.filter(({ turns }) =>
    turns.some(({ intent }) => intent !== undefined),
  ).length;
  const silent = (all: readonly { turns: readonly { text?: string }[] }[]) =>
    all.filter(({ turns }) => !turns.some(({ text }) => text !== undefined && text !== '')).length;
  const codes = contacts.flatMap(({ outcome }) => outcome.reason ?? []);
  const aside = [...setAside.values()].reduce((sum, count) => sum + count, 0);
  return [
    ...(sessions.length > 0
      ? [
          `${sessions.length} sessions, ${handed.length} handed off${handed.length > 0 ? ` (${mostFrequent(handed.map(({ handoff }) => handoff?.reason ?? 'unknown'))}), ${handed.filter(({ handoff }) => handoff?.key !== undefined).length} with a key` : ': name what marks a handoff in the options'}`,
          `intents in ${shareOf(understood, sessions.length)} of them, no words in ${shareOf(silent(sessions), sessions.length)}`,
          slots.length > 0 ? `slots: ${mostFrequent(slots)}` : 'no slot is held anywhere',
        ]
      : []),
    ...(contacts.length > 0
      ? [
          `${contacts.length} contacts (${mostFrequent(contacts.map(({ origin }) => `from ${origin}`))}), ${contacts.filter(({ handoffKey }) => handoffKey !== undefined).length} with a key`,
          `no words in ${shareOf(silent(contacts), contacts.length)}; wrap-up codes: ${codes.length > 0 ? mostFrequent(codes) : 'none'}`,
        ]
      : []),
    ...(surveys > 0 ? [`${surveys} surveys`] : []),
    ...(read >= enough ? [`looked at the first ${read} records only`] : []),
    ...(aside > 0 ? [`${aside} records that cannot be read:`] : []),
    ...[...setAside]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 5)
      .map(([reason, count]) => `  ${count} x ${reason}`),
  ];
}

/** Whether the two sides know of each other: keys that both have, and how the clocks stand. */
export function describeJoin(
  seen: readonly Pick<SourceSeen, 'sessions' | 'contacts'>[],
  link: LinkConfig,
  timeZone: string,
): string[] {
  // Keys need no words.
  const vocabulary = createVocabulary(() => []);
  const handoffs = seen
    .flatMap(({ sessions }) => sessions)
    .flatMap((session) => handoffSide(session, vocabulary) ?? []);
  const contacts = seen
    .flatMap((one) => one.contacts)
    .map((contact) => contactSide(contact, link, vocabulary));
  if (handoffs.length === 0 || contacts.length === 0) return [];
  const pairs = matchKeys(handoffs, contacts, link.clockToleranceSeconds * 1000);
  const waits = pairs.map(({ handoff, contact }) => (contact.at - handoff.at) / 1000);
  const wait = waits.length === 0 ? null : median(waits);
  const calendar = createCalendar(timeZone);
  const nightly = contacts.filter(({ at }) => calendar.local(at).hour < 6).length;
  return [
    `${pairs.length} of ${handoffs.length} handoffs (${shareOf(pairs.length, handoffs.length)}) share a key with a contact; the rest is joined by who, when and what`,
    ...(wait === null
      ? []
      : [
          `their contacts begin ${Math.round(wait)} seconds after the handoff (median)${Math.abs(wait) > link.windowMinutes * 60 ? ': the clocks or the time zones of the two sides differ' : ''}`,
        ]),
    ...(nightly > contacts.length / 3
      ? [
          `${shareOf(nightly, contacts.length)} of the contacts begin between midnight and six in ${timeZone}: is bot.timezone right?`,
        ]
      : []),
  ];
}
