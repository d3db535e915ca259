/**
 * What redaction leaves that it should not, and takes that it should not. Planted values: how many are still readable. `star`:
 * names are annotated there (what the agent entered for the customer, the host, the guest, the driver, and who the
 * task says that the customer is); a word that a token replaced counts as ordinary unless it is one of these or stands in
 * an answer to the annotated question for it, so that the share lost is an upper estimate.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/config/lexicon.js';
import { createProtector } from '../../src/ingest/protect.js';
import { english } from '../../src/language/en/english.js';
import { createDigest } from '../../src/redact/digest.js';
import { createRedactor } from '../../src/redact/redact.js';
import { tokensIn, withoutTokens } from '../../src/text/tokens.js';
import { canaries, survives } from '../redact/canary-corpus.js';
import { hasShared, readShared } from '../support/shared-data.js';

const root = join(import.meta.dirname, '../..');
const limits = { canaries: 0.005, words: 0.02 };
const redactorOf = (region: string) =>
  createRedactor({
    language: english,
    digest: createDigest(Buffer.from('a key for measurements only')),
    region,
    lexicon: readLexicon('en', root),
  });
const percent = (part: number, all: number) =>
  `${((100 * part) / Math.max(1, all)).toFixed(2)} %`.padStart(8);

describe('planted values', () => {
  it('by kind, spelling and whether a question came before', () => {
    const redactor = redactorOf('GB');
    const corpus = canaries(20_000, 20261123);
    const counts = new Map<string, { all: number; left: number; alone: number }>();
    const total = { all: 0, left: 0, alone: 0 };
    const examples: string[] = [];
    for (const canary of corpus) {
      const asked = redactor.kindsAskedBy(canary.question ?? '');
      const way = canary.question === undefined ? canary.spelling : `${canary.spelling}, asked`;
      const row = counts.get(`${canary.kind.padEnd(15)}${way}`) ?? { all: 0, left: 0, alone: 0 };
      const redacted = redactor.redact(canary.text, { asked });
      const left = survives(canary, withoutTokens(redacted));
      const alone = survives(canary, withoutTokens(redactor.redact(canary.text)));
      for (const count of [row, total]) {
        count.all += 1;
        count.left += left ? 1 : 0;
        count.alone += alone ? 1 : 0;
      }
      counts.set(`${canary.kind.padEnd(15)}${way}`, row);
      if (left && examples.length < 40) examples.push(`${canary.kind}: ${redacted}`);
    }
    const rows = [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
    console.log(
      `\n=== ${total.all} planted values still readable (limit ${percent(limits.canaries, 1).trim()})\n` +
        `${' '.repeat(32)}redacted  without the question  planted\n` +
        [...rows, ['all', total] as const]
          .map(
            ([name, { all, left, alone }]) =>
              `${name.padEnd(32)}${percent(left, all)}  ${percent(alone, all).padStart(20)}  ${all}`,
          )
          .join('\n'),
    );
    if (examples.length > 0) console.log(examples.join('\n'));
    expect(total.all).toBeGreaterThanOrEqual(2000);
  });
});

interface Dialogue {
  id: string;
  user_task: string | null;
  turns: {
    speaker: string;
    text?: string;
    ts: number;
    asked_slot?: string;
    constraints?: Record<string, unknown>;
  }[];
}

const nameKeys = ['CustomerName', 'HostName', 'GuestName', 'DriverName'];
const wordsOf = (text: string) =>
  text.toLowerCase().match(/[\p{L}\p{N}£$€.:'’-]*[\p{L}\p{N}]/gu) ?? [];

/** Entries hold these beside names: "Matt and Alissa". */
const noNames = new Set(['to', 'and', 'of', 'the', 'one', 'or', 'for']);

