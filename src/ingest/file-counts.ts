/** How many records of a file were read and set aside, by the day that they tell of. */
import type { FileRead, RecordCounts } from '../domain/night.js';
import type { Calendar } from '../lib/calendar.js';
import { isObject, textOf } from '../lib/json.js';
import type { SourceItem } from '../vendors/vendor.js';

/** Broken dates are of any year; so many days are ten years. */
const mostDays = 3650;

export interface FileCounts {
  add(item: SourceItem, isSetAside: boolean): void;
  /** So far. */
  read(): number;
  all(): Omit<FileRead, 'fingerprint'>;
}

/** @param calendar without one, nothing is counted by day */
export function createFileCounts(calendar: Calendar | undefined): FileCounts {
  const total = none();
  const days = new Map<string, RecordCounts>();
  // Read before any record has told its day.
  const early = none();
  let day: string | undefined;
  return {
    add(item, isSetAside) {
      const at = momentOf(item);
      const told = calendar && at !== undefined ? calendar.local(at).day : undefined;
      if (told !== undefined && (days.has(told) || days.size < mostDays)) day = told;
      count(total, isSetAside);
      count(day === undefined ? early : ofDay(days, day), isSetAside);
    },
    read: () => total.read,
    all() {
      const first = [...days.keys()][0];
      if (first === undefined) return total;
      const one = ofDay(days, first);
      const whole = {
        read: one.read + early.read,
        quarantined: one.quarantined + early.quarantined,
      };
      return { ...total, days: { ...Object.fromEntries(days), [first]: whole } };
    },
  };
}

const none = (): RecordCounts => ({ read: 0, quarantined: 0 });

function count(counts: RecordCounts, isSetAside: boolean): void {
  counts.read += 1;
  if (isSetAside) counts.quarantined += 1;
}

function ofDay(days: Map<string, RecordCounts>, day: string): RecordCounts {
  const known = days.get(day) ?? none();
  days.set(day, known);
  return known;
}

/** A record that is set aside for another reason often tells it still; undefined where it does not. */
function momentOf(item: SourceItem): number | undefined {
  if ('fault' in item || !isObject(item.record)) return undefined;
  const { started_at, responded_at } = item.record;
  const at = Date.parse(textOf(started_at ?? responded_at) ?? '');
  return Number.isNaN(at) ? undefined : at;
}
