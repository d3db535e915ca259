/** Rows of any table that name somebody. */
import { mapStrings } from '../../lib/map-strings.js';
import { mentions } from '../../lib/mentions.js';
import type { Db } from '../open.js';

interface Column {
  name: string;
  pk: number;
}

export type Row = Record<string, unknown> & { rowid: number };

export function rowsNaming(db: Db, table: string, traces: readonly string[]): Row[] {
  const columns = columnsOf(db, table).map(({ name }) => `coalesce("${name}", '')`);
  const all = columns.join(" || ' ' || ");
  const query = db.$client.prepare(`select rowid, * from ${table} where instr(${all}, ?)`);
  const found = new Map<number, Row>();
  for (const trace of traces)
    for (const row of query.all(trace) as Row[]) if (names(row, trace)) found.set(row.rowid, row);
  return [...found.values()];
}

/** SQL finds `s12` in `s123` and in the middle of somebody else's hash, too. */
function names({ body, ...columns }: Row, trace: string): boolean {
  const texts = Object.values(columns).filter((one) => typeof one === 'string');
  if (texts.some((text) => mentions(text, trace))) return true;
  return typeof body === 'string' && namesIn(JSON.parse(body), trace);
}

function namesIn(value: unknown, trace: string): boolean {
  let isNamed = false;
  mapStrings(value, (text) => {
    isNamed ||= mentions(text, trace);
    return text;
  });
  return isNamed;
}

export const columnsOf = ({ $client }: Db, table: string): Column[] =>
  ($client.pragma(`table_info(${table})`) as Column[]).filter(({ name }) => name !== 'hash');
