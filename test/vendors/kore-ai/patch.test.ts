import { describe, expect, it } from 'vitest';
import { findTraining } from '../../../src/vendors/find-training.js';
import { patch } from '../../../src/vendors/kore-ai/patch.js';
import { options } from '../../../src/vendors/kore-ai/rows.js';
import { training } from '../../../src/vendors/kore-ai/training.js';
import { checkTrainingOptions } from '../../../src/vendors/training.js';
import { createFolder } from '../../ingest/reading.js';
import { phrasesFor } from '../support/suggestions.js';
import { sample } from './training-sample.js';

const [{ text } = { text: '' }] = sample.files;
const file = (content: string) => ({ path: 'utterances.csv', text: content });
const named = sample.options ?? {};
const read = (content: string, given: Record<string, unknown> = named) =>
  training
    .read([file(content)], options.parse(given), 1)
    .intents.map(({ name, examples }) => [name, ...examples]);
const phrase = (said: string, intent = 'Track Order') => phrasesFor(intent, [{ text: said }]);
const patched = (content: string, said: string, given: Record<string, unknown> = named) =>
  patch.patch([phrase(said)], [file(content)], given);
const train = 'after the import the bot must be trained';

describe('ML utterances of Kore.ai', () => {
  it('are read from the columns that the options name', () => {
    expect(read(text)).toEqual([
      [
        'Sim Tray Damaged',
        'my sim tray snapped off',
        'the little drawer, the "sim" one, is broken',
      ],
      ['Track Order', 'where is my parcel', 'has my phone been sent'],
    ]);
    expect(read(text, { columns: { intent: 2, utterance: 4 } })).toEqual(read(text));
  });

  it('are read without a header, and with another delimiter', () => {
    const bare = { columns: { intent: 2, utterance: 1 }, header: false };
    expect(read('hello;a\nhi, you;a\n', bare)).toEqual([['a', 'hello', 'hi, you']]);
    expect(read('hello#a\n', { ...bare, delimiter: '#' })).toEqual([['a', 'hello']]);
  });

  it('are not read where the options name no column that is there: which ones are is said', () => {
    expect(() => read(text, { columns: { intent: 'Intent', utterance: 9 } })).toThrow(
      'no column Intent, which options.columns.intent names; its columns are Id, Task, Kind, Sentence, Language',
    );
    expect(() =>
      read('a,b\n', { columns: { intent: 1, utterance: 'Sentence' }, header: false }),
    ).toThrow('its columns are without names, 1 to 2');
    expect(checkTrainingOptions('kore-ai', {})).toEqual([expect.stringMatching(/^columns: /)]);
  });

  it('are not guessed to be in a folder', async () => {
    const folder = createFolder();
    try {
      expect(await findTraining([folder.write('utterances.csv', text)])).toBeNull();
    } finally {
      folder.remove();
    }
  });

  it('get a new one below those of its intent with what all of them have, and no other byte is changed', () => {
    const { files, notes } = patched(text, 'is it here, yet');
    expect(files).toEqual([file(`${text},Track Order,alert,"is it here, yet",en\n`)]);
    expect(notes).toEqual(["column Id: left empty, since it is each row's own", train]);
    expect(patched(files[0]?.text ?? '', 'Is it here,  yet')).toEqual({ files: [], notes: [] });
  });

  it('get nothing copied that one phrase alone has', () => {
    const one = 'Task,Mark,Sentence\nTrack Order,x,where is my parcel\nOther,y,hello\nThird,y,hi\n';
    expect(patched(one, 'is it here').files[0]?.text).toBe(
      one.replace('parcel\n', 'parcel\nTrack Order,,is it here\n'),
    );
    const shared = one.replace(',x,', ',y,');
    expect(patched(shared, 'is it here').files[0]?.text).toBe(
      shared.replace('parcel\n', 'parcel\nTrack Order,y,is it here\n'),
    );
  });

  it('get a cell for the utterance where the row above is cut short', () => {
    const short = 'Task,Sentence\nTrack Order\n';
    expect(patched(short, 'is it here').files[0]?.text).toBe(`${short}Track Order,is it here\n`);
  });

  it('hold none of the signs that the options forbid', () => {
    const given = { ...named, forbidden_signs: ',"-' };
    expect(patched(text, 'is "it", re-sent', given).files[0]?.text).toMatch(
      /,Track Order,alert,is it re sent,en\n$/,
    );
  });

  it('are never written alone: an import would delete the others', () => {
    expect(patched(text, 'is it here').files).toHaveLength(1);
  });
});
