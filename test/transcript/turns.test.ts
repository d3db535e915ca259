import { describe, expect, it } from 'vitest';
import { createTurnReader } from '../../src/transcript/turns.js';
import { lexicon, token } from '../detect/support.js';

const readTurn = createTurnReader(lexicon);
const isCourtesy = (text: string) => readTurn({ at: 0, text }, 0).courtesyOnly;

describe('a turn of nothing but courtesy', () => {
  it.each(['yes', 'uh yes', 'um no', 'oh okay', 'i mean yes', 'mm hmm', 'oh mm hmm', 'thank you'])(
    '%j, with or without a sigh',
    (text) => {
      expect(isCourtesy(text)).toBe(true);
    },
  );

  it.each(['uh', 'yes the blue one', 'uh blue', `yes ${token('phone', '0791234567')}`, ''])(
    'is not %j',
    (text) => {
      expect(isCourtesy(text)).toBe(false);
    },
  );
});
