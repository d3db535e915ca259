/** Parts of the night on public data that nobody here wrote: real queries to a bot, a real bot's log. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run as nightly } from '../../src/commands/nightly.js';
import { trainShadow } from '../../src/nlu/shadow.js';
import { outside } from '../support/outside.js';
import { createProject } from '../support/project.js';
import { hasShared, readShared, sharedData } from '../support/shared-data.js';

interface Hint {
  split: string;
  text: string;
  intent: string | null;
  in_scope: boolean;
}

describe.runIf(hasShared('hint3/sofmattress.jsonl'))('hint3', () => {
  it('classifies real queries to a live bot', () => {
    const all = readShared<Hint[]>('hint3/sofmattress.jsonl');
    const shadow = trainShadow(
      all.filter(({ split }) => split === 'train').map(({ text, intent }) => ({ text, intent })),
    );
    const queries = all.filter(({ split }) => split !== 'train');
    const judged = queries.map((query) => ({ ...query, said: shadow.classify(query.text) }));
    const inScope = judged.filter(({ in_scope }) => in_scope);
    const outOfScope = judged.filter(({ in_scope }) => !in_scope);
    const right = inScope.filter(({ intent, said }) => said.ranking[0]?.intent === intent).length;
    const pairs = inScope.flatMap((a) =>
      outOfScope.map((b) => Math.sign(b.said.none - a.said.none)),
    );
    const auroc = pairs.reduce((sum, sign) => sum + (sign + 1) / 2, 0) / pairs.length;
    console.log(
      `\n=== hint3 sofmattress: in scope top-1 ${(right / inScope.length).toFixed(3)} (n ${inScope.length}), out of scope AUROC ${auroc.toFixed(3)} (n ${outOfScope.length})`,
    );
    expect(pairs.length).toBeGreaterThan(0);
  });
});

describe.runIf(hasShared('rasa_bots/helpdesk-assistant/tracker_events.jsonl'))('rasa_bots', () => {
  it("takes a real bot's log and training data through the main job", async () => {
    const project = createProject();
    const bot = join(sharedData, 'rasa_bots/helpdesk-assistant');
    project.write(
      'handback.yaml',
      [
        'bot: {timezone: Europe/Berlin}',
        `sources: [{format: rasa, path: ${bot}/tracker_events.jsonl}]`,
        `training_data: {format: rasa, path: ${bot}}`,
      ].join('\n'),
    );
    const { text } = await nightly({ acceptData: true }, outside(project.folder));
    console.log(`\n=== rasa_bots/helpdesk-assistant\n${text}`);
    project.remove();
    expect(text).toContain('bot sessions');
  });
});
