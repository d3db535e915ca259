/** Whether lines hold JSON. Exports have titles above it, and logs a time before each object. */

const linesLooked = 20;

/** Where an object begins in a line; -1 where none does. Quotes of a table's cell within quotes are doubled. */
export const objectIn = (line: string): number => line.search(/\{\s*"(?!"[^\s:])/);

/** From its first sign on, or going on below. `[Agent joined]` is said in a cell, and `[id],[note]` are columns. */
const begins = (line: string): boolean =>
  /^\s*(?:\{\s*(?:$|\}|"(?!"[^\s:]))|\[\s*(?:$|[[{\]]|"(?!"[^\s:])))/.test(line);

/** Looked for by itself: a pattern that has the object's begin and end takes time by the square of a line. */
const endsObject = (line: string): boolean => /\}[\s,]*$/.test(line);

/** An object on one of the first lines, or the beginning of one over many lines. */
export function holdsJson(head: string): boolean {
  const lines = firstLines(head);
  return lines.some(
    (line, i) => begins(line) || (objectIn(line) !== -1 && (i === 0 || endsObject(line))),
  );
}

export const beginsWithJson = (head: string): boolean => holdsJson(firstLines(head)[0] ?? '');

/** Those that are not blank. */
export const firstLines = (head: string): string[] =>
  head
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, linesLooked);
