/**
 * Protecting simulated transcripts, as the first stage of a night does it: turns for each second of the processor's time (other
 * work on the machine slows the clock, not that), with each round a fresh memory.
 */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/config/lexicon.js';
import { createProtector } from '../../src/ingest/protect.js';
import { english } from '../../src/language/en/english.js';
import { createDigest } from '../../src/redact/digest.js';
import { createRedactor } from '../../src/redact/redact.js';
import { simulate } from '../../src/simulate/simulate.js';

const journeys = Number(process.env.HANDBACK_JOURNEYS ?? '1500');
const rounds = 5;
const lexicon = readLexicon('en', join(import.meta.dirname, '../..'));
const digest = createDigest(Buffer.from('a key for the bench'));
const fresh = (reads: boolean) =>
  createRedactor({ language: english, digest, region: 'GB', ...(reads && { lexicon }) });

/** Turns for each second of the work's own time; the work returns how many it did. */
function rate(work: () => number): number {
  const from = process.cpuUsage();
  const count = work();
  const { user, system } = process.cpuUsage(from);
  return count / ((user + system) / 1e6);
}

const median = (rates: readonly number[]) =>
  [...rates].sort((a, b) => a - b)[Math.floor(rates.length / 2)] ?? 0;
const written = (rates: readonly number[]) =>
  `${Math.round(median(rates)).toLocaleString('en-GB')} (best ${Math.round(Math.max(...rates)).toLocaleString('en-GB')})`;

describe('redaction', () => {
  it.each(['lender', 'telco'] as const)(`protects ${journeys} journeys of the %s`, (world) => {
    const { sessions, contacts } = simulate({
      world,
      journeys,
      seed: 5,
      from: '2026-10-05',
      days: 7,
    });
    const protect = (reads: boolean) => () => {
      const protector = createProtector(fresh(reads));
      let turns = 0;
      for (const session of sessions) turns += protector.session(session).turns.length;
      for (const contact of contacts) turns += protector.contact(contact).turns.length;
      return turns;
    };
    const distinct = [
      ...new Set(
        [...sessions, ...contacts].flatMap(({ turns }) =>
          (turns ?? []).flatMap(({ text }) => text ?? []),
        ),
      ),
    ];
    const texts = () => {
      const { redact } = fresh(true);
      for (const text of distinct) redact(text);
      return distinct.length;
    };
    const rates: Record<string, number[]> = { records: [], 'without questions': [], texts: [] };
    for (let round = 0; round < rounds; round++) {
      rates.records?.push(rate(protect(true)));
      rates['without questions']?.push(rate(protect(false)));
      rates.texts?.push(rate(texts));
    }
    console.log(
      `\n=== ${world}, ${distinct.length} distinct texts, turns a second: median of ${rounds} rounds\n` +
        `whole records                              ${written(rates.records ?? [])}\n` +
        `the same, each text read without its question  ${written(rates['without questions'] ?? [])}\n` +
        `distinct texts alone                       ${written(rates.texts ?? [])}`,
    );
    expect(distinct.length).toBeGreaterThan(journeys);
  });
});
