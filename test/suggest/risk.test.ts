import { describe, expect, it } from 'vitest';
import { trainShadow } from '../../src/nlu/shadow.js';
import type { SuggestionDraft } from '../../src/suggest/advice.js';
import { byRisk } from '../../src/suggest/risk.js';
import { readTraining } from '../../src/suggest/training.js';
import { config, definition } from './library.js';

const training = readTraining(definition, trainShadow);
const [own, other] = definition.intents;
const source = (sessionId: string) => ({ sessionId, turn: 0, signals: [], labelProbability: 0.9 });
const phrase = (text: string, ...sessions: string[]) => ({
  text,
  entities: [],
  sources: sessions.map(source),
});
const draftOf = (phrases: SuggestionDraft['phrases']): SuggestionDraft => ({
  kind: 'add_phrases',
  target: own?.name ?? '',
  intent: own?.name ?? '',
  phrases,
  change: '',
});
const risksOf = (phrases: SuggestionDraft['phrases'], doubt: [string, number][] = []) =>
  byRisk(draftOf(phrases), { training, config, doubt: new Map(doubt) }).map((one) => [
    one.risk,
    one.phrases.map(({ text }) => text),
  ]);
const plain = phrase('something quite new', 'a');

describe('phrases by risk', () => {
  it('stay together where nothing speaks against any', () => {
    expect(risksOf([plain, phrase('and another', 'b')], [['a', 0.3]])).toEqual([
      [undefined, ['something quite new', 'and another']],
    ]);
  });

  it('are set apart where the words contradict the label, and are not withheld', () => {
    expect(risksOf([plain, phrase('doubtful', 'b')], [['b', 0.31]])).toEqual([
      [undefined, ['something quite new']],
      ['doubt', ['doubtful']],
    ]);
  });

  it('are not doubted where one of their journeys is not', () => {
    expect(risksOf([phrase('said by two', 'a', 'b')], [['b', 0.9]])).toEqual([
      [undefined, ['said by two']],
    ]);
  });

  it('collide with another intent, in whatever case and punctuation, and not with their own', () => {
    const taken = `${other?.examples[0]?.toUpperCase()}!`;
    const known = own?.examples[0] ?? '';
    expect(risksOf([phrase(taken, 'a'), phrase(known, 'b')])).toEqual([
      [undefined, [known]],
      ['collision', [taken]],
    ]);
  });

  it('are thin where fewer journeys say so than are wanted, and keep their name', () => {
    const [thin] = byRisk(draftOf([plain]), { training, config, doubt: new Map() });
    expect(thin).toMatchObject({ risk: 'thin', target: own?.name });
  });
});
