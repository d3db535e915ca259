/** Rasa 1's Markdown: phrases are lines of a list under `## intent:<name>`. Lines go in behind the last one of their list. */
import type { TrainingFile } from '../../vendor.js';
import {
  commentsIn,
  exampleLine,
  isNluMarkdown,
  sectionHeading,
  withoutComments,
} from '../training/older.js';
import { type Edit, endOfLine, lineEndFor } from './edits.js';
import { exampleKey, withoutAnnotations } from './phrase.js';
import type { Example } from './read.js';

export interface MarkdownItem {
  file: TrainingFile;
  intent: string;
  examples: Example[];
  /** End of the heading's line, or of the last line that holds an example. */
  end: number;
  /** What stands before an example: `- `. */
  bullet: string;
}

export const markdownFiles = (files: readonly TrainingFile[]): TrainingFile[] =>
  files.filter(({ path, text }) => /\.md$/i.test(path) && isNluMarkdown(text));

export function markdownItems(files: readonly TrainingFile[]): MarkdownItem[] {
  return markdownFiles(files).flatMap(itemsOf);
}

function itemsOf(file: TrainingFile): MarkdownItem[] {
  const { path } = file;
  const text = withoutComments(file.text);
  const items: MarkdownItem[] = [];
  let open: MarkdownItem | null = null;
  for (let start = 0; start < text.length; start = text.indexOf('\n', start) + 1 || text.length) {
    const to = endOfLine(text, start);
    const line = text.slice(start, to);
    const { kind, name } = sectionHeading.exec(line)?.groups ?? {};
    if (kind !== undefined && name !== undefined) {
      const isIntent = kind.trim().toLowerCase() === 'intent';
      open = isIntent ? { file, intent: name.trim(), examples: [], end: to, bullet: '- ' } : null;
      if (open) items.push(open);
      continue;
    }
    const { bullet, phrase } = exampleLine.exec(line)?.groups ?? {};
    if (!open || bullet === undefined || phrase === undefined) continue;
    const raw = phrase.trim();
    const from = start === 0 ? 0 : start - (text[start - 2] === '\r' ? 2 : 1);
    open.examples.push({ key: exampleKey(withoutAnnotations(raw)), raw, path, from, to });
    open.end = to;
    open.bullet = bullet;
  }
  return items;
}

export function addToMarkdown(
  { file: { path, text }, examples, end, bullet }: MarkdownItem,
  phrases: readonly string[],
  removed: ReadonlySet<Example>,
): Edit {
  const last = examples.findLast((example) => !removed.has(example))?.to ?? end;
  const place = outOfComment(text, last);
  const start = lineEndFor(text, place) + bullet;
  return { path, from: place, to: place, text: phrases.map((phrase) => start + phrase).join('') };
}

/** A comment that begins behind an example and goes on over lines would take in what is put behind that line. */
function outOfComment(text: string, place: number): number {
  const around = commentsIn(text).find(({ from, to }) => from < place && place < to);
  return around ? endOfLine(text, around.to) : place;
}

/** A new intent is a section of its own at the end of the last file. */
export function newSection(
  { path, text }: TrainingFile,
  intent: string,
  phrases: readonly string[],
): Edit {
  const place = text.trimEnd().length;
  const eol = lineEndFor(text, place);
  const lines = [`## intent:${intent}`, ...phrases.map((phrase) => `- ${phrase}`)];
  return { path, from: place, to: place, text: `${eol}${eol}${lines.join(eol)}` };
}
