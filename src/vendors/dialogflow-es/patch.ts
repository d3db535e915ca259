/**
 * An import of an agent's ZIP replaces each intent in it whole and keeps the others, so an intent's file of phrases comes back
 * with the new ones at its end and every other byte as it was.
 */
import { createHash } from 'node:crypto';
import { textOf } from '../../lib/json.js';
import { inLanguage } from '../phrases/languages.js';
import { keyOf, type Placement, planPhrases, wordsWithin } from '../phrases/plan.js';
import { type Addition, putInto } from '../phrases/put.js';
import { segmentsOf } from '../phrases/segments.js';
import type { PatchWriter, TrainingFile } from '../vendor.js';
import { agentOf, type EsIntent, fallbackOf, intentsOf } from './agent.js';

/** Longer utterances never reach the agent. */
const limits = { longestPhrase: 256 };

export const patch: PatchWriter = {
  title: 'Dialogflow ES agent (ZIP or folder)',
  patch(suggestions, files, options = {}) {
    const intents = intentsOf(files);
    const language = textOf(options.language) ?? textOf(agentOf(files).language);
    const { placements, notes } = planPhrases(
      suggestions,
      new Set(intents.map(({ name }) => name)),
      new Map(
        intents.flatMap(({ name, phrases }) =>
          phrases.flatMap(({ texts }) => texts.map((text) => [keyOf(text), name] as const)),
        ),
      ),
      // What a fallback intent has for phrases is never matched: the product's place for what is none of the bot's.
      { limits, none: fallbackOf(intents)?.name ?? null },
    );
    const additions = intents.flatMap((intent) => {
      const own = placements.filter((one) => one.intent === intent.name);
      return own.length === 0 ? [] : [additionTo(intent, own, language)];
    });
    const { files: changed, homeless } = putInto(additions);
    notes.push(...homeless.map(({ file }) => `${file.path}: is no list of phrases`));
    return { files: changed, notes };
  },
  wordsOf: (text) => wordsWithin(text, limits),
};

/** An intent without phrases in the language that is read gets a file of them; where none is known, one that it has takes them. */
function additionTo(
  intent: EsIntent,
  own: readonly Placement[],
  known: string | undefined,
): Addition {
  const [there] = inLanguage(intent.phrases, known);
  const language = known ?? 'en';
  const fresh: TrainingFile = {
    path: intent.file.path.replace(/\.json$/, `_usersays_${language}.json`),
    text: '[]\n',
  };
  return {
    file: there?.file ?? fresh,
    path: there?.place ?? [],
    items: own.map((one) => item(one, intent, there?.language ?? language)),
  };
}

function item(placement: Placement, { name, parameters }: EsIntent, language: string) {
  const types = new Map(
    parameters.flatMap((one) => {
      const parameter = textOf(one.name);
      return parameter === undefined ? [] : [[parameter, textOf(one.dataType)] as const];
    }),
  );
  return {
    id: idOf(`${name}\n${placement.text}`),
    data: segmentsOf(placement, (slot) => types.has(slot)).map(({ text, slot }) =>
      slot === undefined
        ? { text, userDefined: false }
        : { text, meta: types.get(slot), alias: slot, userDefined: true },
    ),
    isTemplate: false,
    count: 0,
    lang: language,
    updated: 0,
  };
}

/** The same phrase has the same id: a UUID of version 8 (RFC 9562), made of a hash. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
