/** What the schema refuses, told as whoever wrote the file thinks of it. */
import { type Document, isNode, type LineCounter } from 'yaml';
import type { z } from 'zod';
import { writtenConfig } from './schema.js';
import { type Path, unwrap, written } from './shape.js';

/** What is wrong with a place of the file: its path, its line and what was expected. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  file: string,
  document: Document,
  lines: LineCounter,
): string[] {
  const paths: Path[] =
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => [...issue.path, key])
      : [issue.path];
  return paths.map((path) => {
    const problem =
      issue.code === 'unrecognized_keys'
        ? `unknown key; known here: ${knownKeys(issue.path).join(', ')}`
        : issue.message;
    return `${file}${lineOf(path, document, lines)}: ${written(path) || 'the file'}: ${problem}`;
  });
}

/** Line of the nearest place in the file that the path, or what is written of it, leads to. */
function lineOf(path: Path, document: Document, lines: LineCounter): string {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return `:${lines.linePos(node.range[0]).line}`;
  }
  return '';
}

/** Keys that the schema knows under a path; array positions are any element. */
function knownKeys(path: Path): string[] {
  let schema: unknown = writtenConfig;
  for (const part of path) {
    const shape = unwrap(schema);
    schema = typeof part === 'number' ? shape.element : shape.shape?.[String(part)];
  }
  return Object.keys(unwrap(schema).shape ?? {});
}
