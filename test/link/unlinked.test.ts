import { describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/lib/calendar.js';
import type { ContactSide, HandoffSide } from '../../src/link/link.js';
import { reasons, unlinked } from '../../src/link/unlinked.js';
import { link } from '../support/conversations.js';
import { contact, handoff } from './sides.js';

const calendar = createCalendar('UTC');
const week = { from: '2026-03-02', to: '2026-03-08' };
const hour = 3600;
const day = 86_400;

/** A week, weekend included, of a handoff and its contact every hour from nine to seven in the evening. */
const hours = Array.from({ length: 70 }, (_, i) => Math.floor(i / 10) * day + (i % 10) * hour);
const handoffs = hours.map((at, i) => handoff(`s-${i}`, at, { target: `q${i % 2}` }));
const contacts = hours.map((at, i) =>
  contact(`c-${i}`, at + 30, { queue: `desk ${i % 2}`, origin: 'bot' }),
);
const linked = (session: string, to: string) => link({ session, contact: to });
const none = (session: string, rivals: { contact: string; probability: number }[] = []) =>
  link({ session, contact: null, status: 'none', method: 'none', rivals });

/** Links every handoff to its contact where that is there, and says why the others are alone. */
function why(
  all: HandoffSide[],
  there: ContactSide[],
  rivals: Record<string, { contact: string; probability: number }[]> = {},
) {
  const known = new Set(there.map((one) => one.contact));
  const links = all.map(({ session }) => {
    const own = session.replace('s-', 'c-');
    return known.has(own) ? linked(session, own) : none(session, rivals[session]);
  });
  return unlinked(links, { handoffs: all, contacts: there }, calendar, week);
}

describe('a handoff without a contact', () => {
  it('on a day without any contact record is a gap in the data, named as one', () => {
    const { handoffs: alone, gaps } = why(handoffs, contacts.slice(10));
    expect(alone).toEqual([{ reason: reasons.dayGap, count: 10 }]);
    expect(gaps).toEqual([
      {
        day: '2026-03-02',
        missing: 'contacts',
        note: '2026-03-02: 10 handoffs, but no contact record at all',
      },
    ]);
  });

  it('to a target whose queue has no record that day is a gap as well, whatever the queue is called', () => {
    const there = contacts.filter((_, i) => i >= 10 || i % 2 === 0);
    const { handoffs: alone, gaps } = why(handoffs, there);
    expect(alone).toEqual([{ reason: reasons.queueGap, count: 5 }]);
    expect(gaps).toMatchObject([
      {
        missing: 'queue',
        note: '2026-03-02: 5 handoffs to q1, but no contact record of its queues',
      },
    ]);
  });

  it('is abandonment where the queue was at work', () => {
    const { handoffs: alone, gaps } = why(
      handoffs,
      contacts.filter((_, i) => i !== 3),
    );
    expect(alone).toEqual([{ reason: reasons.nobody, count: 1 }]);
    expect(gaps).toEqual([]);
  });

  it('at a time at which no contact ever begins is out of hours', () => {
    const late = handoff('s-late', 2 * day + 13 * hour);
    expect(why([...handoffs, late], contacts).handoffs).toEqual([
      { reason: reasons.closed, count: 1 },
    ]);
  });

  it('is not out of hours for a centre of which too few days are known', () => {
    const late = handoff('s-late', 13 * hour);
    const few = why([...handoffs.slice(0, 20), late], contacts.slice(0, 20));
    expect(few.handoffs).toEqual([{ reason: reasons.nobody, count: 1 }]);
  });

  it('says so where several fit', () => {
    const rivals = { 's-3': [0.4, 0.3].map((probability) => ({ contact: 'c-x', probability })) };
    const { handoffs: alone } = why(
      handoffs,
      contacts.filter((_, i) => i !== 3),
      rivals,
    );
    expect(alone).toEqual([{ reason: reasons.several, count: 1 }]);
  });
});

describe('a contact from the bot without a handoff', () => {
  it('on a day without bot logs is a gap on the bot’s side', () => {
    const { contacts: alone, gaps } = why(handoffs.slice(10), contacts);
    expect(alone).toEqual([{ reason: reasons.botGap, count: 10 }]);
    expect(gaps).toMatchObject([
      {
        missing: 'handoffs',
        note: '2026-03-02: 10 contacts from the bot, but no handoff at all',
      },
    ]);
  });

  it('among others is a missing log, and a leg of a journey is neither', () => {
    const leg = contact('leg', 700, { origin: 'bot' });
    const stray = contact('stray', 900, { origin: 'bot' });
    const links = handoffs.map(({ session }, i) =>
      link({ session, contact: `c-${i}`, legs: i === 0 ? ['leg'] : [] }),
    );
    const sides = { handoffs, contacts: [...contacts, leg, stray] };
    expect(unlinked(links, sides, calendar, week).contacts).toEqual([
      { reason: reasons.otherKey, count: 1 },
    ]);
  });
});
