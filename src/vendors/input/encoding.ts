/** Which bytes stand for which letters. Everything behind `openInput` is UTF-8. */
import { isUtf8 as isUtf8Buffer } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';

/** UTF-16, by its byte order mark or by the zero byte that every ASCII letter has in it; else null. */
export function utf16Of(first: Buffer): 'le' | 'be' | null {
  const [a, b] = first;
  if (a === undefined || b === undefined) return null;
  if (a === 0xff && b === 0xfe) return 'le';
  if (a === 0xfe && b === 0xff) return 'be';
  if (b === 0 && a !== 0) return 'le';
  return a === 0 && b !== 0 ? 'be' : null;
}

/** The same text in UTF-8, piece by piece. */
export async function* fromUtf16(
  chunks: AsyncIterable<Buffer>,
  order: 'le' | 'be',
): AsyncGenerator<Buffer> {
  const decoder = new StringDecoder('utf16le');
  let odd = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const whole = odd.length === 0 ? chunk : Buffer.concat([odd, chunk]);
    const end = whole.length - (whole.length % 2);
    odd = Buffer.from(whole.subarray(end));
    const even = whole.subarray(0, end);
    const text = decoder.write(order === 'le' ? even : Buffer.from(even).swap16());
    if (text !== '') yield Buffer.from(text, 'utf8');
  }
}

const western = new TextDecoder('windows-1252');

/**
 * A piece of a file as text. What is no UTF-8 and has no letter in UTF-8 is Windows-1252, as programs of Windows write it
 * without being asked; among letters in UTF-8 what is broken becomes U+FFFD.
 */
export function textIn(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  if (!text.includes('\uFFFD') || isUtf8Buffer(bytes)) return text;
  if (/[^\p{ASCII}\uFFFD]/u.test(text)) return text;
  // As a stream, since Node takes what is decoded at once for Latin-1, which has no dashes and no euro.
  return western.decode(bytes, { stream: true });
}

/** Whether bytes are UTF-8 from beginning to end. */
export async function isUtf8(chunks: AsyncIterable<Buffer>): Promise<boolean> {
  let cut = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = cut.length === 0 ? chunk : Buffer.concat([cut, chunk]);
    const end = wholeLetters(bytes);
    if (!isUtf8Buffer(bytes.subarray(0, end))) return false;
    cut = Buffer.from(bytes.subarray(end));
  }
  return cut.length === 0;
}

/** How many bytes there are before a letter that the next piece may go on with. */
function wholeLetters(bytes: Buffer): number {
  const lead =
    bytes.length - 1 - [...bytes.subarray(-3)].reverse().findIndex((byte) => byte >= 0xc0);
  const byte = bytes[lead] ?? 0;
  const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
  return lead < bytes.length && lead + length > bytes.length ? lead : bytes.length;
}

/** The same text in UTF-8, from an encoding that `TextDecoder` knows. */
export async function* fromEncoding(
  chunks: AsyncIterable<Buffer>,
  encoding: string,
): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}

export function isEncoding(name: string): boolean {
  try {
    return new TextDecoder(name).encoding !== '';
  } catch {
    return false;
  }
}
