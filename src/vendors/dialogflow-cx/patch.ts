/**
 * Restoring a package replaces the agent, so an intent's file of phrases comes back with the new ones at its end and every other
 * byte as it was; beside it a CSV of the new phrases alone for "Import" with the option MERGE.
 */
import { textOf } from '../../lib/json.js';
import { csvRow, formulaStart } from '../phrases/csv.js';
import { inLanguage } from '../phrases/languages.js';
import { keyOf, type Placement, planPhrases, wordsWithin } from '../phrases/plan.js';
import { type Addition, putInto } from '../phrases/put.js';
import { segmentsOf } from '../phrases/segments.js';
import type { PatchWriter } from '../vendor.js';
import { type CxIntent, intentsOf, languageOf, negativeIntent } from './package.js';

/** No limit of a phrase is documented where we could read it; longer ones are no phrases. */
const limits = { longestPhrase: 500, start: formulaStart };
const additivePath = 'phrases-to-add.csv';

export const patch: PatchWriter = {
  title: 'Dialogflow CX agent package (ZIP or folder)',
  patch(suggestions, files, options = {}) {
    const intents = intentsOf(files);
    const language = textOf(options.language) ?? languageOf(files);
    const names = new Set(intents.map(({ name }) => name));
    const { placements, notes } = planPhrases(
      suggestions,
      names,
      new Map(
        intents.flatMap(({ name, phrases }) =>
          phrases.flatMap(({ texts }) => texts.map((text) => [keyOf(text), name] as const)),
        ),
      ),
      { limits, none: names.has(negativeIntent) ? negativeIntent : null },
    );
    const additions = intents.flatMap((intent) => {
      const own = placements.filter((one) => one.intent === intent.name);
      return own.length === 0
        ? []
        : (additionTo(intent, own, language) ?? missing(intent, language, notes));
    });
    const { files: changed, homeless } = putInto(additions);
    notes.push(...homeless.map(({ file }) => `${file.path}: has no list of trainingPhrases`));
    if (placements.length === 0) return { files: [], notes };
    const spoken = language ?? additions[0]?.language ?? 'en';
    return {
      files: [...changed, { path: additivePath, text: csvOf(placements, spoken) }],
      notes,
    };
  },
  wordsOf: (text) => wordsWithin(text, limits),
};

function additionTo(
  { phrases, parameters }: CxIntent,
  own: readonly Placement[],
  known: string | undefined,
): (Addition & { language: string }) | null {
  const [there] = inLanguage(phrases, known);
  if (!there) return null;
  const { file, language } = there;
  const items = own.map((placement) => ({
    parts: segmentsOf(placement, (slot) => parameters.includes(slot)).map(({ text, slot }) => ({
      text,
      ...(slot !== undefined && { parameterId: slot }),
      auto: true,
    })),
    repeatCount: 1,
    languageCode: language,
  }));
  return { file, language, path: ['trainingPhrases'], items };
}

function missing({ name }: CxIntent, language: string | undefined, notes: string[]): [] {
  const of = language === undefined ? '' : ` in ${language}`;
  notes.push(`${name}: has no file of phrases${of} in the package; import ${additivePath} instead`);
  return [];
}

/** As the console's own export has it; no values are marked there. */
const csvOf = (placements: readonly Placement[], language: string): string =>
  [
    ['Intent Display Name', 'Language', 'Phrase'],
    ...placements.map(({ intent, text }) => [intent, language, text]),
  ]
    .map(csvRow)
    .join('');
