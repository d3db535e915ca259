/** YAML as Rasa's own reader takes it. */
import { type Document, parseDocument } from 'yaml';

/** One of the keys that a file of Rasa's begins a section with. */
const section =
  /^(?:(?:nlu|intents|entities|slots|forms|responses|actions|rules|stories|flows|pipeline|policies):|## *intent *:)|"rasa_nlu_data"/im;

export const isOfRasa = (text: string): boolean => section.test(text);

/** Quoted texts over several lines that are mended in one file. */
const mostMended = 200;

/**
 * PyYAML and libyaml read on in a quoted text whatever its lines are indented by; YAML 1.2 wants them deeper than their key.
 * Such lines are moved to the right, which changes nothing of the text: blanks at a line's start are folded.
 */
export function readYaml(text: string): Document.Parsed {
  let lines = text.split('\n');
  let document = parse(text);
  for (let mended = 0; mended < mostMended; mended++) {
    const next = withDeeperLine(lines, document);
    if (next === null) return document;
    lines = next;
    document = parse(lines.join('\n'));
  }
  return document;
}

const parse = (text: string): Document.Parsed =>
  parseDocument(text, { uniqueKeys: false, logLevel: 'silent' });

/** The lines with the one moved at which a quoted text broke off; null where none did. */
function withDeeperLine(lines: readonly string[], { errors }: Document.Parsed): string[] | null {
  const broken = errors.find(({ message }) => /^Missing closing ["']quote/.test(message));
  const at = broken?.linePos?.[0].line;
  const opened = at === undefined ? undefined : lines[at - 1];
  const next = at === undefined ? undefined : lines[at];
  if (at === undefined || opened === undefined || next === undefined) return null;
  // As far to the right as the quoted text has come: deeper than any key before it.
  const deeper = ' '.repeat(opened.length) + next.trimStart();
  return deeper === next ? null : lines.map((line, i) => (i === at ? deeper : line));
}
