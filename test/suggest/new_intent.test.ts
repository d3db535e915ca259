import { describe, expect, it } from 'vitest';
import { readLexicon } from '../../src/config/lexicon.js';
import type { Decision } from '../../src/domain/suggestion.js';
import { type SuggestInput, suggest } from '../../src/suggest/suggest.js';
import { config, definition, input, misread, ticket } from './library.js';

const lexicon = readLexicon('en', new URL('../..', import.meta.url).pathname);
const printing = [
  'I want to print a document in colour',
  'can I print my document here',
  'how much is it to print a document',
  'print twenty pages of a document for me',
  'is the printer free to print a document',
  'my document will not print',
];
const donating = [
  'I would like to donate old comics',
  'do you take comics that I want to donate',
  'where can I donate a box of comics',
  'donate my comics to the children',
  'a bag of comics to donate',
  'who do I ask to donate comics',
];
const wanted = (texts: readonly string[], from = 0) =>
  texts.map((text, i) => misread(`new-${from + i}`, text, null, 'opening_hours'));

async function proposed(texts: readonly string[][], more: Partial<SuggestInput> = {}) {
  const results = texts.flatMap((group, g) => wanted(group, 100 * g));
  const uncovered = ticket(
    'uncovered_intent',
    results.map(({ sessionId }) => sessionId),
  );
  return (await suggest(input({ results, tickets: [uncovered], lexicon, ...more }), config))
    .suggestions;
}
const newIntents = async (...args: Parameters<typeof proposed>) =>
  (await proposed(...args)).filter(({ kind }) => kind === 'new_intent');

describe('a new intent', () => {
  it('is proposed for each matter that many want, without being told how many there are', async () => {
    const found = await newIntents([printing, donating]);
    expect(found.map(({ intent }) => intent).sort()).toEqual(['donate_comics', 'print_document']);
    for (const { intent, phrases } of found) {
      const own = intent === 'print_document' ? printing : donating;
      expect(phrases.length).toBeGreaterThanOrEqual(5);
      for (const { text } of phrases) expect(own).toContain(text);
    }
  });

  it('is never applied by itself', async () => {
    const [one] = await newIntents([printing]);
    expect(one).toMatchObject({ gate: { verdict: 'review' }, review: { decision: 'pending' } });
  });

  it('is not proposed for a few wordings, or for many that have nothing in common', async () => {
    expect(await newIntents([printing.slice(0, 4)])).toEqual([]);
    const mixed = [
      'lost a glove',
      'the tap drips',
      'wifi password',
      'sell me a mug',
      'job offers',
      'old maps',
    ];
    expect(await newIntents([mixed])).toEqual([]);
  });

  it('leaves out what is worded alike and has no matter in common with the rest', async () => {
    const [one] = await newIntents([[...printing, 'how much is it to park a van']]);
    expect(one?.intent).toBe('print_document');
    expect(one?.phrases.map(({ text }) => text)).not.toContain('how much is it to park a van');
  });

  it('is not proposed where hardly two wordings are left that a person would not read in vain', async () => {
    const cats = ['cat', 'dog', 'bird', 'fish', 'hamster', 'rabbit'];
    const alike = cats.map((pet) => `I would like to bring my ${pet} to the library`);
    expect(await newIntents([alike])).toEqual([]);
  });

  it('bears no name that the bot has', async () => {
    const [taken] = definition.intents;
    const renamed = {
      ...definition,
      intents: definition.intents.map((one) =>
        one === taken ? { ...one, name: 'print_document' } : one,
      ),
    };
    expect((await newIntents([printing], { definition: renamed }))[0]?.intent).toBe(
      'print_document_2',
    );
  });

  it('shows what it must not take from the intents that there are', async () => {
    const near = 'I want to print a document about opening hours';
    const beside = {
      ...definition,
      intents: definition.intents.map((one, i) =>
        i === 0 ? { ...one, examples: [...one.examples, near] } : one,
      ),
    };
    const [one] = await newIntents([printing], { definition: beside });
    expect(one?.nearMisses).toContainEqual({ text: near, intent: beside.intents[0]?.name });
  });

  it('stays away once refused, and its wordings may still be taught as out of scope', async () => {
    const [one] = await newIntents([printing]);
    const decisions: Decision[] = [
      {
        suggestion: one?.id ?? '',
        kind: 'new_intent',
        review: { decision: 'rejected' },
        rejectedPhrases: printing,
      },
    ];
    expect(await newIntents([printing], { decisions })).toEqual([]);
    const kinds = (await proposed([printing], { decisions })).map(({ kind }) => kind);
    expect(kinds).toContain('out_of_scope_phrases');
  });
});
