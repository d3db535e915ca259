import { describe, expect, it } from 'vitest';
import { isFallback, labelOf } from '../../src/domain/no-intent.js';
import { inProcess } from '../../src/nlu/engine.js';
import { trainShadow } from '../../src/nlu/shadow.js';
import { conflictsOf } from '../../src/suggest/conflicts.js';
import { createCrossValidation, withDrafts } from '../../src/suggest/cross-validation.js';
import { readTraining } from '../../src/suggest/training.js';
import { definition } from './library.js';

const foreign = [
  'book a study room for six people',
  'reserve the music room',
  'a quiet room for my group',
  'is a meeting room free',
  'I need a room on Monday',
  'hire the big room upstairs',
];
const withForeign = {
  ...definition,
  intents: [...definition.intents, { name: 'out_of_scope', examples: foreign, requiredSlots: [] }],
};
const training = readTraining(withForeign, trainShadow);

describe("a bot's own examples of what is not its", () => {
  it.each([
    ...[
      'out_of_scope',
      'outOfScope',
      'out_of_scope/weather',
      'nlu_fallback',
      'AMAZON.FallbackIntent',
    ],
    ...['None', 'none_of_the_above', 'Default Fallback Intent', 'Default Welcome Intent'],
    ...['unknown', 'UnknownIntent', 'input.unknown', 'sys.no-match-default', 'NoMatch_1'],
  ])('are under %s', (name) => {
    expect(isFallback(name)).toBe(true);
    expect(labelOf(name)).toBeNull();
  });

  it.each([
    ...['renew_loan', 'none_received', 'scope_of_cover', 'nonetheless', 'no_match_for_address'],
    ...['unknown_charge', 'UnknownTransaction', 'faq/unknown_caller', 'fallback_number'],
    ...['default_card', 'change_default_address'],
  ])('are not under %s', (name) => {
    expect(labelOf(name)).toBe(name);
  });

  it('teach that a text has no intent, not an intent of that name', () => {
    expect(training.shadow?.intents).not.toContain('out_of_scope');
    expect(training.shadow?.classify('reserve the quiet music room').intent).toBeNull();
    expect(training.byKey.get('is a meeting room free')).toEqual(['out_of_scope']);
  });

  it('are tests of what has no intent', async () => {
    const bench = await createCrossValidation(training, [], inProcess(trainShadow));
    const texts = bench.tests.filter(({ intent }) => intent === null).map(({ text }) => text);
    expect(texts.sort()).toEqual([...foreign].sort());
  });

  it('are no conflict of more of their kind, but of an intent', () => {
    const phrases = [{ text: 'reserve a music room', entities: [], sources: [] }];
    const draft = { target: 'x', phrases, change: '' };
    const more = { ...draft, kind: 'out_of_scope_phrases' as const };
    expect(conflictsOf(more, training, 0.7)).toEqual([]);
    const renew = { ...draft, kind: 'add_phrases' as const, intent: 'renew_loan' };
    expect(conflictsOf(renew, training, 0.7)[0]).toContain('of out_of_scope');
  });

  it("can be moved to an intent, and an intent's to them", () => {
    const phrases = [{ text: foreign[0] ?? '', entities: [], sources: [] }];
    const lesson = [{ text: foreign[0] ?? '', intent: null }];
    const move = { kind: 'move_phrases' as const, target: 'x', phrases, change: '' };
    const there = { ...move, fromIntent: 'out_of_scope', intent: 'renew_loan' };
    const back = { ...move, fromIntent: 'renew_loan', intent: 'out_of_scope' };
    const moved = withDrafts(lesson, [there]);
    expect(moved).toEqual([{ text: foreign[0], intent: 'renew_loan' }]);
    expect(withDrafts(moved, [back])).toEqual(lesson);
  });
});