/** The words of the names that a dialogue's annotation holds. */
function annotatedNames({ turns, user_task }: Dialogue): Set<string> {
  const entered = turns.flatMap(({ constraints }) =>
    nameKeys.flatMap((key) => String(constraints?.[key] ?? '')),
  );
  const told = /\b(?:You are|your name is) (\p{Lu}\p{L}+)/u.exec(user_task ?? '')?.[1] ?? '';
  const words = [...entered, told].flatMap((value) => wordsOf(value.replace(/["()]/g, ' ')));
  return new Set(
    words.filter(
      (word) => /^\p{L}{2,}$/u.test(word) && !word.startsWith('api.') && !noNames.has(word),
    ),
  );
}

/** The words that tokens stand for, by kind: what the kept parts of the text leave out of it. */
function replacedWords(before: string, after: string): { kind: string; words: string[] }[] {
  const tokens = tokensIn(after);
  const kept = [0, ...tokens.map(({ end }) => end)].map((from, i) =>
    after.slice(from, tokens[i]?.start ?? after.length).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
  );
  const match = new RegExp(`^${kept.join('(.+?)')}$`, 'su').exec(before);
  return tokens.map(({ kind }, i) => ({ kind, words: wordsOf(match?.[i + 1] ?? '') }));
}

describe.runIf(hasShared('star/dialogs.jsonl'))('star', () => {
  it('loses few ordinary words and leaves few annotated names', () => {
    const dialogues = readShared<Dialogue[]>('star/dialogs.jsonl');
    const half = ({ id }: Dialogue) => (createHash('sha256').update(id).digest()[0] ?? 0) % 2;
    for (const [name, part] of [
      ['kept for the test', dialogues.filter((one) => half(one) === 1)],
      ['looked at', dialogues.filter((one) => half(one) === 0)],
    ] as const)
      console.log(`\n=== star, ${part.length} dialogues, ${name}\n${starTable(part)}`);
    expect(dialogues.length).toBeGreaterThan(100);
  });
});

function starTable(dialogues: readonly Dialogue[]): string {
  const { contact } = createProtector(redactorOf('US'));
  const lost = new Map<string, { words: number; examples: Set<string> }>();
  const names = { all: 0, left: 0 };
  let [words, replaced] = [0, 0];
  for (const dialogue of dialogues) {
    const known = annotatedNames(dialogue);
    const spoken = dialogue.turns.flatMap(({ speaker, text, ts, asked_slot }) =>
      text === undefined || speaker === 'system' ? [] : [{ speaker, text, ts, asked_slot }],
    );
    const { turns } = contact({
      type: 'agent_contact',
      platform: 'star',
      contact_id: dialogue.id,
      started_at: '2026-01-01T00:00:00Z',
      channel: 'chat',
      origin: 'direct',
      turns: spoken.map(({ speaker, text }, i) => ({
        at: new Date(1.77e12 + i * 1000).toISOString(),
        actor: speaker === 'agent' ? 'agent' : 'customer',
        text,
      })),
    });
    turns.forEach(({ text }, i) => {
      const before = spoken[i]?.text ?? '';
      words += wordsOf(before).length;
      const isNameAnswer = /name|host/.test(spoken[i - 1]?.asked_slot ?? '');
      for (const { kind, words: gone } of replacedWords(before, text)) {
        replaced += gone.length;
        const ordinary = gone.filter((word) => !known.has(word));
        if (kind === 'name' && (ordinary.length < gone.length || isNameAnswer)) continue;
        const row = lost.get(kind) ?? { words: 0, examples: new Set<string>() };
        row.words += ordinary.length;
        if (ordinary.length > 0 && row.examples.size < 12) row.examples.add(ordinary.join(' '));
        lost.set(kind, row);
      }
      const stated = wordsOf(before).filter((word) => known.has(word));
      const left = new Set(wordsOf(withoutTokens(text)));
      names.all += stated.length;
      names.left += stated.filter((word) => left.has(word)).length;
    });
  }
  const all = [...lost.values()].reduce((sum, row) => sum + row.words, 0);
  const rows = [...lost].map(
    ([kind, row]) =>
      `${kind.padEnd(15)}${percent(row.words, words)}  ${row.words}  ${[...row.examples].join(' | ')}`,
  );
  return [
    ...rows,
    `ordinary words lost ${percent(all, words)} of ${words} (limit ${percent(limits.words, 1).trim()}); replaced in all ${percent(replaced, words)}`,
    `words of annotated names left ${percent(names.left, names.all)} of ${names.all}`,
  ].join('\n');
}
