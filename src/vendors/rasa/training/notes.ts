/** What a bot's authors wrote above a slot in their domain: `# Mobile number` over `mob:`. */
import { type Document, isMap, isNode, isScalar } from 'yaml';

const longestNote = 200;

/** By slot. The first slot's comment is the whole map's in the syntax tree. */
export function notesOnSlots(document: Document): Map<string, string> {
  const slots = document.get('slots', true);
  const notes = new Map<string, string>();
  if (!isMap(slots)) return notes;
  for (const [at, { key, value }] of slots.items.entries()) {
    if (!isScalar(key)) continue;
    const above = key.commentBefore ?? (at === 0 ? slots.commentBefore : null);
    const behind = isNode(value) ? value.commentBefore : null;
    const note = noteIn(above) ?? noteIn(behind);
    if (note !== null) notes.set(String(key.value), note);
  }
  return notes;
}

/** The last block, without lines that are drawn; null where it is a setting or an item that was taken out, or a long story. */
function noteIn(comment: string | null | undefined): string | null {
  const block = (comment ?? '').split(/\n\s*\n/).at(-1) ?? '';
  const lines = block.split('\n').map((line) => line.trim());
  if (lines.some((line) => /^(?:-\s|[\w.-]+:(?:\s|$))/.test(line))) return null;
  const note = lines.filter((line) => /\p{L}/u.test(line)).join(' ');
  return note === '' || note.length > longestNote ? null : note;
}
