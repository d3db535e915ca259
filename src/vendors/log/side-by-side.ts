/**
 * Files of one log in the order in which they are read. Files that have many sessions in common, such as a file of turns and
 * one of what came of them, are read side by side: one after the other, all sessions of the first would wait for the second.
 */
import type { InputFile } from '../input/input.js';
import type { LastMentions, Progress } from './mentions.js';
import { type FoundObject, objectBatches, type Wrapping } from './objects.js';

/** Where so large a share of a file's sessions goes on in another one, the two are read side by side. */
const leastShared = 0.1;
/** More files are not open at once. */
const mostOpen = 16;

/** Numbers of files, those that are read side by side together. */
export function groupsOf(count: number, last: LastMentions | null): number[][] {
  const alone = Array.from({ length: count }, (_, file) => [file]);
  if (!last || count < 2) return alone;
  const begun = new Map<number, number>();
  const shared = new Map<number, number>();
  for (const [from, to] of last.spans()) {
    begun.set(from, (begun.get(from) ?? 0) + 1);
    const pair = from * count + to;
    if (from !== to) shared.set(pair, (shared.get(pair) ?? 0) + 1);
  }
  const groups = new Map(alone.map((group, file) => [file, group]));
  for (const [pair, sessions] of shared) {
    const from = Math.floor(pair / count);
    if (sessions < leastShared * (begun.get(from) ?? 0)) continue;
    const [one, other] = [groups.get(from), groups.get(pair % count)];
    if (!one || !other || one === other || one.length + other.length > mostOpen) continue;
    one.push(...other);
    for (const file of other) groups.set(file, one);
  }
  return [...new Set(groups.values())].map((group) => group.sort((a, b) => a - b));
}

interface Batch {
  file: number;
  /** To be gone through before the next ones are asked for, with the file's progress kept. */
  objects: Iterable<FoundObject>;
}

/** Of files that are read side by side, the one is read on of which the smallest part has been read. */
export async function* sideBySide(
  files: readonly InputFile[],
  wrapping: Wrapping,
  last: LastMentions | null,
  progress: Progress,
): AsyncGenerator<Batch> {
  const part = (file: number) => (progress[file] ?? 0) / Math.max(1, last?.lastLine(file) ?? 1);
  for (const group of groupsOf(files.length, last)) {
    const open = new Map(
      group.flatMap((file) => {
        const input = files[file];
        return input ? [[file, objectBatches(input, wrapping)] as const] : [];
      }),
    );
    try {
      while (open.size > 0) {
        const [file, batches] = [...open].reduce((a, b) => (part(b[0]) < part(a[0]) ? b : a));
        const { value: objects } = await batches.next();
        if (objects) yield { file, objects };
        else {
          open.delete(file);
          progress[file] = Number.POSITIVE_INFINITY;
        }
      }
    } finally {
      for (const batches of open.values()) await batches.return(undefined);
    }
  }
}
