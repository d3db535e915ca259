/** When the contact centre is open, as its own records show it. */
import type { Calendar } from '../lib/calendar.js';
import { leastContactsAnHour, leastDaysOfHour } from './settings.js';

export interface OpeningHours {
  /** No contact ever began in this hour of such a day, while others of the day have them. */
  isClosed(at: number): boolean;
}

/** @param contacts moments at which contacts began. */
export function openingHours(contacts: readonly number[], calendar: Calendar): OpeningHours {
  const byHour = new Map<string, number>();
  const days = { weekday: new Set<string>(), weekend: new Set<string>() };
  const kindOf = (weekend: boolean) => (weekend ? 'weekend' : 'weekday');
  for (const at of contacts) {
    const { day, hour, weekend } = calendar.local(at);
    days[kindOf(weekend)].add(day);
    const cell = `${kindOf(weekend)} ${hour}`;
    byHour.set(cell, (byHour.get(cell) ?? 0) + 1);
  }
  return {
    isClosed(at) {
      const { hour, weekend } = calendar.local(at);
      const kind = kindOf(weekend);
      if (byHour.has(`${kind} ${hour}`) || days[kind].size < leastDaysOfHour) return false;
      const open = [...byHour].filter(([cell]) => cell.startsWith(kind));
      const total = open.reduce((sum, [, n]) => sum + n, 0);
      return total / (open.length * days[kind].size) >= leastContactsAnHour;
    },
  };
}
