import { describe, expect, it } from 'vitest';
import { patch } from '../../../src/vendors/cognigy/patch.js';
import { options, training } from '../../../src/vendors/cognigy/training.js';
import { phrasesFor } from '../support/suggestions.js';
import { sample } from './training-sample.js';

const [{ text } = { text: '' }] = sample.files;
const file = (content: string, path = 'intents.csv') => ({ path, text: content });
const added = phrasesFor('sim_tray_damaged', [
  { text: 'the drawer of my phone is "broken", again' },
  { text: 'MY sim tray  snapped off' },
]);

describe('intents of Cognigy', () => {
  it('are read with their example sentences alone', () => {
    expect(training.read([file(text)], options.parse({ locale: 'en' }), 1)).toEqual({
      platform: 'cognigy',
      botId: 'bot',
      readAt: 1,
      locale: 'en',
      intents: [
        {
          name: 'sim_tray_damaged',
          examples: ['my sim tray snapped off', 'the little drawer, the "sim" one, is broken'],
          requiredSlots: [],
        },
        { name: 'track_order', examples: ['where is my parcel'], requiredSlots: [] },
        { name: 'stop', examples: [], requiredSlots: [] },
      ],
      slots: [],
    });
  });

  it.each([
    ['as a spreadsheet of another country writes them', 'a;exampleSentence;hello, you\n'],
    ['with tabs', 'a\texampleSentence\thello, you\n'],
    ['with an intent whose name has a comma', '"a, b",rules,true\na,exampleSentence,hello\n'],
  ])('are known by what they say: %s', (_, content) => {
    expect(training.recognises?.(file(content))).toBe(true);
    expect(patch.patch([phrasesFor('a', [{ text: 'good day' }])], [file(content)]).notes).toEqual(
      [],
    );
  });

  it.each([
    ['a table with a header', 'Intent,Utterance\na,exampleSentence\n'],
    ['vocabulary', 'word,meaning,exampleSentence,level\ncat,animal,The cat sleeps.,1\n'],
    ['what is cut off', 'a,exampleSentence,"hello\n'],
  ])('are not what is known for them: %s', (_, content) => {
    expect(training.recognises?.(file(content))).toBe(false);
  });

  it('say which rows and files are left out', () => {
    const warnings: string[] = [];
    const files = [file('a,exampleSentence,hi\nb,other,x\n'), file('a,rules,"x\n', 'broken.csv')];
    training.read(files, options.parse({}), 1, (problem) => warnings.push(problem));
    expect(warnings).toEqual([
      'intents.csv: rows left out, since they name no intent: 1',
      'broken.csv: no CSV (CSV_QUOTE_NOT_CLOSED); check quotes and the delimiter',
    ]);
  });

  it('get a new sentence below those of its intent, and no other byte is changed', () => {
    const { files, notes } = patch.patch([added], [file(text)]);
    const line =
      '"sim_tray_damaged","exampleSentence","the drawer of my phone is ""broken"", again"\n';
    const at = text.indexOf('"sim_tray_damaged","confirmationSentence"');
    expect(files).toEqual([file(text.slice(0, at) + line + text.slice(at))]);
    expect(notes).toEqual([]);
    expect(patch.patch([added], files)).toEqual({ files: [], notes: [] });
  });

  it('get the first sentence of an intent that has rules alone', () => {
    const { files } = patch.patch([phrasesFor('stop', [{ text: 'please stop' }])], [file(text)]);
    expect(files[0]?.text).toBe(`${text}"stop","exampleSentence","please stop"\n`);
  });

  it('have the new sentences alone in a file where that is asked for', () => {
    const { files } = patch.patch([added], [file(text)], { new_rows_alone: true });
    expect(files[1]).toEqual({
      path: 'sentences-to-add.csv',
      text: 'sim_tray_damaged,exampleSentence,"the drawer of my phone is ""broken"", again"\n',
    });
  });

  it('take what is none of theirs where an intent for it is named, and nothing that a spreadsheet runs', () => {
    const outside = phrasesFor(undefined, [{ text: '=1+1 football' }], 'out_of_scope_phrases');
    expect(patch.patch([outside], [file(text)]).notes).toHaveLength(1);
    const { files } = patch.patch([outside], [file(text)], { out_of_scope_intent: 'stop' });
    expect(files[0]?.text).toContain('"stop","exampleSentence","1+1 football"\n');
  });

  it('leave out what is too long, and say why', () => {
    const long = phrasesFor('stop', [{ text: 'stop it now' }]);
    expect(patch.patch([long], [file(text)], { longest_phrase: 10 })).toEqual({
      files: [],
      notes: ['S-1: "stop it now" is left out: longer than 10 characters'],
    });
  });

  it('are patched in one file where several name the intent', () => {
    const two = [file(text), file(text, 'other.csv')];
    const { files, notes } = patch.patch([added], two);
    expect(files.map(({ path }) => path)).toEqual(['intents.csv']);
    expect(notes).toEqual(['sim_tray_damaged: in several files; put into intents.csv alone']);
  });

  it('are not found in other files, which is said', () => {
    expect(patch.patch([added], [file('a,b\n')])).toEqual({
      files: [],
      notes: ['no Cognigy intents among the training files'],
    });
  });
});
