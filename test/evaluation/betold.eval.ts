/**
 * Lost calls of a real bot: foretold from each call without its last two utterances, learned from the bot's own outcomes
 * alone, beside a plain n-gram regression, a counting rule, and "always". Then the states at which customers are lost.
 */
import { describe, expect, it } from 'vitest';
import { run as nightly } from '../../src/commands/nightly.js';
import { compareSets, score } from '../../src/evaluate/counts.js';
import { createFlowReader, type Flow, type Step } from '../../src/figures/losses/flow.js';
import { lostStates } from '../../src/figures/losses/lost-states.js';
import { learnLosses } from '../../src/figures/losses/predict-loss.js';
import { lastSteps } from '../../src/figures/settings.js';
import { createProtector } from '../../src/ingest/protect.js';
import { english } from '../../src/language/en/english.js';
import { createDigest } from '../../src/redact/digest.js';
import { createRedactor } from '../../src/redact/redact.js';
import { fitLogistic } from '../../src/stats/logistic-regression.js';
import { outside } from '../support/outside.js';
import { config, createProject } from '../support/project.js';
import { seeded } from '../support/seeded.js';
import { betoldSessions, hasShared } from '../support/shared-data.js';
import { crossValidate, type Foreteller } from './betold/judge.js';

const folds = 5;
const seeds = [1, 2, 3];

function grams(steps: readonly Step[]): Map<string, number> {
  const names = steps.map(({ actor, state }) => `${actor} ${state}`);
  const counts = new Map<string, number>();
  for (const name of [...names, ...names.slice(1).map((name, i) => `${names[i]} > ${name}`)])
    counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

const ngrams: Foreteller = (flows) => {
  const rows = flows.map(({ steps }) => grams(steps.slice(0, -lastSteps)));
  const model = fitLogistic(
    rows,
    flows.map(({ lost }) => lost),
    { l2: 1 },
  );
  return (steps) => model.scoreOf(grams(steps));
};

/** A bot's state that came twice. */
const counting: Foreteller = () => (steps) => {
  const bot = steps.filter(({ actor }) => actor === 'bot').map(({ state }) => state);
  return bot.length - new Set(bot).size;
};

const always: Foreteller = () => () => 1;

const mean = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

function row(
  name: string,
  flows: readonly Flow[],
  learn: Foreteller,
  seen: (flow: Flow) => readonly Step[],
) {
  const all = seeds.map((seed) => {
    const random = seeded(seed);
    const foldOf = flows.map(() => Math.floor(random() * folds));
    return crossValidate(flows, learn, seen, folds, (i) => foldOf[i] ?? 0);
  });
  const figure = (key: 'auc' | 'precision' | 'recall' | 'f1') =>
    mean(all.map((one) => one[key])).toFixed(3);
  const spread = Math.max(...all.map(({ f1 }) => f1)) - Math.min(...all.map(({ f1 }) => f1));
  return `${name.padEnd(34)} AUC ${figure('auc')}  P ${figure('precision')} R ${figure('recall')} F1 ${figure('f1')} (spread ${spread.toFixed(3)})`;
}

describe.runIf(hasShared('betold/sessions.jsonl'))('betold', () => {
  it('foretells lost calls and says where they are lost', () => {
    const digest = createDigest(Buffer.alloc(32, 1));
    const protector = createProtector(createRedactor({ language: english, digest, region: 'GB' }));
    const read = createFlowReader();
    const flows = betoldSessions().map(({ session }) => read(protector.session(session)));
    const cut = ({ steps }: Flow) => steps.slice(0, -lastSteps);
    const first = (n: number) => (flow: Flow) => cut(flow).slice(0, n);
    const lost = flows.filter((flow) => flow.lost).length;
    const states = lostStates(flows);
    console.log(
      [
        `\n=== betold, ${flows.length} calls, ${lost} lost; ${folds} folds, ${seeds.length} times (targets: F1 0.657, AUC 0.841)`,
        row('without the last two utterances', flows, learnLosses, cut),
        row('plain n-gram regression', flows, ngrams, cut),
        row('a state of the bot came twice', flows, counting, cut),
        row('always', flows, always, cut),
        row('from the first 8 steps alone', flows, learnLosses, first(8)),
        row('from the first 12 steps alone', flows, learnLosses, first(12)),
        '\nwhere they are lost: visits, calls, lost there, share with its 95 % interval, more than usual, lost there on coming back',
        ...states
          .slice(0, 15)
          .map(
            (s) =>
              `${s.state.padEnd(44)} ${String(s.visits).padStart(6)} ${String(s.sessions).padStart(6)} ${String(s.lost).padStart(5)}  ${s.share.toFixed(3)} (${s.interval.map((x) => x.toFixed(3)).join(' to ')}) ${s.excess.toFixed(1).padStart(7)} ${String(s.lostOnReturn).padStart(5)}`,
          ),
      ].join('\n'),
    );
    expect(flows.length).toBe(1352);
    expect(states.reduce((sum, state) => sum + state.lost, 0)).toBeLessThanOrEqual(lost);
  });

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
