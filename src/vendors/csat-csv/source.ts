import { filled } from '../../lib/json.js';
import { type CsvRow, csvRows } from '../input/csv.js';
import { type TimeReader, timeReader } from '../input/times.js';
import type { Source, SourceItem } from '../vendor.js';
import { type CsatOptions, csatOptions } from './options.js';

/** A survey tool's export. Every tool has columns of its own, so options say which is which. */
export const source: Source<CsatOptions> = {
  title: 'Survey CSV',
  description: 'Answers of a customer survey (CSAT, NPS or CES), one a row, with mapped columns.',
  holds: ['surveys'],
  options: csatOptions,
  recognise: ({ rows }) => {
    const [header = []] = rows;
    const find = (pattern: RegExp) =>
      header.find((name) => pattern.test(name.toLowerCase().replace(/[^a-z]/g, '')));
    const id = find(/^(?:contact|conversation|session|case)(?:id)?$/);
    const score = find(/^(?:score|csat|csatscore|satisfaction|rating)$/);
    const others = find(/^(?:ces|effort|nps)$/);
    if (id === undefined || (score === undefined && others === undefined)) return null;
    const time = find(
      /^(?:respondedat|recordeddate|timestamp|submitted(?:at|on)?|date|time|endedat|completedat)$/,
    );
    return filled({ id_column: id, score_column: score, timestamp_column: time });
  },
  async *read(file, options, { timeZone }) {
    const readTime = timeReader(options.timestamp_format, options.timezone ?? timeZone);
    let columns: Columns | null = null;
    let skip = options.skip_header_rows;
    for await (const row of csvRows(file, options)) {
      if ('fault' in row) yield row;
      else if (!columns) {
        const found = columnsOf(row.cells, options);
        if ('fault' in found) {
          yield { line: row.line, fault: found.fault };
          return;
        }
        columns = found;
      } else if (skip > 0) skip--;
      else if (passes(row.cells, columns, options))
        yield surveyItem(row, columns, options, readTime);
    }
  },
};

interface Columns {
  index: Map<string, number>;
  id: number | undefined;
  score: number | undefined;
  ces: number | undefined;
  nps: number | undefined;
  time: number | undefined;
  comment: number | undefined;
  complaint: number | undefined;
}

function columnsOf(header: readonly string[], options: CsatOptions): Columns | { fault: string } {
  const index = new Map(header.map((name, i) => [name.trim(), i]));
  const missing: string[] = [];
  const find = (key: keyof CsatOptions, ...usual: string[]) => {
    const named = options[key];
    const names = typeof named === 'string' ? [named] : usual;
    const at = names.map((name) => index.get(name)).find((i) => i !== undefined);
    if (at === undefined && typeof named === 'string') missing.push(`${key}: no column "${named}"`);
    return at;
  };
  const columns = {
    index,
    id: find('id_column', 'contact_id', 'ContactId', 'contactId'),
    score: find('score_column', 'score', 'csat', 'csat_score', 'CSAT'),
    ces: find('ces_column', 'ces', 'effort'),
    nps: find('nps_column', 'nps', 'NPS'),
    time: find('timestamp_column', 'responded_at', 'RecordedDate', 'timestamp'),
    comment: find('comment_column', 'comment', 'comments', 'feedback'),
    complaint: find('complaint_column', 'complaint'),
  };
  for (const name of Object.keys(options.filter))
    if (!index.has(name)) missing.push(`filter: no column "${name}"`);
  if (columns.id === undefined && missing.length === 0)
    missing.push('id_column: no column contact_id; name the column that holds the id');
  const { score, ces, nps, comment, complaint } = columns;
  const says = [score, ces, nps, comment, complaint].some((column) => column !== undefined);
  if (!says && missing.length === 0)
    missing.push(
      'score_column: no column score, csat, csat_score, ces or nps; name the column that holds the score',
    );
  if (missing.length === 0) return columns;
  return { fault: `${missing.join('; ')}; the file has ${[...index.keys()].join(', ')}` };
}

function passes(cells: readonly string[], { index }: Columns, { filter }: CsatOptions): boolean {
  return Object.entries(filter).every(([name, allowed]) => {
    const cell = (cells[index.get(name) ?? -1] ?? '').trim().toLowerCase();
    return [allowed].flat().some((value) => value.toLowerCase() === cell);
  });
}

function surveyItem(
  { line, cells }: CsvRow,
  columns: Columns,
  options: CsatOptions,
  readTime: TimeReader,
): SourceItem {
  const cell = (at: number | undefined) => (at === undefined ? '' : (cells[at] ?? '').trim());
  const faults: string[] = [];
  const number = (at: number | undefined, what: string) => {
    const text = cell(at);
    if (text === '') return undefined;
    const known = new Map(
      Object.entries(options.values ?? {}).map(([k, v]) => [k.toLowerCase(), v]),
    );
    const value = known.get(text.toLowerCase()) ?? Number(plainNumber(text, options.decimal));
    if (Number.isFinite(value)) return value;
    faults.push(`${what}: no number; map words to scores with \`values\``);
    return undefined;
  };
  const score = number(columns.score, 'score');
  const time = cell(columns.time);
  const respondedAt = time === '' ? undefined : (readTime(time) ?? undefined);
  if (time !== '' && respondedAt === undefined)
    faults.push('time: not in timestamp_format, or without an offset; set `timezone`');
  const record = {
    type: 'survey',
    ...(options.platform !== undefined && { platform: options.platform }),
    ...identity(cell(columns.id), options),
    ...filled({
      responded_at: respondedAt,
      ces: number(columns.ces, 'ces'),
      nps: number(columns.nps, 'nps'),
      ...(score !== undefined && measured(score, options)),
      complaint: truth(cell(columns.complaint)),
      comment: cell(columns.comment),
    }),
  };
  return faults.length > 0 ? { line, fault: faults.join('; ') } : { line, record };
}

const plainNumber = (text: string, decimal: string): string =>
  decimal === ',' ? text.replaceAll('.', '').replace(',', '.') : text;

function identity(id: string, { id_kind: kind }: CsatOptions) {
  if (id === '') return {};
  if (kind === 'contact' || kind === 'ticket') return { contact_id: id };
  return { customer: { [kind === 'customer' ? 'id' : kind]: id } };
}

/** Our records' scales begin at 1 and their best is the highest. */
function measured(score: number, { metric, scale }: CsatOptions) {
  if (metric !== 'csat') return { [metric]: score };
  const { min, max, direction } = scale;
  const steps = direction === 'up' ? score - min : max - score;
  return { csat: steps + 1, csat_scale: max - min + 1 };
}

function truth(text: string): boolean | undefined {
  if (/^(?:true|yes|y|1|x)$/i.test(text)) return true;
  return /^(?:false|no|n|0)$/i.test(text) ? false : undefined;
}
