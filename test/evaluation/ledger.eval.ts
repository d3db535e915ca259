/**
 * The slot ledger on simulated journeys through the whole nightly job: F1 of each of its four ways in which an agent comes
 * to ask, with the slot, and how often the bot team would be given what somebody else lost.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run as nightly } from '../../src/commands/nightly.js';
import { run as simulate } from '../../src/commands/simulate.js';
import type { TruthLine } from '../../src/domain/records.js';
import { compareSets, score } from '../../src/evaluate/counts.js';
import { type JourneyLine, journeyLine } from '../../src/evaluate/evaluate.js';
import { readWorld } from '../../src/simulate/read-world.js';
import { outside } from '../support/outside.js';

const journeys = Number(process.env.HANDBACK_JOURNEYS ?? 5_000);
const cells = ['missed_slot', 'uncaptured_slot', 'wrong_slot_value', 'context_lost'] as const;
const botTeam: readonly string[] = cells.slice(0, 3);
const runs = [
  { world: 'lender', seed: 31 },
  { world: 'telco', seed: 32 },
  { world: 'lender', seed: 33 },
  { world: 'telco', seed: 34 },
] as const;

const linesOf = (file: string): unknown[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

type Pair = { found: JourneyLine['findings']; truth: TruthLine['findings'] };

/**
 * The bot's definition does not name every slot that agents ask for; what they are called then is the agents' business.
 * Each such name is matched with the world's slot that it comes with most often, one to one.
 */
function matchNames(pairs: readonly Pair[], defined: ReadonlySet<string>): Map<string, string> {
  const together = new Map<string, number>();
  const times = new Map<string, number>();
  const newSlots = (findings: readonly { slot?: string | undefined }[]) =>
    new Set(
      findings.flatMap(({ slot }) => (slot === undefined || defined.has(slot) ? [] : [slot])),
    );
  for (const { found, truth } of pairs)
    for (const name of newSlots(found)) {
      times.set(name, (times.get(name) ?? 0) + 1);
      for (const slot of newSlots(truth))
        together.set(`${name} ${slot}`, (together.get(`${name} ${slot}`) ?? 0) + 1);
    }
  const matched = new Map<string, string>();
  for (const [pair, n] of [...together].sort((a, b) => b[1] - a[1])) {
    const [name = '', slot = ''] = pair.split(' ');
    if (matched.has(name) || [...matched.values()].includes(slot)) continue;
    if (n > 0.3 * (times.get(name) ?? 0)) matched.set(name, slot);
  }
  return matched;
}

function scoreCells(pairs: readonly Pair[], nameOf: (slot: string) => string) {
  return cells.map((cell) => {
    const counts = { hit: 0, wrong: 0, missed: 0 };
    const slots = (findings: readonly { category: string; slot?: string | undefined }[]) =>
      new Set(findings.flatMap((f) => (f.category === cell && f.slot ? [nameOf(f.slot)] : [])));
    for (const { found, truth } of pairs) {
      const { hit, wrong, missed } = compareSets(slots(found), slots(truth));
      counts.hit += hit;
      counts.wrong += wrong;
      counts.missed += missed;
    }
    return { cell, ...score(counts.hit, counts.wrong, counts.missed) };
  });
}

const macro = (scores: readonly { f1: number | null }[]) =>
  scores.reduce((sum, { f1 }) => sum + (f1 ?? 0), 0) / scores.length;

describe.each(runs)('$world, seed $seed', ({ world, seed }) => {
  it('keeps its slot ledger', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'handback-ledger-'));
    const out = outside(cwd);
    const options = { world, seed, journeys, from: '2026-10-05', days: 28, to: cwd };
    await simulate({ ...options, formats: ['handback'] }, out);
    const { folder } = (await nightly({}, out)).data as { folder: string };
    const truth = new Map(
      (linesOf(join(cwd, 'truth.ndjson')) as TruthLine[]).map((line) => [line.session_id, line]),
    );
    const pairs = linesOf(join(folder, 'journeys.ndjson')).flatMap((line): Pair[] => {
      const { session_id, findings } = journeyLine.parse(line);
      const known = truth.get(session_id);
      return known ? [{ found: findings, truth: known.findings }] : [];
    });
    rmSync(cwd, { recursive: true, force: true });
    const defined = new Set(readWorld(world).intents.flatMap(({ requires }) => requires));
    const names = matchNames(pairs, defined);
    const exact = scoreCells(pairs, (slot) => slot);
    const matched = scoreCells(pairs, (slot) => names.get(slot) ?? slot);
    const misdirected = pairs.reduce((sum, { found, truth: known }) => {
      const lost = new Set(known.flatMap((f) => (f.category === 'context_lost' ? [f.slot] : [])));
      return sum + found.filter((f) => botTeam.includes(f.category) && lost.has(f.slot)).length;
    }, 0);
    const lost = pairs.flatMap(({ truth: known }) =>
      known.filter(({ category }) => category === 'context_lost'),
    ).length;
    const show = (x: number | null) => (x ?? 0).toFixed(3);
    console.log(
      [
        `\n=== ${world}, seed ${seed}, ${pairs.length} handoffs`,
        ...matched.map(
          (s, i) =>
            `${s.cell.padEnd(18)} P ${show(s.precision)} R ${show(s.recall)} F1 ${show(s.f1)}   by exact name ${show(exact[i]?.f1 ?? 0)}`,
        ),
        `macro-F1           ${macro(matched).toFixed(3)}   by exact name ${macro(exact).toFixed(3)}   (target 0.900)`,
        `names              ${[...names].map(([own, slot]) => `${own} = ${slot}`).join(', ')}`,
        `bot-team findings on what was lost: ${misdirected} of ${lost} (target 0)`,
      ].join('\n'),
    );
    expect(pairs.length).toBeGreaterThan(0);
  });
});
