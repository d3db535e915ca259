/** Lines of a file, one at a time, none longer than a cap. */
import { textIn } from './encoding.js';
import { BrokenInput, type InputFile } from './input.js';

/** A piece of text and the line on which it begins, counted from 1. */
export type Piece = { line: number; text: string } | { line: number; fault: string };

export const isFault = (piece: Piece): piece is { line: number; fault: string } => 'fault' in piece;

export const longestPiece = 20 * 1024 * 1024;

const newline = 0x0a;

export const tooLong = (limit: number): string =>
  `longer than ${Math.round(limit / 1024 / 1024)} MB: skipped; write one record a line, without attachments`;

/**
 * Every line that is not blank. What is no UTF-8 is read as `textIn` says, a byte order mark is dropped. A line of more than
 * `limit` bytes is a fault and is read past without being kept.
 */
export async function* lines(input: InputFile, limit = longestPiece): AsyncGenerator<Piece> {
  let line = 1;
  let parts: Buffer[] = [];
  let size = 0;
  const add = (part: Buffer) => {
    size += part.length;
    if (size > limit) parts = [];
    else if (part.length > 0) parts.push(part);
  };
  const take = (): Piece | null => {
    const piece = size > limit ? { line, fault: tooLong(limit) } : { line, text: textOf(parts) };
    parts = [];
    size = 0;
    return 'fault' in piece || piece.text.trim() !== '' ? piece : null;
  };
  try {
    for await (const chunk of input.chunks()) {
      let from = 0;
      for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
        add(chunk.subarray(from, at));
        const piece = take();
        if (piece) yield piece;
        line++;
        from = at + 1;
      }
      add(chunk.subarray(from));
    }
  } catch (error) {
    if (!(error instanceof BrokenInput)) throw error;
    yield { line, fault: error.message };
    return;
  }
  const last = take();
  if (last) yield last;
}

function textOf(parts: readonly Buffer[]): string {
  const [only] = parts;
  const text = textIn(parts.length === 1 && only ? only : Buffer.concat(parts));
  return text.replace(/^\uFEFF/, '').replace(/\r$/, '');
}
