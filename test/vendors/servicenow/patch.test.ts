import { describe, expect, it } from 'vitest';
import { patch } from '../../../src/vendors/servicenow/patch.js';
import { options, training } from '../../../src/vendors/servicenow/training.js';
import { phrasesFor } from '../support/suggestions.js';
import { sample } from './training-sample.js';

const [{ text } = { text: '' }] = sample.files;
const file = (content: string) => ({ path: 'model.csv', text: content });
const newModel = 'the import makes a new model: entities and vocabulary are put into it by hand';
const phrase = (said: string, intent = 'track_order') => phrasesFor(intent, [{ text: said }]);

describe("a model's utterances", () => {
  it('are read by their intents', () => {
    const { intents } = training.read([file(text)], options.parse({}), 1);
    expect(intents.map(({ name, examples }) => [name, examples.length])).toEqual([
      ['sim_tray_damaged', 5],
      ['track_order', 5],
    ]);
  });

  it.each([
    ['quoted by a spreadsheet', '\uFEFF"Intent","Utterance"\r\n"a","hello"\r\n', true],
    ['in other letters, as any table may have it', 'intent,utterance\na,hello\n', false],
    ['with another column', 'Intent,Utterance,Language\na,hello,en\n', false],
    ['with columns the other way round', 'Utterance,Intent\nhello,a\n', false],
    ['cut off within quotes', 'Intent,Utterance\na,"hello\n', false],
  ])('are known by their header: %s', (_, content, isKnown) => {
    expect(training.recognises?.(file(content))).toBe(isKnown);
  });

  it('get a new one below those of its intent, and no other byte is changed', () => {
    const added = phrase('the tray fell out', 'sim_tray_damaged');
    const { files, notes } = patch.patch([added], [file(text)]);
    const at = text.indexOf('track_order');
    const line = 'sim_tray_damaged,the tray fell out\n';
    expect(files).toEqual([file(text.slice(0, at) + line + text.slice(at))]);
    expect(notes).toEqual([newModel]);
    expect(patch.patch([added], files)).toEqual({ files: [], notes: [] });
  });

  it('hold no comma and no quote, which their importer does not take', () => {
    const { files } = patch.patch([phrase('hello, my "parcel",is late')], [file(text)]);
    expect(files[0]?.text).toBe(`${text}track_order,hello my parcel is late\n`);
    expect(patch.patch([phrase('hello, my "parcel",is late')], files).files).toEqual([]);
    // What differs by signs alone is there already.
    expect(patch.patch([phrase('My parcel, is late')], [file(text)]).files).toEqual([]);
    for (const formula of ['=HYPERLINK(1)', ',=HYPERLINK(1)', '\u200b=/＝ HYPERLINK(1)'])
      expect(patch.patch([phrase(formula)], [file(text)]).files[0]?.text).toMatch(
        /\ntrack_order,HYPERLINK\(1\)\n$/,
      );
  });

  it('are shorter than 200 characters', () => {
    const written = (length: number) =>
      patch.patch([phrase('x'.repeat(length))], [file(text)]).files.length;
    expect([written(199), written(200)]).toEqual([1, 0]);
  });

  it('are no more than an intent takes, and which is too many is said', () => {
    const two = phrasesFor('track_order', [{ text: 'the sixth' }, { text: 'the seventh' }]);
    const { files, notes } = patch.patch([two], [file(text)], { most_utterances: 6 });
    expect(files[0]?.text).toBe(`${text}track_order,the sixth\n`);
    expect(notes).toEqual([
      '"the seventh" is not added to track_order, which would have more than 6 phrases',
      newModel,
    ]);
  });

  it('are said to be too few where an import would refuse their intent', () => {
    const few = 'Intent,Utterance\na,one\nb,two\n';
    expect(patch.patch([phrase('another', 'a')], [file(few)]).notes).toEqual([
      'a: has 2 of the 5 utterances without which the import refuses an intent',
      'b: has 1 of the 5 utterances without which the import refuses an intent',
      newModel,
    ]);
  });
});
