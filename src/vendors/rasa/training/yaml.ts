/** YAML as Rasa's own reader takes it. */
import { type Document, type Node, parseDocument, visit } from 'yaml';

/** One of the keys that a file of Rasa's begins a section with. */
const section =
  /^(?:(?:nlu|intents|entities|slots|forms|responses|actions|rules|stories|flows|pipeline|policies):|## *intent *:)|"rasa_nlu_data"/im;

export const isOfRasa = (text: string): boolean => section.test(text);

/** What the parser says first, without the piece of the file that it shows below. */
export const firstLine = ({ message }: Error): string =>
  (message.split('\n')[0] ?? '').replace(/:$/, '');

/** Each mends all texts that are seen to break off; few files need a second one. */
const mostMendings = 20;

/**
 * PyYAML and libyaml read on in a quoted text whatever its lines are indented by; YAML 1.2 wants them deeper than their key.
 * Such lines are read as if they stood further to the right, which changes nothing of the text: blanks at a line's start
 * are folded. All places in the document are those of the text as it is given.
 */
export function readYaml(text: string): Document.Parsed {
  const written = text.split('\n');
  let lines = written;
  let document = parse(text);
  for (let mending = 0; mending < mostMendings; mending++) {
    const next = withDeeperLines(lines, document);
    if (next === null) break;
    lines = next;
    document = parse(lines.join('\n'));
  }
  if (lines !== written) placeAsWritten(document, written, lines);
  return document;
}

/** The library takes more than a hundred uses of anchors for an attack; a long domain has as many. */
const mostAliases = 100_000;

export const plainValue = (document: Document): unknown =>
  document.toJS({ maxAliasCount: mostAliases });

const parse = (text: string): Document.Parsed =>
  parseDocument(text, { uniqueKeys: false, logLevel: 'silent', merge: true });

/** A whole text, by the quote that it begins with. */
const quoted = {
  '"': /^"[^"\\]*(?:\\[\s\S][^"\\]*)*"/,
  "'": /^'[^']*(?:''[^']*)*'/,
};

/** The lines with those moved at which quoted texts broke off; null where none did. */
function withDeeperLines(lines: readonly string[], document: Document.Parsed): string[] | null {
  if (document.errors.length === 0) return null;
  const text = lines.join('\n');
  const starts = startsOf(lines);
  const moved = [...lines];
  let done = 0;
  let isChanged = false;
  for (const [start, end] of quotedTexts(document)) {
    const quote = text[start];
    // What seems to be a text within one that was mended is a part of it.
    if (start < done || (quote !== '"' && quote !== "'")) continue;
    const whole = quoted[quote].exec(text.slice(start))?.[0];
    if (whole === undefined || whole.length <= end - start) continue;
    done = start + whole.length;
    const first = lineAt(starts, start);
    // As far to the right as the text begins: deeper than any key before it.
    const indent = ' '.repeat(start - (starts[first] ?? 0) + 1);
    for (let at = first + 1; at <= lineAt(starts, done - 1); at++) {
      const line = lines[at] ?? '';
      const deeper = indent + line.trimStart();
      if (line.trim() === '' || line.length >= deeper.length) continue;
      moved[at] = deeper;
      isChanged = true;
    }
  }
  return isChanged ? moved : null;
}

function quotedTexts(document: Document.Parsed): [start: number, end: number][] {
  const found: [number, number][] = [];
  visit(document, {
    Scalar(_, { type, range }) {
      if (range && /^QUOTE_/.test(type ?? '')) found.push([range[0], range[1]]);
    },
  });
  return found;
}

/** Ranges of nodes count the blanks that were put in before lines; they are made those of the lines as written. */
function placeAsWritten(
  document: Document.Parsed,
  written: readonly string[],
  lines: readonly string[],
): void {
  const starts = startsOf(lines);
  const startsBefore = startsOf(written);
  const placeOf = (offset: number): number => {
    const at = lineAt(starts, offset);
    const [line = '', before = ''] = [lines[at], written[at]];
    const column = offset - (starts[at] ?? 0);
    return (startsBefore[at] ?? 0) + Math.max(0, column - (line.length - before.length));
  };
  const place = (_: unknown, node: Node) => {
    if (!node.range) return;
    const [start, end, whole] = node.range;
    node.range = [placeOf(start), placeOf(end), placeOf(whole)];
  };
  visit(document, { Alias: place, Map: place, Scalar: place, Seq: place });
}

function startsOf(lines: readonly string[]): number[] {
  let start = 0;
  return lines.map((line) => {
    const own = start;
    start += line.length + 1;
    return own;
  });
}

/** The last line that starts at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
