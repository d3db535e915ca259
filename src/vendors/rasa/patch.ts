/**
 * Rasa: NLU and domain YAML, and the phrases of Rasa 1's Markdown. Lines are put in and taken out by position; comments, order and every other byte stay.
 * Slots are mapped as Rasa 3 has it, in forms of Rasa 2 as their other slots are.
 */
import type { PatchWriter } from '../vendor.js';
import { cases } from './cases.js';
import { botOf } from './patch/bot.js';
import { intentEdits, slotEdits } from './patch/domain.js';
import { applyEdits } from './patch/edits.js';
import { movesOf, nluEdits } from './patch/nlu.js';
import { lineOf } from './patch/phrase.js';
import { planOf, slotPlans } from './patch/plan.js';
import { readFiles } from './patch/read.js';
import { thresholdEdits } from './patch/threshold.js';
import { readWritten } from './patch/written.js';

export const patch: PatchWriter = {
  title: 'Rasa training data (YAML, and Markdown of Rasa 1)',
  patch(suggestions, trainingFiles) {
    const bot = botOf(trainingFiles);
    const ofDomain: string[] = [];
    const slots = slotEdits(slotPlans(suggestions), bot, ofDomain);
    const plan = planOf(suggestions, bot, slots.entities);
    const moves = movesOf(plan, bot);
    const nlu = nluEdits(moves, bot);
    const intents = intentEdits(plan, nlu.written, bot, ofDomain);
    const threshold = thresholdEdits(suggestions, bot);
    const edits = [...nlu.edits, ...intents, ...slots.edits, ...threshold.edits];
    const notes = [
      ...bot.unreadable.map(
        ({ file, reason }) => `${file.path} is no readable YAML (${reason}): left as it is`,
      ),
      ...plan.notes,
      ...ofDomain,
      ...threshold.notes,
    ];
    const files = [...bot.files, ...bot.markdown].flatMap(({ path, text }) => {
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
  wordsOf: (text) => lineOf({ text, entities: [] }, () => null)?.text ?? null,
  readPhrase: (written, files) => readWritten(written, botOf(files)),
  cases,
};
