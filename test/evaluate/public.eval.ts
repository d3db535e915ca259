/** Parts of the night on public data that nobody here wrote: who asks what, intents, loops, a real bot's log. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run as nightly } from '../../src/commands/nightly.js';
import { readLexicon } from '../../src/config/lexicon.js';
import { createAskReader } from '../../src/detect/asks.js';
import { compareSets, score } from '../../src/evaluate/counts.js';
import { trainShadow } from '../../src/nlu/shadow.js';
import { outside } from '../support/outside.js';
import { config, createProject } from '../support/project.js';
import { betoldSessions, hasShared, readShared, sharedData } from '../support/shared-data.js';

const root = join(import.meta.dirname, '../..');

interface StarAsk {
  typed: string;
  label: string;
  asked_slot: string | null;
}

describe.runIf(hasShared('star/agent_asks.jsonl'))('star', () => {
  it('knows which agent turns ask, and for what', () => {
    const turns = readShared<StarAsk[]>('star/agent_asks.jsonl').filter(
      ({ typed }) => typed !== null && typed.trim().split(/\s+/).length >= 4,
    );
    const domainOf = ({ label }: StarAsk) => label.split('_')[0] ?? '';
    const slotsOf = new Map<string, Set<string>>();
    for (const turn of turns) {
      const known = slotsOf.get(domainOf(turn)) ?? new Set<string>();
      if (turn.asked_slot !== null) known.add(turn.asked_slot);
      slotsOf.set(domainOf(turn), known);
    }
    const lexicon = readLexicon('en', root);
    const all = [...new Set([...slotsOf.values()].flatMap((names) => [...names]))];
    const slots = all.map((name) => ({ name, values: [], prompts: [], neededBy: [] }));
    const reader = createAskReader(slots, lexicon);
    const asks = { hit: 0, wrong: 0, missed: 0 };
    const which = { hit: 0, wrong: 0, missed: 0 };
    for (const turn of turns) {
      const found = new Set(reader.read(turn.typed).map(({ slot }) => slot));
      const gold = new Set(turn.asked_slot === null ? [] : [turn.asked_slot]);
      if (reader.requests(turn.typed) && gold.size > 0) asks.hit++;
      else if (reader.requests(turn.typed)) asks.wrong++;
      else if (gold.size > 0) asks.missed++;
      const counts = compareSets(found, gold);
      which.hit += counts.hit;
      which.wrong += counts.wrong;
      which.missed += counts.missed;
    }
    console.log(
      `\n=== star, ${turns.length} typed turns of four words or more, all ${all.length} slots at once\n` +
        `asks for something ${JSON.stringify(score(asks.hit, asks.wrong, asks.missed))}\n` +
        `which slot         ${JSON.stringify(score(which.hit, which.wrong, which.missed))}`,
    );
    expect(turns.length).toBeGreaterThan(500);
  });
});

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

describe.runIf(hasShared('betold/sessions.jsonl'))('betold', () => {
  it('sees loops in calls of a real bot', async () => {
    const project = createProject();
    const calls = betoldSessions();
    project.write('config/handback.yaml', config());
    // Every call is given a handoff, so that each is judged; who was lost is the label.
    const sessions = calls.map(({ session }) => ({
      ...session,
      outcome: 'escalated',
      handoff: { at: session.ended_at },
    }));
    project.write('data/calls.ndjson', sessions);
    await nightly({}, outside(project.folder));
    const [[, text = ''] = []] = [...project.files('out')].filter(([name]) =>
      name.endsWith('journeys.ndjson'),
    );
    const loops = new Set(
      text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
        .filter(({ findings }) =>
          findings.some((f: { category: string }) => f.category === 'intent_loop'),
        )
        .map(({ session_id }) => session_id),
    );
    const lost = new Set(
      calls.filter((call) => call.lost).map(({ session }) => session.session_id),
    );
    const { hit, wrong, missed } = compareSets(loops, lost);
    const counted = compareSets(
      new Set(
        calls
          .filter(({ session: { turns } }) => {
            const prompts = turns.flatMap(({ action }) => action ?? []);
            return new Set(prompts).size < prompts.length;
          })
          .map(({ session }) => session.session_id),
      ),
      lost,
    );
    console.log(
      `\n=== betold, ${calls.length} calls, ${lost.size} lost\n` +
        `intent_loop        ${JSON.stringify(score(hit, wrong, missed))}\n` +
        `a prompt came twice ${JSON.stringify(score(counted.hit, counted.wrong, counted.missed))}`,
    );
    project.remove();
    expect(text).not.toBe('');
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
    const { text } = await nightly({}, outside(project.folder));
    console.log(`\n=== rasa_bots/helpdesk-assistant\n${text}`);
    project.remove();
    expect(text).toContain('bot sessions');
  });
});
