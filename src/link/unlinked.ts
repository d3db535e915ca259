/** Why handoffs and contacts stay alone: a hole in the data is called one, and not abandonment. */
import type { Link } from '../domain/link.js';
import type { Gap, Report } from '../domain/report.js';
import { addDays, type Calendar, daysBetween } from '../lib/calendar.js';
import { openingHours } from './opening-hours.js';
import { gapFrom, rivalsFit } from './settings.js';
import type { ContactSide, HandoffSide } from './sides.js';

export const reasons = {
  dayGap: 'no contact records for that day (a gap in the data)',
  queueGap: 'no contact records of the queues for that target (a gap in the data)',
  closed: 'out of hours: the contact centre never takes contacts at that time',
  several: 'several contacts fit, none clearly',
  nobody: 'no contact fits: abandoned in the queue, or never recorded',
  botGap:
    'said to come from the bot, but there are no handoffs on that day: a gap in the bot’s logs',
  otherKey: 'said to come from the bot, but no handoff fits: a missing bot log, or another bot',
} as const;

export interface BothSides {
  handoffs: readonly HandoffSide[];
  contacts: readonly ContactSide[];
}

/** @param window local dates, both inclusive */
export function unlinked(
  links: readonly Link[],
  { handoffs, contacts }: BothSides,
  calendar: Calendar,
  { from, to }: { from: string; to: string },
): Report['unlinked'] {
  const dayOf = (at: number): string => calendar.local(at).day;
  const handoffDays = perName(handoffs.map(({ at }) => dayOf(at)));
  const contactDays = perName(contacts.map(({ at }) => dayOf(at)));
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, i) => addDays(from, i));
  const dayGaps = days.filter(
    (day) => (handoffDays.get(day) ?? 0) >= gapFrom && !contactDays.has(day),
  );
  const targets = targetGaps(links, { handoffs, contacts }, calendar, new Set(dayGaps));
  const hours = openingHours(
    contacts.map(({ at }) => at),
    calendar,
  );

  const sideOf = new Map(handoffs.map((side) => [side.session, side]));
  const reasonOf = ({ session, rivals }: Link): string => {
    const side = sideOf.get(session);
    if (!side) return reasons.nobody;
    const day = dayOf(side.at);
    if (dayGaps.includes(day)) return reasons.dayGap;
    if (targets.has(gapName(side.target ?? '', day))) return reasons.queueGap;
    const fit = rivals.reduce((sum, { probability }) => sum + probability, 0);
    if (fit >= rivalsFit) return reasons.several;
    return hours.isClosed(side.at) ? reasons.closed : reasons.nobody;
  };

  const claimed = new Set(links.flatMap(({ contact, legs }) => [contact, ...legs]));
  const alone = contacts.filter(({ contact, at, origin }) => {
    const day = dayOf(at);
    return origin === 'bot' && !claimed.has(contact) && day >= from && day <= to;
  });
  const botGaps = [...perName(alone.map(({ at }) => dayOf(at)))].filter(
    ([day, n]) => n >= gapFrom && !handoffDays.has(day),
  );
  const botGapDays = new Set(botGaps.map(([day]) => day));

  return {
    handoffs: counted(links.filter(({ status }) => status === 'none').map(reasonOf)),
    contacts: counted(
      alone.map(({ at }) => (botGapDays.has(dayOf(at)) ? reasons.botGap : reasons.otherKey)),
    ),
    gaps: [
      ...dayGaps.map((day): Gap => {
        const note = `${day}: ${handoffDays.get(day)} handoffs, but no contact record at all`;
        return { day, missing: 'contacts', note };
      }),
      ...targets.values(),
      ...botGaps.map(([day, n]): Gap => {
        const note = `${day}: ${n} contacts from the bot, but no handoff at all`;
        return { day, missing: 'handoffs', note };
      }),
    ].sort((a, b) => (a.note < b.note ? -1 : 1)),
  };
}

const gapName = (target: string, day: string): string => `${target}\u0000${day}`;

/**
 * Targets and days without a single contact in the queues that otherwise take these handoffs, or in one of the target's
 * own name where none was ever linked.
 */
function targetGaps(
  links: readonly Link[],
  { handoffs, contacts }: BothSides,
  calendar: Calendar,
  dayGaps: ReadonlySet<string>,
): Map<string, Gap> {
  const queueOf = new Map(contacts.map(({ contact, queue }) => [contact, queue]));
  const linkOf = new Map(links.map((one) => [one.session, one]));
  const takenBy = new Map<string, Set<string>>();
  for (const { session, target } of handoffs) {
    const queue = queueOf.get(linkOf.get(session)?.contact ?? '');
    if (target === undefined || queue === undefined) continue;
    takenBy.set(target, (takenBy.get(target) ?? new Set([target])).add(queue));
  }
  const seen = new Set(
    contacts.map(({ queue, at }) => gapName(queue ?? '', calendar.local(at).day)),
  );
  const lost = handoffs.filter(
    ({ session, target }) => target !== undefined && linkOf.get(session)?.status === 'none',
  );
  const counts = new Map<string, { target: string; day: string; n: number }>();
  for (const { target = '', at } of lost) {
    const { day } = calendar.local(at);
    const key = gapName(target, day);
    const known = counts.get(key);
    if (known) known.n++;
    else counts.set(key, { target, day, n: 1 });
  }
  const gaps = [...counts].filter(([, { target, day, n }]) => {
    const queues = takenBy.get(target) ?? new Set([target]);
    return n >= gapFrom && !dayGaps.has(day) && ![...queues].some((q) => seen.has(gapName(q, day)));
  });
  return new Map(
    gaps.map(([key, { target, day, n }]) => {
      const note = `${day}: ${n} handoffs to ${target}, but no contact record of its queues`;
      return [key, { day, missing: 'queue', note }];
    }),
  );
}

function perName(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function counted(all: readonly string[]): { reason: string; count: number }[] {
  return [...perName(all)]
    .map(([reason, count]) => ({ reason, count }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
