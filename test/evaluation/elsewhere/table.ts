/** One row a number: ours, another author's, and the gap between their means. */
import { categories } from '../../../src/domain/categories.js';
import type { Measures } from './measures.js';
import type { Scores } from './scorers.js';

export interface Column {
  name: string;
  isOurs: boolean;
  scores: Scores;
  measures: Measures;
}

type Value = number | null | undefined;
export type Row = [name: string, value: (column: Column) => Value, unit?: 'seconds'];

const bySide = (what: 'accuracy' | 'coverage', side: string) => (column: Column) =>
  column.scores.intents.by_bot[side]?.[what];

export const rows: Row[] = [
  ['findings macro-F1 (linked)', ({ scores }) => scores.findings.macro_f1],
  ['slot findings, macro-F1 over slots', ({ scores }) => scores.findings.slot_macro_f1],
  ...Object.keys(categories)
    .filter((name) => name !== 'unknown')
    .map((name): Row => [`  ${name}`, ({ scores }) => scores.findings.by_category[name]?.f1]),
  [
    'main cause right',
    ({ scores: { findings } }) =>
      findings.primary && findings.primary.right / Math.max(1, findings.primary.n),
  ],
  ['intents right', ({ scores }) => scores.intents.with_contact.accuracy],
  ['  @ claimed', ({ scores }) => scores.intents.with_contact.coverage],
  ['  right where the bot was wrong', bySide('accuracy', 'bot was wrong')],
  ['  @ claimed', bySide('coverage', 'bot was wrong')],
  ['  right where the bot did not act', bySide('accuracy', 'bot did not act')],
  ['  @ claimed', bySide('coverage', 'bot did not act')],
  ['none of ours, F1', ({ scores }) => scores.intents.none_of_the_intents.f1],
  ['NDCG@10 full', ({ scores }) => scores.repairs?.ndcg_at_10.full],
  ['NDCG@10 marginal', ({ scores }) => scores.repairs?.ndcg_at_10.minutes],
  [
    'repairs distinct precision, first 10',
    ({ scores }) => scores.repairs?.first_10.precision_distinct,
  ],
  ['  first 25', ({ scores }) => scores.repairs?.first_25.precision_distinct],
  ['  all', ({ scores }) => scores.repairs?.all.precision_distinct],
  ['add_slot truly lacking', ({ scores }) => scores.repairs?.add_slot.share],
  ['asks read', ({ measures: { asks } }) => asks.read / Math.max(1, asks.asked)],
  [
    '  of those read, right',
    ({ measures: { asks } }) => asks.read / Math.max(1, asks.read + asks.wrong),
  ],
  ['slots invented, of missed slots', ({ measures }) => measures.inventedShare],
  [
    "bot team's slot findings that are lost context",
    ({ measures }) => measures.lostContextAsBotShare,
  ],
  ['handoff tax, median error', ({ measures }) => measures.tax.medianAbsolute, 'seconds'],
  ['  bias', ({ measures }) => measures.tax.median, 'seconds'],
  ['  with the greeting', ({ measures }) => measures.taxWithGreeting.medianAbsolute, 'seconds'],
  ['  bias', ({ measures }) => measures.taxWithGreeting.median, 'seconds'],
];

const mean = (values: readonly Value[]): Value => {
  const known = values.filter((value): value is number => typeof value === 'number');
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0) / known.length;
};

const figure = (value: Value, unit?: 'seconds'): string => {
  if (typeof value !== 'number' || Number.isNaN(value)) return '–';
  return unit === 'seconds' ? `${Math.round(value)} s` : value.toFixed(3);
};

export function table(columns: readonly Column[]): string {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  const cell = (text: string) => text.padStart(10);
  const lines = rows.map(([name, read, unit]) => {
    const values = columns.map(read);
    const of = (isOurs: boolean) => mean(values.filter((_, i) => columns[i]?.isOurs === isOurs));
    const [own, other] = [of(true), of(false)];
    const gap = typeof own === 'number' && typeof other === 'number' ? own - other : null;
    return (
      name.padEnd(width) +
      [...values, own, other, gap].map((value) => cell(figure(value, unit))).join('')
    );
  });
  const head = [...columns.map(({ name }) => name), 'ours', 'theirs', 'gap'].map(cell).join('');
  return [' '.repeat(width) + head, ...lines].join('\n');
}

/** Asks read by the agents' manner of writing. */
export function mannerTable(columns: readonly Column[]): string {
  return columns
    .flatMap(({ name, measures }) =>
      [...measures.asksByManner].sort().map(([manner, { asked, read, wrong }]) => {
        const shares = [read / Math.max(1, asked), read / Math.max(1, read + wrong)];
        const figures = shares.map((share) => share.toFixed(3)).join('  ');
        return `${name.padEnd(12)}${manner.padEnd(16)}${figures}  ${String(asked).padStart(6)} asked`;
      }),
    )
    .join('\n');
}
