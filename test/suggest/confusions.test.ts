import { describe, expect, it } from 'vitest';
import type { BotDefinition } from '../../src/domain/conversation.js';
import { trainShadow } from '../../src/nlu/shadow.js';
import { confusionsOf } from '../../src/suggest/confusions.js';
import { suggest } from '../../src/suggest/suggest.js';
import { readTraining } from '../../src/suggest/training.js';
import { config, definition, input, misread, ticket } from './library.js';

type Examples = Record<string, readonly string[]>;
const change = (edit: (examples: Examples) => Examples): BotDefinition => {
  const edited = edit(
    Object.fromEntries(definition.intents.map(({ name, examples }) => [name, examples])),
  );
  return {
    ...definition,
    intents: Object.entries(edited).map(([name, examples]) => ({
      name,
      examples: [...examples],
      requiredSlots: [],
    })),
  };
};
const confusions = (of: BotDefinition) => confusionsOf(readTraining(of, trainShadow), trainShadow);
const renew = definition.intents.find(({ name }) => name === 'renew_loan')?.examples ?? [];
const strayed = 'please renew my loan, I want to renew it';

describe('confused training data', () => {
  it('shows a phrase that stands under the wrong intent, and where it belongs', () => {
    const wrong = change((all) => ({
      ...all,
      opening_hours: [...(all.opening_hours ?? []), strayed],
    }));
    const found = confusions(wrong).mislabelled.find(({ phrase }) => phrase.text === strayed);
    expect(found).toMatchObject({
      as: 'renew_loan',
      phrase: { text: strayed, intent: 'opening_hours' },
    });
  });

  it('shows hardly anything in data that is right', () => {
    const { mislabelled } = confusions(definition);
    const phrases = definition.intents.flatMap(({ examples }) => examples).length;
    expect(mislabelled.length).toBeLessThan(phrases / 10);
  });

  it('shows two intents that share their wordings as taken for each other', () => {
    const halves = change((all) => ({
      ...all,
      renew_loan: renew.filter((_, i) => i % 2 === 0),
      extend_loan: renew.filter((_, i) => i % 2 === 1),
    }));
    const { share } = confusions(halves);
    expect(
      Math.min(share('renew_loan', 'extend_loan'), share('extend_loan', 'renew_loan')),
    ).toBeGreaterThan(0.25);
    expect(share('renew_loan', 'opening_hours')).toBeLessThan(0.25);
  });

  it('shows nothing of a single intent', () => {
    const alone = change(() => ({ renew_loan: renew }));
    expect(confusions(alone).mislabelled).toEqual([]);
  });
});

