/** Every detector passes the same suite. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { describeDetectors } from '../../src/detect/describe.js';
import type { AnyDetector } from '../../src/detect/detector.js';
import { detectors } from '../../src/detect/detectors/index.js';
import type { JourneyEvidence } from '../../src/detect/evidence.js';
import { categoryNames } from '../../src/domain/categories.js';
import { nothingClaimed } from '../../src/intents/true-intent.js';
import { readBot } from '../../src/questions/bot-side.js';
import { context, detectOne, tools } from '../detect/support.js';
import { agent, bot, contact, link, said, session } from '../support/conversations.js';

/** Found over many journeys, or what is left: not for one journey's detector. */
const elsewhere = ['dead_end_intent', 'time_of_day_failure', 'unknown'];

const emptySession = { ...session([]), turns: [] };
const emptyEvidence: JourneyEvidence = {
  link: link(),
  bot: readBot(emptySession, tools()),
  agent: null,
  ledger: [],
  trueIntent: nothingClaimed,
  covered: { intent: null, probability: 0 },
  utterance: null,
  loop: null,
  repeats: null,
  opening: null,
  mood: null,
  captures: null,
  settings: context().config,
};

it('has one detector a category, in a file of its name', () => {
  const files = readdirSync(new URL('../../src/detect/detectors', import.meta.url));
  const names = files.map((file) => file.replace(/\.ts$/, '')).filter((name) => name !== 'index');
  expect(detectors.map(({ id }) => id).sort()).toEqual(names.sort());
  expect(detectors.map(({ id }) => id).sort()).toEqual(
    categoryNames.filter((name) => !elsewhere.includes(name)).sort(),
  );
});

it('is described in docs/detectors.md by its own words; run "npm run schemas" after a change', () => {
  const page = readFileSync(new URL('../../docs/detectors.md', import.meta.url), 'utf8');
  expect(page).toBe(describeDetectors());
});

describe.each(detectors)('$id', (detector) => {
  it('says what it surfaces and what it leaves alone', () => {
    expect(detector.description).toMatch(/left alone/);
    expect(detector.needs.length).toBeGreaterThan(0);
  });

  it('finds nothing in empty evidence', () => {
    expect(detector.run(emptyEvidence)).toEqual([]);
  });

  it('does not run without what it needs', () => {
    for (const need of detector.needs)
      expect(detector.run({ ...emptyEvidence, [need]: null })).toEqual([]);
  });
});

it('points at turns that exist, and quotes them word for word', async () => {
  const sides = [
    session([
      said('renew my <b>novel</b>', {
        intent: { name: 'renew_loan', confidence: 0.9, ranking: [] },
      }),
      bot('Sorry.', { error: 'HTTP 503' }),
      said('I want to speak to a human'),
    ]),
    contact([agent('How can I help?'), { actor: 'customer', text: 'as I told the bot, my novel' }]),
  ] as const;
  const { findings, quotes } = await detectOne(...sides);
  const refs = findings.flatMap(({ turns }) => turns);
  expect(refs.length).toBeGreaterThan(3);
  for (const ref of refs) {
    const [side, index] = ref.split(':');
    const turns = side === 'bot' ? sides[0].turns : sides[1].turns;
    expect(quotes[ref]).toBe(turns[Number(index)]?.text);
  }
});

it('reports a detector that throws and runs the others', async () => {
  const faults: string[] = [];
  const [broken] = detectors.filter(({ id }) => id === 'agent_requested');
  const spy = vi.spyOn(broken as AnyDetector, 'run').mockImplementation(() => {
    throw new Error('no reason today');
  });
  const result = await detectOne(
    session([said('I want to speak to a human')]),
    undefined,
    {},
    {
      onFault: (plugin, message) => faults.push(`${plugin} ${message}`),
    },
  );
  spy.mockRestore();
  expect(faults).toEqual(['agent_requested no reason today']);
  expect(result.findings.map(({ category }) => category)).toContain('unlinked_handoff');
});
