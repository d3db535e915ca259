/** Phrases into, out of and between the intents of the NLU files. */
import { isScalar, isSeq } from 'yaml';
import { yamlScalar } from '../../../lib/yaml.js';
import type { Bot } from './bot.js';
import { type Edit, endOfLine, lineEndAt, lineEndFor, startOfLine } from './edits.js';
import { appendItem, appendPair, appendUnder } from './insert.js';
import { addToMarkdown, newSection } from './markdown.js';
import type { PatchPlan } from './plan.js';
import { type Example, type NluItem, rangeOf } from './read.js';

/** Rasa warns of an intent with fewer. */
const fewest = 2;

export interface Moves {
  added: Map<string, string[]>;
  removed: Set<Example>;
  notes: string[];
}

/**
 * Which lines come and go. Repeated until nothing changes, since a phrase that arrives in an intent may free another
 * one to leave it: else a second run would find more to do.
 */
export function movesOf(
  { placements, newIntents }: PatchPlan,
  { nlu, older, domainIntents }: Bot,
): Moves {
  const moves: Moves = { added: new Map(), removed: new Set(), notes: [] };
  const keys = new Map<string, Map<string, Example[]>>();
  for (const { intent, examples } of [...nlu, ...older]) {
    const own = keys.get(intent) ?? new Map<string, Example[]>();
    keys.set(intent, own);
    for (const example of examples)
      own.set(example.key, [...(own.get(example.key) ?? []), example]);
  }
  const size = new Map([...keys].map(([intent, own]) => [intent, [...own.values()].flat().length]));
  const grow = (intent: string, by: number) => size.set(intent, (size.get(intent) ?? 0) + by);
  let open = placements.map((placement) => ({ ...placement, why: '' }));

  function place(placement: (typeof open)[number]): 'done' | 'waits' {
    const { key, text, to, from } = placement;
    const there = (from === null ? undefined : keys.get(from)?.get(key)) ?? [];
    const known = to !== null && keys.get(to)?.has(key) === true;
    const elsewhere = [...keys].find(([name, own]) => name !== to && name !== from && own.has(key));
    if (to !== null && !known && elsewhere) {
      moves.notes.push(`"${text}" is not added to ${to}: it is an example of ${elsewhere[0]}`);
      return 'done';
    }
    if (from !== null && there.length > 0 && (size.get(from) ?? 0) - there.length < fewest) {
      placement.why = `"${text}" stays in ${from}: fewer than ${fewest} examples would be left`;
      return 'waits';
    }
    if (from !== null && there.length > 0) {
      for (const example of there) moves.removed.add(example);
      keys.get(from)?.delete(key);
      grow(from, -there.length);
    }
    if (to !== null && !known) {
      // The bot team's own annotations move with the phrase.
      moves.added.set(to, [...(moves.added.get(to) ?? []), oneLine(there[0]?.raw) ?? text]);
      keys.set(to, (keys.get(to) ?? new Map<string, Example[]>()).set(key, []));
      grow(to, 1);
    }
    return 'done';
  }

  for (let before = -1; before !== open.length; ) {
    before = open.length;
    open = open.filter((placement) => place(placement) === 'waits');
  }
  moves.notes.push(...open.map(({ why }) => why));
  for (const intent of newIntents)
    if ((size.get(intent) ?? 0) < fewest && !domainIntents.has(intent))
      moves.notes.push(
        `the new intent ${intent} has fewer than ${fewest} examples; Rasa will warn`,
      );
  return moves;
}

function oneLine(raw: string | undefined): string | undefined {
  return raw?.replace(/\s+/g, ' ');
}

export function nluEdits({ added, removed, notes }: Moves, bot: Bot): Edit[] {
  const edits = [...removed].map((example) => cut(example, bot));
  const fresh: [string, string[]][] = [];
  for (const [intent, texts] of added) {
    const own = bot.nlu.filter((item) => item.intent === intent);
    const item =
      own.findLast(({ form }) => form === 'block' || form === 'list') ??
      own.find(({ form }) => form === 'absent');
    const old = bot.older.findLast((one) => one.intent === intent);
    const edit =
      (item && addTo(item, texts, removed)) ?? (old && addToMarkdown(old, texts, removed));
    if (edit) edits.push(edit);
    else if (own.length === 0) fresh.push([intent, texts]);
    else
      notes.push(`examples of ${intent} are neither a block nor a list: ${texts.length} left out`);
  }
  // After the additions: a new intent follows the last line of the one before it.
  for (const [intent, texts] of fresh) {
    const file = bot.nlu.at(-1)?.file ?? bot.files.find(({ root }) => root.has('nlu'));
    const last = bot.markdown.at(-1);
    const edit =
      (file && appendUnder(file, 'nlu', 'list', newIntent(intent, texts))) ??
      (last && newSection(last, intent, texts));
    if (edit) edits.push(edit);
    else
      notes.push(
        `no file has an nlu list: the intent ${intent} is left out (JSON of Rasa NLU is read, not patched: "rasa data convert nlu" makes YAML of it)`,
      );
  }
  return edits;
}

/** A line goes with its own ending, the last one of a file that lacks it with the ending before. */
function cut({ path, from, to }: Example, { files, markdown }: Bot): Edit {
  const text = [...files, ...markdown].find((file) => file.path === path)?.text ?? '';
  const own = lineEndAt(text, to);
  const start = own === '' ? from : from + lineEndAt(text, from).length;
  return { path, from: start, to: to + own.length, text: '' };
}

function newIntent(intent: string, texts: readonly string[]): string[] {
  return [`intent: ${yamlScalar(intent)}`, 'examples: |', ...texts.map((text) => `  - ${text}`)];
}

function addTo(item: NluItem, texts: readonly string[], removed: Set<Example>): Edit | null {
  const { form, file, item: map } = item;
  if (form === 'block') return addToBlock(item, texts, removed);
  if (form === 'list') return addToList(item, texts, removed);
  const lines = ['examples: |', ...texts.map((text) => `  - ${text}`)];
  // `examples:` with nothing after it cannot take a second one.
  return map.has('examples') ? null : appendPair(file, map, lines);
}

function addToBlock(
  { file: { path, text }, node, examples, item }: NluItem,
  texts: readonly string[],
  removed: Set<Example>,
): Edit | null {
  if (!node) return null;
  const last = examples.filter((example) => !removed.has(example)).at(-1);
  const place = last?.to ?? endOfLine(text, rangeOf(node)[0]);
  const column = rangeOf(item)[0] - startOfLine(text, rangeOf(item)[0]);
  const prefix = last && /^\s*-\s*/.exec(text.slice(startOfLine(text, last.to), last.to))?.[0];
  const start = lineEndFor(text, place) + (prefix ?? `${' '.repeat(column + 2)}- `);
  return { path, from: place, to: place, text: texts.map((phrase) => start + phrase).join('') };
}

function addToList(
  { file, node, examples }: NluItem,
  texts: readonly string[],
  removed: Set<Example>,
): Edit | null {
  if (!isSeq(node)) return null;
  const asText = node.items.every((item) => isScalar(item));
  const edits = texts.map((phrase) => appendItem(file, node, listLines(phrase, asText)));
  const first = edits[0];
  if (!first) return null;
  // The last item may be one that goes.
  const place = examples.filter((example) => !removed.has(example)).at(-1)?.to ?? first.from;
  return { ...first, from: place, to: place, text: edits.map((edit) => edit?.text ?? '').join('') };
}

function listLines(phrase: string, asText: boolean): string[] {
  return asText ? [yamlScalar(phrase)] : ['text: |', `  ${phrase}`];
}
