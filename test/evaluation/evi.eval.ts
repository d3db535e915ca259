/**
 * Spoken postcodes, names and dates of birth: is what the caller said, as a recogniser wrote it down, known to be the value
 * that the bot held? Through redaction, as in a night: what is compared are keyed hashes.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/config/lexicon.js';
import { english } from '../../src/language/en/english.js';
import { says } from '../../src/questions/answers.js';
import { digestsIn } from '../../src/questions/value-digests.js';
import { createDigest } from '../../src/redact/digest.js';
import { createRedactor } from '../../src/redact/redact.js';
import { hasShared, readShared } from '../support/shared-data.js';

type Slot = 'postcode' | 'name' | 'dob';
interface Call {
  scenario: string;
  /** null where the caller was given none. */
  gold: Record<Slot, string | null>;
  turns: { slot: Slot; attempt: number; asr: string; nbest: string[] }[];
}
interface Try {
  slot: Slot;
  attempt: number;
  text: string;
  nbest: string[];
  gold: string;
  /** Values of other callers: one by chance, and the one that is spelled most alike. */
  others: { any: string; nearest: string };
}
type Judge = (text: string, attempt: Pick<Try, 'slot'>, value: string) => boolean;

const slots: readonly Slot[] = ['postcode', 'dob', 'name'];
const questions: Record<Slot, string> = {
  postcode: 'What is your postcode?',
  dob: 'What is your date of birth?',
  name: 'Could you tell me your full name, please?',
};
const root = join(import.meta.dirname, '../..');

/** Callers by a hash of their scenario: one half was looked at while the readers were written, the other never. */
const isTuned = ({ scenario }: Call) =>
  (createHash('sha256').update(scenario).digest()[0] ?? 0) % 2 === 0;

function judges(): Record<string, Judge> {
  const digest = createDigest(Buffer.from('a key for measurements only'));
  const redactor = createRedactor({
    language: english,
    digest,
    region: 'GB',
    lexicon: readLexicon('en', root),
  });
  const { digestValue, kindsAskedBy, redact } = redactor;
  const tools = {
    digestValue,
    digestsIn: (text: string) => digestsIn(text, digestValue, english),
    language: english,
  };
  const plain = (text: string) => text.trim().toLowerCase();
  const alone: Judge = (text, _, value) => {
    const held = digestValue(value);
    return held !== null && says({ text: redact(text), at: 0 }, { digest: held, tails: [] }, tools);
  };
  const asked: Judge = (text, { slot }, value) => {
    const held = digestValue(value, slot);
    const redacted = redact(text, { asked: kindsAskedBy(questions[slot]) });
    return held !== null && says({ text: redacted, at: 0 }, { digest: held, tails: [] }, tools);
  };
  return {
    'plain strings': (text, _, value) => plain(text) === plain(value),
    'same, the text alone': alone,
    'same, after its question': asked,
  };
}

function triesOf(calls: readonly Call[]): Try[] {
  const values = (slot: Slot) => [...new Set(calls.flatMap(({ gold }) => gold[slot] ?? []))].sort();
  const known = { postcode: values('postcode'), name: values('name'), dob: values('dob') };
  return calls.flatMap(({ gold, turns }, i) =>
    turns.flatMap(({ slot, attempt, asr, nbest }) => {
      const value = gold[slot];
      if (value === null) return [];
      const others = known[slot].filter((other) => other !== value);
      const any = others[(i * 7919) % others.length] ?? '';
      const nearest = others.reduce((best, other) =>
        distance(other, value) < distance(best, value) ? other : best,
      );
      return { slot, attempt, text: asr, nbest, gold: value, others: { any, nearest } };
    }),
  );
}

/** Characters that differ place by place, and the difference in length. */
function distance(one: string, other: string): number {
  const same = Array.from(one).filter((character, i) => character === other[i]).length;
  return Math.max(one.length, other.length) - same;
}

const share = (tries: readonly Try[], test: (one: Try) => boolean) =>
  `${((100 * tries.filter(test).length) / tries.length).toFixed(1)} %`.padStart(8);

function table(tries: readonly Try[]): string {
  const rows = slots.flatMap((slot) => {
    const ofSlot = tries.filter((one) => one.slot === slot && one.text !== '');
    return Object.entries(judges()).map(([name, same]) => {
      const cells = [
        share(ofSlot, (one) => same(one.text, one, one.gold)),
        ...[0, 1, 2].map((attempt) =>
          share(
            ofSlot.filter((one) => one.attempt === attempt),
            (one) => same(one.text, one, one.gold),
          ),
        ),
        share(ofSlot, (one) => one.nbest.some((text) => same(text, one, one.gold))),
        share(ofSlot, (one) => same(one.text, one, one.others.any)),
        share(ofSlot, (one) => same(one.text, one, one.others.nearest)),
      ];
      return `${slot.padEnd(9)}${name.padEnd(26)}${cells.join(' ')}   ${ofSlot.length}`;
    });
  });
  const head = 'all  1st try  2nd try  3rd try   n-best    wrong  nearest   tries';
  return `${' '.repeat(40)}${head}\n${rows.join('\n')}`;
}

describe.runIf(hasShared('evi/calls.jsonl'))('evi', () => {
  it('knows a spoken value for the one that was held', () => {
    const calls = readShared<Call[]>('evi/calls.jsonl');
    const [tuned, kept] = [calls.filter(isTuned), calls.filter((call) => !isTuned(call))];
    for (const [name, part] of Object.entries({ 'kept for the test': kept, 'tuned on': tuned })) {
      const tries = triesOf(part);
      console.log(`\n=== evi, ${part.length} calls, ${name}\n${table(tries)}`);
      expect(tries.length).toBeGreaterThan(1000);
    }
  });
});
