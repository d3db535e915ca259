/** Phrases into, out of and between the intents of the NLU files. */
import { isScalar, isSeq } from 'yaml';
import { yamlScalar } from '../../../lib/yaml.js';
import type { Bot } from './bot.js';
import { type Edit, endOfLine, lineEndAt, lineEndFor, startOfLine } from './edits.js';
import { appendItem, appendPair, appendUnder } from './insert.js';
import { addToMarkdown, newSection } from './markdown.js';
import { byNearest, nearestOf } from './nearest.js';
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

export interface NluEdits {
  edits: Edit[];
  /** Intents of which phrases are put in. */
  written: Set<string>;
}

export function nluEdits({ added, removed, notes }: Moves, bot: Bot): NluEdits {
  const edits = [...removed].map((example) => cut(example, bot));
  const written = new Set<string>();
  const put = (intent: string, edit: Edit | null, otherwise: string) => {
    if (!edit) {
      notes.push(otherwise);
      return;
    }
    edits.push(edit);
    written.add(intent);
  };
  const fresh: [string, string[]][] = [];
  for (const [intent, texts] of added) {
    const items = bot.nlu.filter((item) => item.intent === intent);
    const older = bot.older.filter((item) => item.intent === intent);
    const open = items.filter(({ form }) => form === 'block' || form === 'list');
    const absent = items.filter(({ form }) => form === 'absent');
    const own = open.length > 0 ? open : absent.slice(0, 1);
    const left = `examples of ${intent} are neither a block nor a list: ${texts.length} left out`;
    for (const [item, lines] of byNearest(own, texts))
      put(intent, addTo(item, lines, removed), left);
    if (own.length > 0) continue;
    for (const [item, lines] of byNearest(older, texts))
      put(intent, addToMarkdown(item, lines, removed), left);
    if (older.length > 0) continue;
    if (items.length === 0) fresh.push([intent, texts]);
    else notes.push(left);
  }
  // After the additions: a new intent follows the last line of the one before it.
  for (const { intent, texts, edit } of newSections(fresh, bot))
    put(
      intent,
      edit,
      `no file has an nlu list: ${texts.length} phrases of ${intent} are left out (JSON of Rasa NLU is read, not patched: "rasa data convert nlu" makes YAML of it)`,
    );
  return { edits, written };
}

interface NewSection {
  intent: string;
  texts: readonly string[];
  edit: Edit | null;
}

/** What is near to a text is learned of all training data: once for all new intents. */
function newSections(fresh: readonly (readonly [string, string[]])[], bot: Bot): NewSection[] {
  if (fresh.length === 0) return [];
  const [nearest, nearestOlder] = [nearestOf(bot.nlu), nearestOf(bot.older)];
  const editOf = (intent: string, texts: readonly string[]): Edit | null => {
    const all = texts.join(' ');
    const file = nearest(all)?.file ?? bot.files.find(({ root }) => root.has('nlu'));
    const made = file && appendUnder(file, 'nlu', 'list', newIntent(intent, texts));
    if (made) return made;
    const older = nearestOlder(all)?.file ?? bot.markdown.at(-1);
    return older ? newSection(older, intent, texts) : null;
  };
  return fresh.map(([intent, texts]) => ({ intent, texts, edit: editOf(intent, texts) }));
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
  const written = last && /^\s*-\s*/.exec(text.slice(startOfLine(text, last.to), last.to))?.[0];
  // Rasa takes a tab behind the dash for a part of the phrase.
  const prefix = written?.replaceAll('\t', ' ');
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
