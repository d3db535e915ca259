/**
 * What the gate catches and what it keeps back: a month's failures at 20 % wrong labels, among them planted duplicates of
 * training phrases, phrases of other intents, and personal values that redaction had missed. `HANDBACK_LOOP=hint3` picks sets.
 */
import { describe, expect, it } from 'vitest';
import type { LabelledPhrase } from '../../src/domain/classifier.js';
import type { Suggestion } from '../../src/domain/suggestion.js';
import { shadow } from '../../src/nlu/engines/shadow.js';
import { drawn, hasIntentData } from '../support/intents.js';
import { suggestionsFor } from './loop/ours.js';
import { type Failure, idOf, type World, worlds, wrongLabels } from './loop/world.js';

const wanted = process.env.HANDBACK_LOOP?.split(',') ?? ['hint3', 'natcs'];
const splits = [1, 2, 3];
const planted = 30;

type Plant = (phrase: LabelledPhrase, i: number, world: World) => Pick<Failure, 'text' | 'label'>;

const intentsOf = ({ start }: World) => [...new Set(start.flatMap(({ intent }) => intent ?? []))];
const writings: ((text: string) => string)[] = [
  (text) => text.toUpperCase(),
  (text) => `  ${text.replace(/ /g, '  ')} !!`,
  (text) => text.replace(/[.?!]*$/, '...').replace(/'/g, '’'),
];
const values = [
  '07911 123456',
  'mail jo.smith@mail.example.org',
  '4539 1488 0343 6467',
  '+49 170 7654321',
];

const plants: Record<string, Plant> = {
  duplicates: ({ text, intent }, i) => ({
    text: (writings[i % writings.length] ?? String)(text),
    label: intent,
  }),
  collisions({ text, intent }, i, world) {
    const others = intentsOf(world).filter((other) => other !== intent);
    return { text, label: others[i % others.length] ?? null };
  },
  'personal data': ({ text, intent }, i) => ({
    text: `${text} ${i} times, ${values[i % values.length]}`,
    label: intent,
  }),
};

/** Digits and addresses that stand in what was planted and belong to somebody. */
const personal = /7911 ?123456|jo\.smith|4539 ?1488|170 ?7654321/;
/** Raw in the import, or under a label that its words deny. */
function isCaught(kind: string, own: readonly Suggestion[], id: string): boolean {
  const phrases = own
    .filter(({ gate }) => gate.verdict !== 'refused')
    .flatMap((one) => one.phrases)
    .filter(({ sources }) => sources.some(({ sessionId }) => sessionId === id));
  return kind === 'personal data'
    ? phrases.every(({ text }) => !personal.test(text))
    : phrases.length === 0;
}

async function failuresOf(world: World, seed: number): Promise<Failure[]> {
  const trained = await shadow.train(world.start);
  const said = await trained.classify(world.lastMonth.map(({ text }) => text));
  const outcomes = wrongLabels(world, 0.2, seed);
  return world.lastMonth.flatMap(({ text, intent }, i) => {
    const { intent: heard = null, probability = 0 } = said[i] ?? {};
    if (heard === intent) return [];
    const label = outcomes(text, intent);
    return [{ id: idOf(text, i), text, truth: intent, said: heard, sure: probability, label }];
  });
}

const share = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(1)} %`;

describe.runIf(hasIntentData)('the gate', () => {
  it.each(wanted)('on %s', async (name) => {
    const rows: Record<string, unknown>[] = [];
    let [good, goodRefused, wrong, wrongApart] = [0, 0, 0, 0];
    const caught: Record<string, number> = {};
    for (const seed of splits) {
      const world = worlds[name]?.(seed);
      if (!world) continue;
      const failures = await failuresOf(world, seed);
      const extra = Object.entries(plants).flatMap(([kind, plant]) =>
        drawn(world.start, seed + kind.length)
          .slice(0, planted)
          .map((phrase, i): Failure => {
            const said = intentsOf(world).find((other) => other !== phrase.intent) ?? null;
            const made = plant(phrase, i, world);
            return { id: `${kind}-${i}`, truth: phrase.intent, said, sure: 1, ...made };
          }),
      );
      const suggestions = (await suggestionsFor(world.start, [...failures, ...extra], [])).filter(
        ({ kind }) => kind === 'add_phrases' || kind === 'out_of_scope_phrases',
      );
      for (const kind of Object.keys(plants))
        for (let i = 0; i < planted; i++)
          caught[kind] = (caught[kind] ?? 0) + Number(isCaught(kind, suggestions, `${kind}-${i}`));
      const right = new Map(failures.map((one) => [one.id, one.label === one.truth]));
      for (const { phrases, gate } of suggestions)
        for (const { sources } of phrases) {
          const isRight = right.get(sources[0]?.sessionId ?? '');
          if (isRight === undefined) continue;
          const apart = gate.verdict === 'refused' || gate.risk === 'cost' || gate.risk === 'doubt';
          if (isRight) {
            good++;
            goodRefused += Number(gate.verdict === 'refused');
          } else {
            wrong++;
            wrongApart += Number(apart);
          }
        }
    }
    const of = splits.length * planted;
    for (const [kind, count] of Object.entries(caught))
      rows.push({ what: `${kind} caught`, share: share(count, of), limit: '95 %' });
    rows.push({ what: 'good phrases refused', share: share(goodRefused, good), limit: '10 %' });
    rows.push({
      what: 'wrong labels refused or set apart',
      share: share(wrongApart, wrong),
      limit: '',
    });
    console.log(`\n${name}, ${splits.length} splits, ${of} planted of each kind`);
    console.table(rows);
    expect(good).toBeGreaterThan(0);
  });
});
