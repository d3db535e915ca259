/**
 * Lex V2: an import with `Overwrite` replaces the bot, so the whole export comes back with utterances put at the end of an
 * intent's list and every other byte of it as it was.
 */
import { textOf } from '../../lib/json.js';
import { appended, listAt } from '../phrases/json-list.js';
import { keyOf, type Placement, planPhrases, wordsWithin } from '../phrases/plan.js';
import type { PatchWriter, TrainingFile } from '../vendor.js';
import { intentsOf, type LexIntent } from './export.js';

/** Braces name a slot. */
const limits = { longestPhrase: 500, reserved: /[{}]/g };
/** Service quota of utterances an intent. */
const mostUtterances = 1500;

export const patch: PatchWriter = {
  title: 'Amazon Lex V2 export (ZIP or folder)',
  patch(suggestions, files, options = {}) {
    const all = intentsOf(files).filter(({ isFallback }) => !isFallback);
    const locale = textOf(options.locale) ?? all[0]?.locale;
    const intents = all.filter((one) => one.locale === locale);
    const known = new Map(
      intents.flatMap(({ name, utterances }) =>
        utterances.map((text) => [keyOf(text), name] as const),
      ),
    );
    // Lex has no intent for what is none of the bot's: its fallback takes no utterances.
    const { placements, notes } = planPhrases(
      suggestions,
      new Set(intents.map(({ name }) => name)),
      known,
      { limits, none: null },
    );
    const changed: TrainingFile[] = [];
    for (const name of new Set(placements.map(({ intent }) => intent))) {
      const intent = intents.find((one) => one.name === name);
      const own = placements
        .filter((one) => one.intent === name)
        .map((one) => (intent ? marked(one, intent) : one.text))
        .filter((utterance) => !known.has(keyOf(utterance)));
      if (own.length === 0) continue;
      const list = intent && listAt(intent.file.text, ['sampleUtterances']);
      if (all.some((one) => one.name === name && one.locale !== locale))
        notes.push(`${name}: in several locales; put into ${locale} alone`);
      if (!intent || !list)
        notes.push(`${name}: has no list of sampleUtterances; ${own.length} phrases left out`);
      else if (list.items + own.length > mostUtterances)
        notes.push(`${name}: more than ${mostUtterances} utterances: Lex takes no more`);
      else {
        const items = own.map((utterance) => ({ utterance }));
        changed.push({ path: intent.file.path, text: appended(intent.file.text, list, items) });
      }
    }
    if (changed.length > 0) notes.push('after the import the locale must be built');
    return { files: changed, notes };
  },
  wordsOf: (text) => wordsWithin(text, limits),
};

/** Lex annotates nothing: a slot's name in braces takes the place of its value, where the intent has that slot. An utterance has each slot once. */
function marked({ text, entities }: Placement, { slots }: LexIntent): string {
  return entities
    .filter(({ slot }) => slots.includes(slot))
    .sort((a, b) => a.start - b.start)
    .filter(({ slot }, i, all) => all.findIndex((one) => one.slot === slot) === i)
    .reverse()
    .reduce(
      (line, { slot, start, end }) => `${line.slice(0, start)}{${slot}}${line.slice(end)}`,
      text,
    );
}