describe('advice on confused training data', () => {
  const texts = [
    'not done with my novel',
    'put the return off',
    'I am still reading it',
    'more weeks for the atlas',
    'it is due and I am away',
  ];
  /** Somebody wants what the bot took the others for. */
  const wants = (intent: string) => misread('w-0', 'that is what I came for', intent, intent);
  const proposed = async (of: BotDefinition, from = 'opening_hours', most = texts.length) => {
    const taken = texts
      .slice(0, most)
      .map((text, i) => misread(`m-${i}`, text, 'renew_loan', from));
    const results = [...taken, wants(from)];
    const misunderstood = ticket(
      'misunderstood_intent',
      taken.map(({ sessionId }) => sessionId),
      { intent: 'renew_loan' },
    );
    return (await suggest(input({ definition: of, results, tickets: [misunderstood] }), config))
      .suggestions;
  };
  const ofKind = async (kind: string, ...args: Parameters<typeof proposed>) =>
    (await proposed(...args)).filter((one) => one.kind === kind);

  const wrong = change((all) => ({
    ...all,
    opening_hours: [...(all.opening_hours ?? []), strayed],
  }));
  const moveOf = async (said: readonly string[], wanted: readonly string[]) => {
    const results = said.map((text, i) =>
      misread(`m-${i}`, text, wanted[i] ?? 'renew_loan', 'opening_hours'),
    );
    const sessions = results.map(({ sessionId }) => sessionId);
    const misunderstood = ticket('misunderstood_intent', sessions, { intent: 'renew_loan' });
    const night = { definition: wrong, results, tickets: [misunderstood] };
    const { suggestions } = await suggest(input(night), config);
    return suggestions.find(({ kind }) => kind === 'move_phrases');
  };
  const nearly = [
    'I want to renew my loan please',
    'renew my loan, please renew it',
    'I want to renew the loan',
    'renew my loan please',
    'please renew my loan, I want to renew it',
  ];

  it('moves a phrase that says what customers said who wanted the other intent', async () => {
    const move = await moveOf(nearly, []);
    expect(move?.phrases.map(({ text }) => text)).toEqual([strayed]);
    expect(move?.phrases[0]?.sources.length).toBeGreaterThan(1);
  });

  it('leaves a phrase that reads like the other intent, and that no customer said', async () => {
    expect(await ofKind('move_phrases', wrong)).toEqual([]);
  });

  it('leaves a phrase that few customers said, or that is as often right where it is', async () => {
    expect(await moveOf([...nearly.slice(0, 4), ...texts], [])).toBeUndefined();
    const divided = [...nearly, ...nearly.map((text) => `${text} today`)];
    const wanted = divided.map((_, i) => (i < nearly.length ? 'renew_loan' : 'opening_hours'));
    expect(await moveOf([...divided, ...texts], wanted)).toBeUndefined();
  });

  it('removes a phrase that stands under both from the one that was wrong, and moves it nowhere', async () => {
    const twice = renew[0] ?? '';
    const both = change((all) => ({
      ...all,
      opening_hours: [...(all.opening_hours ?? []), twice],
    }));
    const [removal] = await ofKind('remove_phrases', both);
    expect(removal).toMatchObject({ fromIntent: 'opening_hours', phrases: [{ text: twice }] });
    const moved = (await ofKind('move_phrases', both)).flatMap(({ phrases }) => phrases);
    expect(moved.map(({ text }) => text)).not.toContain(twice);
  });

  it('removes nothing that is only alike', async () => {
    expect(await ofKind('remove_phrases', definition)).toEqual([]);
  });

  it('proposes to merge what is taken for each other in both directions, and leaves it to a person', async () => {
    const halves = change((all) => ({
      ...all,
      renew_loan: renew.filter((_, i) => i % 2 === 0),
      extend_loan: renew.filter((_, i) => i % 2 === 1),
    }));
    const [merge] = await ofKind('merge_intents', halves, 'extend_loan');
    expect(merge).toMatchObject({ intent: 'renew_loan', fromIntent: 'extend_loan', phrases: [] });
    expect(merge?.gate.verdict).toBe('review');
    expect(merge?.change).toContain('in 5 journeys the bot');
    expect(await ofKind('merge_intents', definition)).toEqual([]);
    expect(await ofKind('merge_intents', halves, 'extend_loan', 4)).toEqual([]);
  });

  it('asks which is meant where the words fit both, and not where they say one of them', async () => {
    const alike = change((all) => ({
      ...all,
      renew_loan: renew,
      extend_loan: renew,
    }));
    const torn = [
      'please extend my loan of the book',
      'can I keep my book',
      'renew my book please',
      'extend the loan of this book',
      'keep the book for longer',
    ];
    const asked = async (
      of: BotDefinition,
      from: string,
      { most = torn.length, others = true } = {},
    ) => {
      const taken = torn
        .slice(0, most)
        .map((text, i) => misread(`t-${i}`, text, 'renew_loan', from));
      const ids = taken.map(({ sessionId }) => sessionId);
      const results = [...taken, ...(others ? [wants(from)] : [])];
      const tickets = [ticket('misunderstood_intent', ids, { intent: 'renew_loan' })];
      const { suggestions } = await suggest(input({ definition: of, results, tickets }), config);
      return suggestions.filter(({ kind }) => kind === 'add_disambiguation');
    };
    const [ask] = await asked(alike, 'extend_loan');
    expect(ask).toMatchObject({
      intent: 'renew_loan',
      fromIntent: 'extend_loan',
      prompt: 'Is it about "extend loan" or "renew loan"?',
      gate: { verdict: 'review' },
    });
    for (const { quote } of ask?.evidence ?? []) expect(torn).toContain(quote);
    expect(ask?.evidence?.length).toBeGreaterThan(1);
    expect(await asked(definition, 'opening_hours')).toEqual([]);
    expect(await asked(alike, 'extend_loan', { most: 4 })).toEqual([]);
    // What nobody wants is small talk: nobody is asked to choose it.
    expect(await asked(alike, 'extend_loan', { others: false })).toEqual([]);
  });
});
