/** What a local day brought. */
import type { Delivered } from '../domain/night.js';
import { addDays, type Calendar } from '../lib/calendar.js';
import type { Store } from '../store/store.js';

/** Surveys are answered days after their contact: those of the week that ends with the day are counted. */
const surveyDays = 7;

export function deliveredOn(
  day: string,
  { store, calendar }: { store: Pick<Store, 'delivered'>; calendar: Calendar },
): Promise<Delivered> {
  const span = { from: calendar.startOf(day), to: calendar.startOf(addDays(day, 1)) };
  return store.delivered(span, calendar.startOf(addDays(day, 1 - surveyDays)));
}
