import { describe, expect, it } from 'vitest';
import type { Category } from '../../src/domain/categories.js';
import type { BotSide, JourneyResult, TurnRef } from '../../src/domain/journey.js';
import { suggest } from '../../src/suggest/suggest.js';
import { config, definition, input, misread, ticket } from './library.js';

/** The bot was told `toBot` (its turn 2), and the agent was answered `toAgent`. */
function untold(
  i: number,
  slot: string,
  [toBot, question, toAgent]: [string, string, string],
  category: Category = 'uncaptured_slot',
  bot: BotSide = 'asked_not_captured',
): JourneyResult {
  const turns = ['bot:1', 'bot:2', 'agent:1', 'agent:2'] as const;
  return misread(`u-${i}`, 'renew it', 'renew_loan', 'renew_loan', {
    findings: [
      {
        category,
        slot,
        confidence: 0.9,
        primary: true,
        turns: [...turns],
        actual: '',
        expected: '',
      },
    ],
    ledger: [{ slot, bot, agent: 'asked', confidence: 0.9, turns: [...turns], needed: true }],
    quotes: {
      'bot:1': 'Northgate or Harbour?',
      'bot:2': toBot,
      'agent:1': question,
      'agent:2': toAgent,
    },
  });
}

async function suggested(
  results: readonly JourneyResult[],
  slot: string,
  category: Category = 'uncaptured_slot',
  bot = definition,
) {
  const sessions = results.map(({ sessionId }) => sessionId);
  const tickets = [ticket(category, sessions, { intent: 'renew_loan', slot })];
  const { suggestions } = await suggest(input({ results, tickets, definition: bot }), config);
  const of = (kind: string) => suggestions.filter((one) => one.kind === kind);
  return { examples: of('add_slot_examples'), prompts: of('change_prompt') };
}

const marked = (phrases: { text: string; entities: { start: number; end: number }[] }[]) =>
  phrases.map(({ text, entities: [entity] }) => text.slice(entity?.start, entity?.end));

describe('add_slot_examples', () => {
  it('marks a value of the slot that both sides were told, and puts another in its place', async () => {
    const results = [
      untold(0, 'branch', ['the Harbour one on the quay', 'Which branch is it?', 'Harbour']),
      untold(1, 'branch', ['at northgate I think', 'Which branch is it?', 'it is Northgate']),
    ];
    const [one, ...rest] = (await suggested(results, 'branch')).examples;
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ slot: 'branch', backtest: null });
    expect(one?.intent).toBeUndefined();
    expect(marked(one?.phrases ?? []).sort()).toEqual(['Harbour', 'Northgate']);
    expect(one?.phrases.map(({ text }) => text)).toContain('the Northgate one on the quay');
    expect(one?.phrases[0]?.sources[0]?.turn).toBe(2);
  });

  it('marks all of a value of which the agent was told a part', async () => {
    const branches = ['New Harbour', 'Northgate', 'Old Mill'];
    const slots = definition.slots.map((one) =>
      one.name === 'branch' ? { ...one, values: branches } : one,
    );
    const results = [
      untold(0, 'branch', ['the new harbour one on the quay', 'Which branch?', 'harbour']),
      untold(1, 'branch', ['at old mill I think', 'Which branch is it?', 'the mill']),
    ];
    const { examples } = await suggested(results, 'branch', undefined, { ...definition, slots });
    const texts = examples.flatMap(({ phrases }) => phrases.map(({ text }) => text));
    expect(texts.length).toBe(2);
    for (const value of marked(examples[0]?.phrases ?? [])) expect(branches).toContain(value);
    for (const text of texts) expect(text).not.toMatch(/^the new (?:new|old|north)/i);
  });

  it('makes up no value whose shape nothing shows', async () => {
    const results = ['aa11bb', 'cc22dd'].map((hash, i) =>
      untold(i, 'reader_number', [
        `${['that would be', 'you should have it:'][i]} ⟨account:${hash}⟩`,
        'What is your reader number?',
        `sure, ⟨account:${hash}⟩`,
      ]),
    );
    expect((await suggested(results, 'reader_number')).examples).toEqual([]);
  });

  it('is an example of the intent where the request itself says the value', async () => {
    const texts = [
      'keep my novel at Harbour a bit',
      'more weeks with it, Harbour',
      'Harbour: prolong',
    ];
    const said = texts.map((text, i): JourneyResult => {
      const journey = untold(i, 'branch', ['', 'Which branch?', 'Harbour']);
      const turns: TurnRef[] = ['bot:0', 'agent:1', 'agent:2'];
      return {
        ...journey,
        utterance: { turn: 0, text, entities: [] },
        findings: journey.findings.map((finding) => ({ ...finding, turns })),
        quotes: { ...journey.quotes, 'bot:0': text },
      };
    });
    const [one] = (await suggested(said, 'branch')).examples;
    expect(one).toMatchObject({ intent: 'renew_loan' });
    expect(one?.backtest).not.toBeNull();
  });

  it.each([
    ['the bot was told another value', ['Harbour please', 'Which branch?', 'Northgate']],
    ['the bot was told nothing of it', ['I do not know', 'Which branch?', 'Harbour']],
    ['a sentence lists all values', ['Harbour or Northgate', 'Which branch?', 'Harbour']],
    [
      'the answer is to two questions',
      ['I am ⟨name:aa11bb⟩', 'Name and branch?', '⟨name:aa11bb⟩, ⟨postcode:cc22dd⟩'],
    ],
  ] as [string, [string, string, string]][])('says nothing where %s', async (_, words) => {
    const results = [0, 1, 2].map((i) => untold(i, 'branch', words));
    expect((await suggested(results, 'branch')).examples).toEqual([]);
  });
});

describe('change_prompt', () => {
  const told = (i: number): [string, string, string] => [
    'no idea',
    ['Which branch do you collect it from?', 'Which branch do you go to?', 'branch pls'][i] ?? '',
    'Harbour',
  ];

  it('asks as the bot asks for another slot where it asked in vain, and shows how agents did', async () => {
    const results = [0, 1, 2].map((i) => untold(i, 'branch', told(i)));
    const [one, ...rest] = (await suggested(results, 'branch')).prompts;
    expect(rest).toEqual([]);
    expect(one?.prompt).toBe('What is your branch?');
    expect(one?.change).toMatch(/as in "Which branch do you (collect|go)/);
    expect(one?.evidence?.[0]).toMatchObject({ turns: ['bot:2'], quote: 'no idea' });
    expect(one?.gate.verdict).toBe('review');
  });

  it('says nothing where the bot never asked, or asks in these words already', async () => {
    const never = [0, 1, 2].map((i) =>
      untold(i, 'branch', told(i), 'uncaptured_slot', 'said_not_captured'),
    );
    expect((await suggested(never, 'branch')).prompts).toEqual([]);
    const same = [0, 1, 2].map((i) =>
      untold(i, 'reader_number', ['no', 'what is your reader number?', 'one two']),
    );
    expect((await suggested(same, 'reader_number')).prompts).toEqual([]);
  });

  it('reads back a value that the bot gets wrong', async () => {
    const results = [0, 1].map((i) =>
      untold(i, 'branch', told(i), 'wrong_slot_value', 'captured_differently'),
    );
    const [one] = (await suggested(results, 'branch', 'wrong_slot_value')).prompts;
    expect(one?.prompt).toBe('Is your branch {branch}?');
  });
});
