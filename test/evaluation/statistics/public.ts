/** Public logs with a clock or a calendar, as sessions. What they lack stays out: neither has intents by the hour. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { SessionSummary } from '../../../src/domain/journey.js';
import { readShared, sharedData } from '../../support/shared-data.js';

interface StarDialogue {
  domains: string[];
  completion: string;
  turns: { ts?: number }[];
}

/** STAR's dialogues by the hour (UTC); failed are those that ended early. Those without a time are left out. */
export function starSessions(): { sessions: SessionSummary[]; timeless: number } {
  const dialogues = readShared<StarDialogue[]>('star/dialogs.jsonl');
  const sessions = dialogues.flatMap(({ domains, completion, turns }): SessionSummary[] => {
    const at = turns.find(({ ts }) => ts !== undefined)?.ts;
    if (at === undefined) return [];
    const time = new Date(1000 * at).toISOString();
    const day = time.slice(0, 10);
    return [
      {
        day,
        hour: Number(time.slice(11, 13)),
        intent: domains[0] ?? '',
        outcome: completion === 'Complete' ? 'contained' : 'abandoned',
        channel: 'chat',
        backendError: false,
      },
    ];
  });
  return { sessions, timeless: dialogues.length - sessions.length };
}

export interface Report {
  date: string;
  sessions: number;
  /** Those of at least four turns, which the authors' success rate is of. */
  long: number;
  successes: number;
  errors: number | null;
  /** The authors' own z-score of the success rate, for that day of the week. */
  z: number | null;
}

export function letsGoReports(): Report[] {
  const text = readFileSync(join(sharedData, 'letsgo_daily/daily.csv'), 'utf8');
  const rows: Record<string, string>[] = parse(text, { columns: true });
  const number = (value: string | undefined): number | null => (value ? Number(value) : null);
  return rows.flatMap((row) => {
    const [sessions, successes] = [number(row.sessions), number(row.estimated_successes)];
    const long = number(row.sessions_4plus_turns);
    if (sessions === null || successes === null || long === null || row.date === undefined)
      return [];
    const [errors, z] = [number(row.backend_fail_15), number(row.z_success)];
    return [{ date: row.date, sessions, long, successes: Math.min(long, successes), errors, z }];
  });
}

/** A day's report as sessions of one hour, since it tells of none: all of them, or those of at least four turns. */
export function sessionsOf(report: Report, of: 'sessions' | 'long'): SessionSummary[] {
  const { date, successes, errors } = report;
  const n = report[of];
  return Array.from({ length: n }, (_, i) => ({
    day: date,
    hour: 20,
    outcome: i < successes ? ('contained' as const) : ('abandoned' as const),
    channel: 'voice' as const,
    backendError: i >= n - (errors ?? 0),
  }));
}
