import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createDigest } from '../../src/text/digest.js';
import { createRedactor } from '../../src/text/redact.js';
import { withoutTokens } from '../../src/text/tokens.js';
import { canaries, ordinarySentences } from './canary-corpus.js';

const redactor = createRedactor({ digest: createDigest(Buffer.from('a key')), region: 'GB' });
const corpus = canaries(3000, 20260302);

/** What of a value must not be readable afterwards: its digits, or its words. */
function survives(value: string, redacted: string): boolean {
  const rest = withoutTokens(redacted)
    .toLowerCase()
    .replace(/[\s().-]/g, '');
  const digits = value.replace(/\D/g, '');
  const bare = value.toLowerCase().replace(/[\s().-]/g, '');
  return rest.includes(bare) || (digits.length >= 6 && rest.replace(/\D/g, '').includes(digits));
}

const wordsOf = (text: string) => withoutTokens(text).match(/[\p{L}\p{N}£$€.:'-]+/gu) ?? [];

function lostShare(texts: readonly string[], region: string): number {
  const { redact } = createRedactor({ digest: createDigest(Buffer.from('a key')), region });
  let [all, kept] = [0, 0];
  for (const text of texts) {
    all += wordsOf(text).length;
    kept += wordsOf(redact(text)).length;
  }
  return (all - kept) / all;
}

describe('a corpus of planted personal values', () => {
  it('keeps at most one in two hundred readable, over all kinds', () => {
    const left = corpus.filter(({ text, value }) => survives(value, redactor.redact(text)));
    const report = left.slice(0, 20).map(({ kind, text }) => `${kind}: ${text}`);
    expect(corpus.length).toBeGreaterThanOrEqual(2000);
    expect(left.length / corpus.length, report.join('\n')).toBeLessThanOrEqual(0.005);
  });

  it('keeps at most one in fifty readable of any one kind', () => {
    for (const kind of new Set(corpus.map((canary) => canary.kind))) {
      const ofKind = corpus.filter((canary) => canary.kind === kind);
      const left = ofKind.filter(({ text, value }) => survives(value, redactor.redact(text)));
      expect(left.length / ofKind.length, `${kind}: ${left[0]?.text}`).toBeLessThanOrEqual(0.02);
    }
  });

  it('loses few of the words around the values', () => {
    let [all, kept] = [0, 0];
    for (const { text, value } of corpus) {
      const around = wordsOf(text.replace(value, ' '));
      all += around.length;
      kept += Math.min(around.length, wordsOf(redactor.redact(text)).length);
    }
    expect((all - kept) / all).toBeLessThanOrEqual(0.02);
  });
});

describe('sentences without anything personal', () => {
  it('lose at most one word in a hundred', () => {
    expect(lostShare(ordinarySentences, 'GB')).toBeLessThanOrEqual(0.01);
  });

  it('pass at a rate that a night can afford', () => {
    const rounds = 200;
    const before = performance.now();
    let same = 0;
    for (let i = 0; i < rounds; i++)
      for (const text of ordinarySentences) if (redactor.redact(text) === text) same += 1;
    const seconds = (performance.now() - before) / 1000;
    process.stdout.write(
      `redaction: ${Math.round((rounds * ordinarySentences.length) / seconds)} turns/s\n`,
    );
    expect(same).toBeGreaterThan(0.98 * rounds * ordinarySentences.length);
  });
});

const star = new URL('../../../shared/data/star/dialogs.jsonl', import.meta.url);

describe('recorded task dialogues', () => {
  it.runIf(existsSync(star))('lose at most one ordinary word in fifty', () => {
    const texts = readFileSync(star, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .flatMap((line) => turnsOf(JSON.parse(line)));
    expect(lostShare(texts, 'US')).toBeLessThanOrEqual(0.02);
  });
});

function turnsOf(dialogue: { turns: { text?: string }[] }): string[] {
  return dialogue.turns.flatMap(({ text }) => text ?? []);
}
