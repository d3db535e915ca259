import type { Advice } from '../advice.js';
import { addAnswer } from './add_answer.js';
import { addDisambiguation } from './add_disambiguation.js';
import { addPhrases } from './add_phrases.js';
import { addSlot } from './add_slot.js';
import { addSlotExamples } from './add_slot_examples.js';
import { changePrompt } from './change_prompt.js';
import { changeThreshold } from './change_threshold.js';
import { earlyHandoff } from './early_handoff.js';
import { mergeIntents } from './merge_intents.js';
import { movePhrases } from './move_phrases.js';
import { newIntent } from './new_intent.js';
import { outOfScopePhrases } from './out_of_scope_phrases.js';
import { removePhrases } from './remove_phrases.js';
import { splitIntent } from './split_intent.js';

/** In the order in which a ticket's suggestions are shown. */
export const advices: readonly Advice[] = [
  addPhrases,
  newIntent,
  outOfScopePhrases,
  movePhrases,
  removePhrases,
  mergeIntents,
  addDisambiguation,
  splitIntent,
  addSlot,
  addSlotExamples,
  changePrompt,
  changeThreshold,
  addAnswer,
  earlyHandoff,
];
