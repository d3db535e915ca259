/** YAML that says the same to every reader: one key order, no anchors, nothing folded, nothing invisible. */
import { Document, visit } from 'yaml';
import { rounded } from './round.js';
import { unprintable, wellFormed } from './visible.js';

/** @param comment lines above the first key, without `#`. */
export function toYaml(value: unknown, comment: string): string {
  const document = new Document(rounded(value), {
    aliasDuplicateObjects: false,
    // Other readers still take `no` for false and 12:30 for 750.
    compat: 'yaml-1.1',
  });
  document.commentBefore = comment.replace(/^/gm, ' ');
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value !== 'string') return;
      node.value = wellFormed(node.value);
      // Escapes are known to the double-quoted form alone.
      if (String(node.value).search(unprintable) >= 0) node.type = 'QUOTE_DOUBLE';
    },
  });
  // The limit keeps a double-quoted text on its line, where a line end is an escape too.
  const text = document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: 2 ** 30 });
  return text.replace(unprintable, escaped);
}

function escaped(character: string): string {
  const hex = (character.codePointAt(0) ?? 0).toString(16);
  return hex.length > 4 ? `\\U${hex.padStart(8, '0')}` : `\\u${hex.padStart(4, '0')}`;
}

/** A name as it stands in YAML, quoted where it must be. */
export function yamlScalar(text: string): string {
  return new Document(text, { compat: 'yaml-1.1' }).toString({ lineWidth: 0 }).trim();
}
