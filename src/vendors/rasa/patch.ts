/**
 * Rasa: NLU and domain YAML, and the phrases of Rasa 1's Markdown. Lines are put in and taken out by position; comments, order and every other byte stay.
 * Slots are mapped as Rasa 3 has it, in forms of Rasa 2 as their other slots are.
 */
import type { PatchWriter } from '../vendor.js';
import { botOf } from './patch/bot.js';
import { domainEdits } from './patch/domain.js';
import { applyEdits } from './patch/edits.js';
import { movesOf, nluEdits } from './patch/nlu.js';
import { planOf } from './patch/plan.js';
import { readFiles } from './patch/read.js';
import { readWritten } from './patch/written.js';

export const patch: PatchWriter = {
  title: 'Rasa training data (YAML, and Markdown of Rasa 1)',
  patch(suggestions, trainingFiles) {
    const { read, unreadable } = readFiles(trainingFiles);
    const bot = botOf(read, trainingFiles);
    const plan = planOf(suggestions, bot);
    const moves = movesOf(plan, bot);
    const notes = [
      ...unreadable.map((path) => `${path} is no readable YAML: left as it is`),
      ...plan.notes,
    ];
    const edits = [...nluEdits(moves, bot), ...domainEdits(plan, moves, bot, notes)];
    const files = [...read, ...bot.markdown].flatMap(({ path, text }) => {
      const own = edits.filter((edit) => edit.path === path);
      const patched = applyEdits(text, own);
      if (patched === text) return [];
      if (bot.markdown.some((file) => file.path === path)) return [{ path, text: patched }];
      if (readFiles([{ path, text: patched }]).read.length > 0) return [{ path, text: patched }];
      notes.push(`${path}: written in a way that is not patched; left as it is`);
      return [];
    });
    return { files, notes: [...notes, ...moves.notes] };
  },
  readPhrase: (written, files) => readWritten(written, botOf(readFiles(files).read, files)),
};
