import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createDigest } from '../../src/redact/digest.js';

it('is HMAC-SHA-256 for keys and values of any length', () => {
  const property = fc.property(
    fc.uint8Array({ minLength: 1, maxLength: 200 }),
    fc.string(),
    (bytes, value) => {
      const key = Buffer.from(bytes);
      const known = createHmac('sha256', key).update(value).digest('hex').slice(0, 16);
      expect(createDigest(key)(value)).toBe(known);
    },
  );
  fc.assert(property, { seed: 3, numRuns: 300 });
});
