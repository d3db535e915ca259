/** Numbers and hours as a person reads them. */
import type { Fault } from '../domain/report.js';
import type { Window } from '../domain/ticket.js';

/** 0.873 as "87 %". */
export const percent = (share: number): string => `${Math.round(100 * share)} %`;

const clock = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
const dayTypes = { weekdays: 'on weekdays', weekend: 'at weekends', all: 'every day' } as const;

/** "between 09:00 and 12:00 on weekdays". */
export const inWords = ({ days, from, to }: Window): string =>
  `between ${clock(from)} and ${clock(to)} ${dayTypes[days]}`;

export const hourRange = (from: number, to: number): string => `${clock(from)} to ${clock(to)}`;

/** "[detect] [cold_open]". */
export const faultName = ({ stage, plugin }: Fault): string => `[${stage}] [${plugin}]`;

/** "1 journey", "3 journeys". */
export const counted = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? '' : 's'}`;
