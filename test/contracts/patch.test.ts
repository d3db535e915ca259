/** What every writer of patches must do. */
import { describe, expect, it } from 'vitest';
import { checkBase, manifestOf } from '../../src/publish/manifest.js';
import { findPatchWriter, patchIds } from '../../src/vendors/patch.js';
import type { TextFile } from '../../src/vendors/vendor.js';
import { phrase, suggestion } from '../publish/fixture.js';
import { patched } from '../vendors/patched.js';

/** Training files with the intents `greet` and `track`, of which none has the phrase "any news". */
const fixtures: Record<string, TextFile[]> = {
  rasa: [
    {
      path: 'data/nlu.yml',
      text: '\ufeff# ours\nnlu:\n- intent: greet\n  examples: |\n    - hi # no comment\n    - hello\n- intent: track\n  examples:\n  - "where is it"\n',
    },
    { path: 'domain.yml', text: 'intents: [greet, track] # both\r\nresponses: {}\r\n' },
  ],
};

it('has a fixture for every writer', () => {
  expect(Object.keys(fixtures).sort()).toEqual([...patchIds].sort());
});

describe.each(Object.entries(fixtures))('%s as a writer of patches', (id, files) => {
  const writer = findPatchWriter(id);
  if (!writer) throw new Error(`no writer ${id}`);
  const news = suggestion({ intent: 'track', phrases: [phrase('any news')] });
  const fresh = suggestion({
    id: 's-2',
    kind: 'new_intent',
    intent: 'complain',
    phrases: [phrase('this is bad'), phrase('not good at all')],
  });
  const wanted = [news, fresh];

  it('puts the phrases in, and changes nothing when it is applied twice', () => {
    const once = patched(writer, files, wanted);
    const all = once.map(({ text }) => text).join();
    for (const { text } of wanted.flatMap(({ phrases }) => phrases))
      expect(all.split(text)).toHaveLength(2);
    expect(writer.patch(wanted, once).files).toEqual([]);
  });

  it('keeps every byte that it does not add: the old text is what remains of the new one', () => {
    for (const [i, { text }] of patched(writer, files, wanted).entries()) {
      const old = files[i]?.text ?? '';
      let at = 0;
      for (const character of text) if (old.startsWith(character, at)) at += character.length;
      expect(at).toBe(old.length);
    }
  });

  it('hands on changed files alone, and none without a suggestion', () => {
    expect(writer.patch([], files)).toEqual({ files: [], notes: [] });
    expect(writer.patch([news], files).files).toHaveLength(1);
  });

  it('says what it cannot do, and leaves files alone that it cannot read', () => {
    const unknown = suggestion({ intent: 'insure', phrases: [phrase('insure it')] });
    expect(writer.patch([unknown], files)).toEqual({ files: [], notes: [expect.any(String)] });
    const bytes = { path: 'data/other.yml', bytes: Buffer.from([0xff, 0xfe, 0x00]) };
    const { files: changed, notes } = writer.patch([news], [...files, bytes]);
    expect(changed.map(({ path }) => path)).not.toContain(bytes.path);
    expect(notes.join()).toContain(bytes.path);
  });

  it('is refused over a base that has changed since, and accepted over its own result', () => {
    const manifest = manifestOf(id, wanted, files, writer.patch(wanted, files));
    expect(checkBase(manifest, files)).toEqual([]);
    expect(checkBase(manifest, patched(writer, files, wanted))).toEqual([]);
    const moved = files.map((file) => ({ ...file, text: `${file.text}# by hand\n` }));
    expect(checkBase(manifest, moved)).toHaveLength(manifest.files.length);
  });
});
