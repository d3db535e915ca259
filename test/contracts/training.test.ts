/** What every reader and every patch of training data must do. A new one has a sample in `test/vendors/<vendor>/training-sample.ts`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BotDefinition } from '../../src/domain/conversation.js';
import { UsageError } from '../../src/domain/errors.js';
import { caseFiles } from '../../src/vendors/cases.js';
import { findPatchWriter, patchIds } from '../../src/vendors/patch.js';
import { checkTrainingOptions, trainingIds } from '../../src/vendors/training.js';
import type { PatchWriter, TrainingFile } from '../../src/vendors/vendor.js';
import { findVendor, withOptions } from '../../src/vendors/write-pages.js';
import { botiumCases, botiumIn } from '../vendors/support/botium.js';
import { trainingSamples } from '../vendors/support/samples.js';
import { phrasesFor } from '../vendors/support/suggestions.js';
import type { TrainingSample } from '../vendors/support/training-sample.js';

it('has a sample of all training data, test/vendors/<vendor>/training-sample.ts', () => {
  expect(trainingSamples.map(([id]) => id).sort()).toEqual([...trainingIds].sort());
  // A patch is made of the files that the reader reads.
  for (const id of patchIds) expect(trainingIds).toContain(id);
});

const readAt = 1_772_442_000_000;
const readerOf = (id: string) => {
  const { training } = findVendor(id);
  if (!training) throw new Error(`no training reader ${id}`);
  return training;
};
const examplesIn = ({ intents }: BotDefinition) =>
  Object.fromEntries(intents.map(({ name, examples }) => [name, [...examples].sort()]));

describe.each(trainingSamples)('%s as training data', (id, { files, intents, options = {} }) => {
  const reader = readerOf(id);
  const read = (from: readonly TrainingFile[] = files) =>
    reader.read(from, reader.options.parse(options), readAt);

  it('says what it is, and its page names its options as they are', () => {
    expect(reader.title.length).toBeGreaterThan(3);
    expect(reader.description).toMatch(/\.$/);
    const page = readFileSync(join(import.meta.dirname, `../../docs/vendors/${id}.md`), 'utf8');
    expect(withOptions(page, findVendor(id))).toBe(page);
  });

  it('takes its files, and knows them by what they say', () => {
    expect(files.filter(({ path }) => reader.takes(path))).toEqual(files);
    if (reader.recognises) expect(files.some((file) => reader.recognises?.(file))).toBe(true);
    expect(reader.recognises?.({ path: 'other.json', text: '{"another": "format"}' })).not.toBe(
      true,
    );
  });

  it('gives every intent once, with its phrases, and needs no slot that is not there', () => {
    const definition = read();
    const names = definition.intents.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...intents]));
    expect(new Set(names).size).toBe(names.length);
    for (const name of intents) expect(examplesIn(definition)[name]).not.toEqual([]);
    const slots = definition.slots.map(({ name }) => name);
    expect(new Set(slots).size).toBe(slots.length);
    for (const { requiredSlots } of definition.intents)
      for (const slot of requiredSlots) expect(slots).toContain(slot);
  });

  it('says the same when it is read again, and whatever order its files come in', () => {
    expect(read()).toEqual(read());
    expect(examplesIn(read([...files].reverse()))).toEqual(examplesIn(read()));
  });

  it('reads files that an editor of Windows has saved as the same', () => {
    const saved = files.map(({ path, text }) => ({ path, text: windows(text) }));
    expect(examplesIn(read(saved))).toEqual(examplesIn(read()));
  });

  it('refuses what is of another kind, and unknown options, by name', () => {
    expect(() => read([{ path: 'other.json', text: '{"another": "format"}' }])).toThrow(UsageError);
    expect(checkTrainingOptions(id, options)).toEqual([]);
    expect(checkTrainingOptions(id, { ...options, colour: 'blue' })).toEqual([
      expect.stringMatching(/^colour: unknown key/),
    ]);
  });
});

const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`;
const writers = trainingSamples.flatMap(([id, sample]): [string, PatchWriter, TrainingSample][] => {
  const writer = findPatchWriter(id);
  return writer ? [[id, writer, sample]] : [];
});

/** What customers write, and what a file's format would obey. */
const anything = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...'a b"\'`[]{}():|>#&*!%@,-\\/\n\r\t\0') }),
);

