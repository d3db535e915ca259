import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUtf8 } from '../../../src/vendors/input/encoding.js';

async function* inPieces(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const strict = (bytes: Buffer): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

describe('whether bytes are UTF-8', () => {
  it('does not depend on where they are cut into pieces', async () => {
    const bytes = fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      fc.array(fc.constantFrom(0x41, 0xc3, 0xa9, 0xe4, 0xbc, 0x9a, 0xf0, 0x9f, 0x98, 0x80, 0xff)),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 5 }), async (list, size) => {
        const all = Buffer.from(list);
        expect(await isUtf8(inPieces(all, size))).toBe(strict(all));
      }),
      { numRuns: 300 },
    );
  });

  it('is false where the last letter is cut off, or where it is Windows-1252', async () => {
    const text = Buffer.from('Grüße 😀');
    expect(await isUtf8(inPieces(text, 4))).toBe(true);
    expect(await isUtf8(inPieces(text.subarray(0, -1), 4))).toBe(false);
    expect(await isUtf8(inPieces(Buffer.from('Grüße', 'latin1'), 2))).toBe(false);
    expect(await isUtf8(inPieces(Buffer.alloc(0), 2))).toBe(true);
  });
});
