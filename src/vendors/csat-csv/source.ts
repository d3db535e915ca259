import { filled } from '../../lib/json.js';
import { cellAt, describeHeader, placesOf } from '../input/columns.js';
import { type CsvRow, csvRows } from '../input/csv.js';
import { scoreOf } from '../input/scores.js';
import { isRounded, noTime, rounded } from '../input/table-options.js';
import { formatOf } from '../input/time-format.js';
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
    const [header = [], ...cells] = rows;
    const find = (pattern: RegExp) =>
      header.find((name) => pattern.test(name.toLowerCase().replace(/[^a-z]/g, '')));
    const id = find(/^(?:contact|conversation|session|case)(?:id)?$/);
    const score = find(/^(?:score|csat|csatscore|satisfaction|rating)$/);
    const others = find(/^(?:ces|effort|nps)$/);
    if (id === undefined || (score === undefined && others === undefined)) return null;
    const time = find(
      /^(?:respondedat|recordeddate|timestamp|submitted(?:at|on)?|date|time|endedat|completedat)$/,
    );
    const at = time === undefined ? -1 : header.indexOf(time);
    const times = cells.map((row) => (row[at] ?? '').trim()).filter((cell) => cell !== '');
    return filled({
      id_column: id,
      score_column: score,
      timestamp_column: time,
      timestamp_format: formatOf(times),
    });
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
      else if (passes(row.cells, columns)) yield surveyItem(row, columns, options, readTime);
    }
  },
};

/** Where each column stands; none, and no place, where it is absent. */
interface Columns {
  filters: { places: number[]; allowed: string[] }[];
  id: number[];
  score: number[];
  ces: number[];
  nps: number[];
  time: number[];
  comment: number[];
  complaint: number[];
}

function columnsOf(header: readonly string[], options: CsatOptions): Columns | { fault: string } {
  const missing: string[] = [];
  const looked = Object.keys(options.filter);
  const find = (key: keyof CsatOptions, ...usual: string[]): number[] => {
    const named = options[key];
    const names = typeof named === 'string' ? [named] : usual;
    looked.push(...names);
    const places = names.map((name) => placesOf(header, name)).find((one) => one.length > 0);
    if (!places && typeof named === 'string') missing.push(`${key}: no column "${named}"`);
    return places ?? [];
  };
  const filters = Object.entries(options.filter).map(([name, allowed]) => {
    const places = placesOf(header, name);
    if (places.length === 0) missing.push(`filter: no column "${name}"`);
    return { places, allowed: [allowed].flat().map((value) => value.toLowerCase()) };
  });
  const columns = {
    filters,
    id: find('id_column', 'contact_id', 'ContactId', 'contactId'),
    score: find('score_column', 'score', 'csat', 'csat_score', 'CSAT'),
    ces: find('ces_column', 'ces', 'effort'),
    nps: find('nps_column', 'nps', 'NPS'),
    time: find('timestamp_column', 'responded_at', 'RecordedDate', 'timestamp'),
    comment: find('comment_column', 'comment', 'comments', 'feedback'),
    complaint: find('complaint_column', 'complaint'),
  };
  if (columns.id.length === 0 && missing.length === 0)
    missing.push('id_column: no column contact_id; name the column that holds the id');
  const { score, ces, nps, comment, complaint } = columns;
  const says = [score, ces, nps, comment, complaint].some((places) => places.length > 0);
  if (!says && missing.length === 0)
    missing.push(
      'score_column: no column score, csat, csat_score, ces or nps; name the column that holds the score',
    );
  if (missing.length === 0) return columns;
  return { fault: `${missing.join('; ')}; ${describeHeader(header, looked)}` };
}

const passes = (cells: readonly string[], { filters }: Columns): boolean =>
  filters.every(({ places, allowed }) => allowed.includes(cellAt(cells, places).toLowerCase()));

function surveyItem(
  { line, cells }: CsvRow,
  columns: Columns,
  options: CsatOptions,
  readTime: TimeReader,
): SourceItem {
  const cell = (places: readonly number[]) => cellAt(cells, places);
  const faults: string[] = [];
  const ownScale: Ends = options.scale;
  const words = new Map(Object.entries(options.values ?? {}).map(([k, v]) => [k.toLowerCase(), v]));
  const number = (places: readonly number[], what: string, { min, max } = ownScale) => {
    const text = cell(places);
    const form = { decimal: options.decimal, min, max };
    const read = words.get(text.toLowerCase()) ?? scoreOf(text, form);
    if (typeof read !== 'object') return read;
    faults.push(`${what}: ${read.fault}`);
    return undefined;
  };
  if (isRounded(cell(columns.id))) faults.push(`id: ${rounded}`);
  const score = number(columns.score, 'score');
  const time = cell(columns.time);
  const respondedAt = time === '' ? undefined : (readTime(time) ?? undefined);
  if (time !== '' && respondedAt === undefined) faults.push(`time: ${noTime}`);
  const record = {
    type: 'survey',
    ...(options.platform !== undefined && { platform: options.platform }),
    ...identity(cell(columns.id), options),
    ...filled({
      responded_at: respondedAt,
      ces: number(columns.ces, 'ces'),
      nps: number(columns.nps, 'nps', npsScale),
      ...(score !== undefined && measured(score, options)),
      complaint: truth(cell(columns.complaint)),
      comment: cell(columns.comment),
    }),
  };
  return faults.length > 0 ? { line, fault: faults.join('; ') } : { line, record };
}

interface Ends {
  min: number;
  max: number;
}
const npsScale: Ends = { min: 0, max: 10 };

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
