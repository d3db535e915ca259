/** Missed slots end to end on 844 cut dialogues of other people's making, through the whole nightly job. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run as nightly } from '../../src/commands/nightly.js';
import { score } from '../../src/evaluate/counts.js';
import { evaluate, journeyLine } from '../../src/evaluate/evaluate.js';
import { outside } from '../support/outside.js';
import { config } from '../support/project.js';
import { hasShared, sgdHandoffs } from '../support/shared-data.js';
import { wordOverlapAsks } from '../support/word-overlap.js';

describe.runIf(hasShared('sgd/handoff_sim.jsonl'))('sgd/handoff_sim', () => {
  it('finds the slots that the bot had not asked for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'handback-sgd-'));
    const { definition, sessions, contacts, truth } = sgdHandoffs();
    writeFileSync(join(folder, 'handback.yaml'), config());
    const out = outside(join(folder, 'data'));
    const lines = [definition, ...sessions, ...contacts].map((record) => JSON.stringify(record));
    writeFileSync(join(folder, 'data/sgd.ndjson'), lines.join('\n'));
    const night = await nightly({ out: join(folder, 'out') }, { ...out, cwd: folder });
    const { night: day } = night.data as { night: string };
    const journeys = readFileSync(join(folder, 'out', day, 'journeys.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => journeyLine.parse(JSON.parse(line)));
    const { slots, categories, links } = evaluate(journeys, truth);
    const own = slots.find(({ category }) => category === 'missed_slot')?.score;

    const baseline = wordOverlapAsks(definition, sessions, contacts);
    let [hit, wrong, missed] = [0, 0, 0];
    for (const { session_id, findings } of truth) {
      const gold = new Set(findings.map(({ slot }) => slot ?? ''));
      const found = baseline.get(session_id) ?? new Set<string>();
      for (const slot of found) {
        if (gold.has(slot)) hit++;
        else wrong++;
      }
      for (const slot of gold) if (!found.has(slot)) missed++;
    }
    const lost = journeys.filter(({ findings }) =>
      findings.some(({ category }) => category === 'context_lost'),
    );
    console.log(
      [
        `\n=== sgd/handoff_sim: ${sessions.length} pairs, night of ${day}`,
        `links            ${JSON.stringify(links.accepted)}`,
        `missed slots     ${JSON.stringify(own)}`,
        `word overlap     ${JSON.stringify(score(hit, wrong, missed))}`,
        `false context_lost in ${lost.length} of ${journeys.length} sessions`,
        ...categories.map(
          ({ category, score: s }) => `${category.padEnd(24)} ${s.hit + s.false} findings`,
        ),
      ].join('\n'),
    );
    rmSync(folder, { recursive: true });
    expect(journeys).toHaveLength(sessions.length);
  });
});