describe.each(writers)(
  '%s as a patch',
  (id, writer, { files, intents, options = {}, ...sample }) => {
    const [intent, other] = intents;
    const reader = readerOf(id);
    const examplesOf = (from: readonly TrainingFile[]) =>
      examplesIn(reader.read(from, reader.options.parse(options), readAt));
    /** Files that a console takes besides, of the new phrases alone, are none of the bot's. */
    const applied = (base: readonly TrainingFile[], text: string, to = intent) => {
      const { files: changed, notes } = writer.patch([phrasesFor(to, [{ text }])], base, options);
      return {
        files: base.map((file) => changed.find(({ path }) => path === file.path) ?? file),
        changed,
        notes,
      };
    };
    const { phrase = 'something entirely new, and with a comma' } = sample;

    it('adds a phrase, and changes no other', () => {
      const before = examplesOf(files);
      const after = examplesOf(applied(files, phrase).files);
      expect(after).toEqual({ ...before, [intent]: [...(before[intent] ?? []), phrase].sort() });
    });

    it('changes nothing without suggestions, and nothing when it is applied to its own result', () => {
      expect(writer.patch([], files, options)).toEqual({ files: [], notes: [] });
      expect(applied(applied(files, phrase).files, phrase).changed).toEqual([]);
    });

    it('keeps the line ends and the byte order mark of each file', () => {
      const saved = files.map(({ path, text }) => ({ path, text: windows(text) }));
      const result = applied(saved, phrase).files;
      for (const { text } of result) {
        expect(text.startsWith('\uFEFF')).toBe(true);
        expect(text.replaceAll('\r\n', '')).not.toContain('\n');
      }
      expect(examplesOf(result)[intent]).toContain(phrase);
    });

    it('notes a phrase that another intent has, and an intent that is not there', () => {
      const [taken = ''] = examplesOf(files)[other] ?? [];
      for (const refused of [applied(files, taken), applied(files, phrase, 'intent_of_nobody')]) {
        expect(refused.changed).toEqual([]);
        expect(refused.notes.length).toBeGreaterThan(0);
      }
    });

    it('writes no token that stands for a personal value', () => {
      const { files: written } = applied(files, 'call me on ⟨phone:9f2c41⟩');
      for (const { text } of written) expect(text).not.toContain('⟨phone');
    });

    it('loses no phrase that is there and breaks no file, whatever a customer wrote', () => {
      const before = examplesOf(files);
      fc.assert(
        fc.property(anything, (text) => {
          const { files: after, notes } = applied(files, text);
          const found = examplesOf(after);
          expect(Object.keys(found).sort()).toEqual(Object.keys(before).sort());
          for (const [name, examples] of Object.entries(before))
            expect(found[name]).toEqual(expect.arrayContaining(examples));
          const isThere = (found[intent]?.length ?? 0) > (before[intent]?.length ?? 0);
          expect(isThere || notes.length > 0).toBe(true);
        }),
        { numRuns: 150, examples: [['- a "b" [c](d)'], ['# {x}: | >'], ['</script>'], ['']] },
      );
    });
  },
);

describe.each(writers)(
  '%s with regression cases',
  (id, writer, { files, intents, options = {}, ...sample }) => {
    const [intent, other] = intents;
    const reader = readerOf(id);
    const examplesOf = (from: readonly TrainingFile[]) =>
      examplesIn(reader.read(from, reader.options.parse(options), readAt));
    const patchedBy = (text: string, to = intent, from: readonly TrainingFile[] = files) => {
      const suggestions = [phrasesFor(to, [{ text }])];
      const patch = writer.patch(suggestions, from, options);
      return {
        training: from.map((file) => patch.files.find(({ path }) => path === file.path) ?? file),
        made: caseFiles({ vendor: id, suggestions, training: from, options, patch }),
      };
    };
    const casesOf = (...given: Parameters<typeof patchedBy>) => patchedBy(...given).made;
    const { phrase = 'something entirely new, and with a comma' } = sample;

    it('has one of a phrase that was taught, the same each time, in files of its own', () => {
      const made = casesOf(phrase);
      expect(botiumCases(botiumIn(made))).toEqual([{ text: phrase, intent }]);
      expect(casesOf(phrase)).toEqual(made);
      for (const { path } of made) expect(path).toMatch(/^tests\/[\w./-]+$/);
    });

    it('takes the place of no file that the bot has', () => {
      const [own] = botiumIn(casesOf(phrase));
      const path = own?.path ?? '';
      const there = casesOf(phrase, intent, [...files, { path, text: 'ours' }]);
      expect(there.map((file) => file.path)).not.toContain(path);
    });

    it('has none where nothing was taught', () => {
      const patch = { files: [], notes: [] };
      expect(caseFiles({ vendor: id, suggestions: [], training: files, options, patch })).toEqual(
        [],
      );
      const [taken = ''] = examplesOf(files)[other] ?? [];
      expect(casesOf(taken)).toEqual([]);
      expect(casesOf(phrase, 'intent_of_nobody')).toEqual([]);
      expect(casesOf('call me on ⟨phone:9f2c41⟩')).toEqual([]);
    });

    it('has the words of each phrase as they are, whatever a customer wrote', () => {
      fc.assert(
        fc.property(anything, (text) => {
          const plain = writer.wordsOf(text, options);
          const read = botiumCases(botiumIn(casesOf(text)));
          expect(read).toEqual(plain === null ? [] : [{ text: plain, intent }]);
        }),
        { numRuns: 50, examples: [['#bot - a "b"'], ['!x\n#me'], ['--- {x}: | >']] },
      );
    });

    it.each(['', '- ', '=+@', '/', '\u200b'])(
      'has what the patch took in, and nothing that it left out: behind %j',
      (signs) => {
        const [taken = ''] = examplesOf(files)[other] ?? [];
        for (const text of [phrase, taken, `${phrase} {or} [so], "or"`, phrase.repeat(40)]) {
          const { training, made } = patchedBy(signs + text);
          const own = examplesOf(training)[intent];
          for (const one of botiumCases(botiumIn(made))) expect(own).toContain(one.text);
          const isTaken = own?.length !== examplesOf(files)[intent]?.length;
          expect(botiumIn(made).length > 0).toBe(isTaken);
        }
      },
    );
  },
);
