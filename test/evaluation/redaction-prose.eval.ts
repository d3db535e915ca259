/**
 * Personal values in running text (`presidio_research`), half of the templates looked at, the other half kept: how many of each kind stand
 * verbatim in what is left, and which share of the words outside any marked value is lost. HANDBACK_PEERS names a folder into
 * which `npm install redact-pii compromise` was done; these then read the same texts.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/config/lexicon.js';
import { english } from '../../src/language/en/english.js';
import { createDigest } from '../../src/redact/digest.js';
import { createRedactor } from '../../src/redact/redact.js';
import { withoutTokens } from '../../src/text/tokens.js';
import { hasShared, readShared } from '../support/shared-data.js';

interface Marked {
  text: string;
  template: number;
  spans: { type: string; start: number; end: number; value: string }[];
}
type Cleaner = (text: string) => string;

const { redact } = createRedactor({
  language: english,
  digest: createDigest(Buffer.from('a key for measurements only')),
  region: 'US',
  lexicon: readLexicon('en', join(import.meta.dirname, '../..')),
});
const limits = { names: 0.3, words: 0.005 };

/** What each leaves of a text; compromise hides people alone. */
function cleaners(): Record<string, Cleaner> {
  const ours: Record<string, Cleaner> = {
    'ours, as a turn': (text) => withoutTokens(redact(text)),
    'ours, as a note': (text) => withoutTokens(redact(text, { prose: true })),
  };
  const folder = process.env.HANDBACK_PEERS;
  if (folder === undefined) return ours;
  const load = createRequire(join(folder, 'package.json'));
  const { SyncRedactor } = load('redact-pii') as {
    SyncRedactor: new () => { redact: Cleaner };
  };
  const peer = new SyncRedactor();
  const compromise = load('compromise') as (text: string) => {
    people(): { out(as: 'array'): string[] };
  };
  return {
    ...ours,
    'redact-pii': (text) =>
      peer.redact(text).replace(/\b[A-Z_]{4,}\b/g, (word) => (text.includes(word) ? word : ' ')),
    compromise: (text) =>
      compromise(text)
        .people()
        .out('array')
        .reduce((rest, person) => rest.split(person).join(' '), text),
  };
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function outside({ text, spans }: Marked): string {
  let [rest, from] = ['', 0];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    rest += `${text.slice(from, Math.max(from, start))} `;
    from = Math.max(from, end);
  }
  return rest + text.slice(from);
}

function measure(texts: readonly Marked[], clean: Cleaner) {
  const kinds = new Map<string, { all: number; left: number }>();
  let [words, lost] = [0, 0];
  for (const marked of texts) {
    const after = clean(marked.text);
    for (const { type, value } of marked.spans) {
      const row = kinds.get(type) ?? { all: 0, left: 0 };
      row.all += 1;
      if (after.includes(value)) row.left += 1;
      kinds.set(type, row);
    }
    const left = new Map<string, number>();
    for (const word of wordsOf(after)) left.set(word, (left.get(word) ?? 0) + 1);
    for (const word of wordsOf(outside(marked))) {
      words += 1;
      const count = left.get(word) ?? 0;
      if (count === 0) lost += 1;
      else left.set(word, count - 1);
    }
  }
  return { kinds, lost: lost / words };
}

describe.runIf(hasShared('presidio_research/texts.jsonl'))('running text', () => {
  const all = readShared<Marked[]>('presidio_research/texts.jsonl');
  it.each([
    ['looked at', all.filter(({ template }) => template % 2 === 0)],
    ['kept', all.filter(({ template }) => template % 2 === 1)],
  ] as const)('leaves few names, %s', (half, texts) => {
    for (const [who, clean] of Object.entries(cleaners())) {
      const { kinds, lost } = measure(texts, clean);
      const rows = [...kinds].sort(([a], [b]) => (a < b ? -1 : 1));
      console.log(
        `=== ${half}, ${who}: ordinary words lost ${(100 * lost).toFixed(2)} % (limit ${100 * limits.words} %); left of names at most ${limits.names}\n  ` +
          rows
            .map(([kind, row]) => `${kind} ${(row.left / row.all).toFixed(2)} of ${row.all}`)
            .join(', '),
      );
    }
    expect(texts.length).toBeGreaterThan(300);
  });
});
