import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/config/lexicon.js';
import { english } from '../../src/language/en/english.js';
import { createDigest } from '../../src/redact/digest.js';
import { createRedactor } from '../../src/redact/redact.js';
import { withoutTokens } from '../../src/text/tokens.js';
import { type Canary, canaries, survives } from './canary-corpus.js';
import { ordinarySentences } from './ordinary-sentences.js';

const lexicon = readLexicon('en', fileURLToPath(new URL('../..', import.meta.url)));
const redactor = createRedactor({
  language: english,
  digest: createDigest(Buffer.from('a key')),
  region: 'GB',
  lexicon,
});
const corpus = canaries(6000, 20260302);
const redacted = new Map(
  corpus.map((canary) => {
    const asked = redactor.kindsAskedBy(canary.question ?? '');
    return [canary, redactor.redact(canary.text, { asked })];
  }),
);
const left = (canary: Canary) => survives(canary, withoutTokens(redacted.get(canary) ?? ''));

const wordsOf = (text: string) => withoutTokens(text).match(/[\p{L}\p{N}£$€.:'-]+/gu) ?? [];

function lostShare(texts: readonly string[], region: string): number {
  const { redact } = createRedactor({
    language: english,
    digest: createDigest(Buffer.from('a key')),
    region,
  });
  let [all, kept] = [0, 0];
  for (const text of texts) {
    all += wordsOf(text).length;
    kept += wordsOf(redact(text)).length;
  }
  return (all - kept) / all;
}

describe('a corpus of planted personal values', () => {
  it('keeps at most one in two hundred readable, over all kinds', () => {
    const found = corpus.filter(left);
    const report = found.slice(0, 20).map(({ kind, text }) => `${kind}: ${text}`);
    expect(corpus.length).toBeGreaterThanOrEqual(2000);
    expect(found.length / corpus.length, report.join('\n')).toBeLessThanOrEqual(0.005);
  });

  it('keeps at most one in fifty readable of any one kind, typed or spoken, asked for or not', () => {
    const groups = new Map<string, Canary[]>();
    for (const canary of corpus) {
      const key = `${canary.kind} ${canary.spelling} ${canary.question === undefined ? '' : 'asked'}`;
      groups.set(key, [...(groups.get(key) ?? []), canary]);
    }
    expect(groups.size).toBe(40);
    for (const [key, group] of groups) {
      const found = group.filter(left);
      expect(found.length / group.length, `${key}: ${found[0]?.text}`).toBeLessThanOrEqual(0.02);
    }
  });

  it('loses few of the words around the values', () => {
    let [all, kept] = [0, 0];
    for (const canary of corpus) {
      const around = wordsOf(canary.text.replace(canary.value, ' '));
      all += around.length;
      kept += Math.min(around.length, wordsOf(redacted.get(canary) ?? '').length);
    }
    expect((all - kept) / all).toBeLessThanOrEqual(0.02);
  });

  it('is one that a reader without the rules fails', () => {
    expect(corpus.every((canary) => survives(canary, canary.text))).toBe(true);
  });
});

describe('sentences without anything personal', () => {
  it('lose at most one word in a hundred', () => {
    expect(lostShare(ordinarySentences, 'GB')).toBeLessThanOrEqual(0.01);
  });

  it('pass as they are, nearly all', () => {
    const same = ordinarySentences.filter((text) => redactor.redact(text) === text);
    expect(same.length).toBeGreaterThan(0.98 * ordinarySentences.length);
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
