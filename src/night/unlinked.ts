/** Why handoffs and contacts stay alone: a hole in the data is called one, and not abandonment. */
import type { Link } from '../domain/journey.js';
import { addDays, type Calendar, daysBetween } from '../domain/local-time.js';
import type { Report } from '../domain/report.js';
import type { Sides } from './read-sides.js';

/** A day is a gap when it has at least this many handoffs and no contact at all. */
const gapFrom = 5;
/** Rivals that together are likelier than none mean that several fit, not that nobody took it. */
const rivalsFit = 0.5;

export function unlinked(
  links: readonly Link[],
  { handoffs, contacts }: Sides,
  calendar: Calendar,
  { from, to }: { from: string; to: string },
): Report['unlinked'] {
  const handoffDays = perDay(handoffs.map(({ at }) => calendar.local(at).day));
  const contactDays = perDay(contacts.map(({ at }) => calendar.local(at).day));
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));
  const gaps = days.filter(
    (day) => (handoffDays.get(day) ?? 0) >= gapFrom && !contactDays.has(day),
  );

  const dayOf = new Map(handoffs.map(({ session, at }) => [session, calendar.local(at).day]));
  const reasons = links
    .filter(({ status }) => status === 'none')
    .map(({ session, rivals }) => {
      if (gaps.includes(dayOf.get(session) ?? ''))
        return 'no contact records for that day (a gap in the data)';
      const fit = rivals.reduce((sum, { probability }) => sum + probability, 0);
      return fit >= rivalsFit
        ? 'several contacts fit, none clearly'
        : 'no contact fits: abandoned in the queue, or never recorded';
    });

  const claimed = new Set(links.map(({ contact }) => contact));
  const alone = contacts
    .filter(({ contact, at, origin }) => {
      const day = calendar.local(at).day;
      return origin === 'bot' && !claimed.has(contact) && day >= from && day <= to;
    })
    .map(
      () =>
        'said to come from the bot, but no handoff fits: a missing bot log, or a key of another system',
    );

  return {
    handoffs: counted(reasons),
    contacts: counted(alone),
    gaps: gaps.map(
      (day) => `${day}: ${handoffDays.get(day) ?? 0} handoffs, but no contact record at all`,
    ),
  };
}

function perDay(days: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const day of days) counts.set(day, (counts.get(day) ?? 0) + 1);
  return counts;
}

function counted(reasons: readonly string[]): { reason: string; count: number }[] {
  return [...perDay(reasons)]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
